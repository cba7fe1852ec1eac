import { beforeAll, describe, expect, test } from '@jest/globals';
import { KEY, keyOf } from './support/keys.js';
import { type Answer, testServer } from './support/server.js';
import { unitsExist } from './support/units.js';

const server = testServer();

interface Marked {
  node: Parameters<typeof keyOf>[0];
  boundary: { relation: string; isSplit: boolean; today: { code: string; validFrom: string | null }[] } | null;
}

const EDGES = `edges { boundary { relation isSplit today { code validFrom } } node { ${KEY} } }`;
const words = ({ node, boundary }: Marked): string =>
  `${keyOf(node)}: ${boundary ? [boundary.relation, ...boundary.today.map(({ code }) => code)].join(' ') : 'unmarked'}`;

/** Figures with the mark of each: its relation and the units of today. */
const marked = async (args: string): Promise<string[]> => {
  const { data, errors }: Answer<{ observations: { edges: Marked[] } }> = await server.ask(
    `{ observations(${args}) { ${EDGES} } }`,
  );
  if (errors) throw new Error(errors[0]!.message);
  return data.observations.edges.map(words);
};

/** The units of which a filter finds figures of TEST. */
const units = async (territory: string, rest = ''): Promise<string[]> => {
  const { data, errors }: Answer<{ observations: { nodes: { territory: { name: string } }[] } }> = await server.ask(
    `{ observations(boundaries: TODAY, filter: { indicators: ["TEST"], territories: ["${territory}"] ${rest} }) { nodes { territory { name } } } }`,
  );
  if (errors) throw new Error(errors[0]!.message);
  return data.observations.nodes.map(({ territory: { name } }) => name);
};

/** North 1 and 2 became North in 2008; a part of South and all of North became Union in 2025, the rest of South Coast. */
beforeAll(async () => {
  await unitsExist(server, [
    { code: 'N1', name: 'North 1', to: '2008-08-01', successors: ['N'] },
    { code: 'N2', name: 'North 2', to: '2008-08-01', successors: ['N'] },
    { code: 'N', name: 'North', from: '2008-08-01', to: '2025-07-01', successors: ['U'] },
    { code: 'S', name: 'South', to: '2025-07-01', successors: ['U', 'C'] },
    { code: 'U', name: 'Union', from: '2025-07-01' },
    { code: 'C', name: 'Coast', from: '2025-07-01' },
    { code: 'A', name: 'Abolished', to: '2025-07-01' },
    { code: 'L', name: 'Lost', to: '2025-07-01', successors: ['Z8'] },
    { code: 'H', name: 'Half lost', to: '2025-07-01', successors: ['C', 'Z9'] },
    { code: 'K', name: 'Kept' },
  ]);
  const days = { N1: '2007-01-01', N2: '2007-01-01', U: '2025-07-01', C: '2025-07-01' } as Record<string, string>;
  await server.figures.publish(
    ['N1', 'N2', 'N', 'S', 'U', 'C', 'A', 'L', 'H', 'K'].map((code) => ({
      release: 'PLACES',
      territory: `${code}@${days[code] ?? '2024-06-06'}`,
      value: '1',
    })),
  );
});

describe('figures on the boundaries of today', () => {
  test('are those of the successor and of all its predecessors, each as it was published and marked', async () => {
    expect(await marked(`boundaries: TODAY, filter: { territories: ["58"], indicators: ["EXPORT_TURNOVER"] }`)).toEqual(
      [
        'EXPORT_TURNOVER 56 2016-M06 STATISTICS_OFFICE_KHANH_HOA: WHOLLY_WITHIN 56',
        'EXPORT_TURNOVER 56 2016-S1 STATISTICS_OFFICE_KHANH_HOA: WHOLLY_WITHIN 56',
        'EXPORT_TURNOVER 56@2025-07-01 2025-S1 PEOPLES_COMMITTEE_KHANH_HOA: SAME 56',
        'EXPORT_TURNOVER 58 2024-S1 DOIT_NINH_THUAN: WHOLLY_WITHIN 56',
      ],
    );
  });

  test('are the same whether one asks for the old unit, the new one, or the code', async () => {
    const asked = ['58', '56', '56@2024-06-06', '56@2025-07-01', '58@2024-06-06'];
    const found = await Promise.all(
      asked.map((one) => marked(`boundaries: TODAY, filter: { territories: ["${one}"] }`)),
    );
    expect(found).toEqual(asked.map(() => found[0]));
  });

  test('are none where nobody bore the code on that day', async () => {
    expect(await marked(`boundaries: TODAY, filter: { territories: ["58@2025-07-01"] }`)).toEqual([]);
  });

  test('are unmarked as they were published, unless asked otherwise', async () => {
    expect(await marked(`filter: { territories: ["58"], indicators: ["EXPORT_TURNOVER"] }`)).toEqual([
      'EXPORT_TURNOVER 58 2024-S1 DOIT_NINH_THUAN: unmarked',
    ]);
  });

  test('are of all units where none is named, and marked', async () => {
    expect(
      await marked(`boundaries: TODAY, filter: { indicators: ["EXPORT_TURNOVER"], periods: ["2024-S1", "2024-M06"] }`),
    ).toEqual([
      'EXPORT_TURNOVER 58 2024-S1 DOIT_NINH_THUAN: WHOLLY_WITHIN 56',
      'EXPORT_TURNOVER VN 2024-M06 NSO: SAME VN',
    ]);
  });

  test.each([
    ['N1', ['North', 'North 1', 'North 2', 'South', 'Union']],
    ['U', ['North', 'North 1', 'North 2', 'South', 'Union']],
    ['S', ['Coast', 'Half lost', 'North', 'North 1', 'North 2', 'South', 'Union']],
    ['C', ['Coast', 'Half lost', 'South']],
    ['K', ['Kept']],
    ['A', ['Abolished']],
    ['L', ['Lost']],
  ])('follow every chain to its end: %s', async (code, found) => {
    expect((await units(code)).sort()).toEqual(found);
  });

  test('tell which unit was split, which ended, and which lies where', async () => {
    expect(await marked(`boundaries: TODAY, filter: { indicators: ["TEST"] }`)).toEqual([
      'TEST A 2030-M01 NSO: UNTRACED',
      'TEST C 2030-M01 NSO: SAME C',
      'TEST H 2030-M01 NSO: SPLIT C',
      'TEST K 2030-M01 NSO: SAME K',
      'TEST L 2030-M01 NSO: UNTRACED',
      'TEST N 2030-M01 NSO: WHOLLY_WITHIN U',
      'TEST N1 2030-M01 NSO: WHOLLY_WITHIN U',
      'TEST N2 2030-M01 NSO: WHOLLY_WITHIN U',
      'TEST S 2030-M01 NSO: SPLIT C U',
      'TEST U 2030-M01 NSO: SAME U',
    ]);
  });

  test('take what ever lay in those units, where descendants are asked', async () => {
    await server.figures.publish([
      { release: 'BELOW', indicator: 'BELOW', territory: '22852@2024-06-06', value: '1' },
      { release: 'BELOW', indicator: 'BELOW', territory: '22852@2025-07-01', value: '2' },
      { release: 'BELOW', indicator: 'BELOW', territory: '568@2024-06-06', value: '3' },
    ]);
    const below = `boundaries: TODAY, filter: { indicators: ["BELOW"], territories: ["58"]`;
    expect([await marked(`${below} }`), await marked(`${below}, includeDescendants: true }`)]).toEqual([
      [],
      [
        'BELOW 22852 2030-M01 NSO: WHOLLY_WITHIN 22852',
        'BELOW 22852 2030-M01 NSO: SAME 22852',
        'BELOW 568 2030-M01 NSO: UNTRACED',
      ],
    ]);
  });

  test('of a unit are those of the unit of today that holds it', async () => {
    const list = `observations(boundaries: TODAY, filter: { indicators: ["TEST"] }) { totalCount edges { boundary { relation } node { territory { name } } } }`;
    const edge = (name: string, relation: string) => ({ boundary: { relation }, node: { territory: { name } } });
    expect(
      await server.ask(`{
        south: territory(code: "S", on: "2024-06-06") { ${list} }
        coast: territory(code: "C") { ${list} }
        plain: territory(code: "C") { observations(filter: { indicators: ["TEST"] }) { edges { boundary { relation } } } }
      }`),
    ).toEqual({
      data: {
        south: {
          observations: {
            totalCount: 7,
            edges: [
              edge('Coast', 'SAME'),
              edge('Half lost', 'SPLIT'),
              edge('North', 'WHOLLY_WITHIN'),
              edge('North 1', 'WHOLLY_WITHIN'),
              edge('North 2', 'WHOLLY_WITHIN'),
              edge('South', 'SPLIT'),
              edge('Union', 'SAME'),
            ],
          },
        },
        coast: {
          observations: {
            totalCount: 3,
            edges: [edge('Coast', 'SAME'), edge('Half lost', 'SPLIT'), edge('South', 'SPLIT')],
          },
        },
        plain: { observations: { edges: [{ boundary: null }] } },
      },
    });
  });

  test('of an indicator or an agency are marked too', async () => {
    const list = `observations(boundaries: TODAY, first: 1, filter: { territories: ["58"] }) { ${EDGES} }`;
    expect(
      await server.ask(
        `{ indicator(code: "TOURISM_REVENUE") { ${list} } agency(code: "DOIT_NINH_THUAN") { ${list} } }`,
      ),
    ).toMatchObject({
      data: {
        indicator: { observations: { edges: [{ boundary: { relation: 'WHOLLY_WITHIN' } }] } },
        agency: { observations: { edges: [{ boundary: { relation: 'WHOLLY_WITHIN', isSplit: false } }] } },
      },
    });
  });

  test('have the same ids as without, for they are the same figures', async () => {
    const list = (boundaries: string) =>
      `observations(boundaries: ${boundaries}, filter: { indicators: ["EXPORT_TURNOVER"], territories: ["58", "56"] }) { totalCount nodes { id } }`;
    const { data }: Answer<{ then: unknown; today: unknown }> = await server.ask(
      `{ then: ${list('AS_PUBLISHED')} today: ${list('TODAY')} }`,
    );
    expect(data.today).toEqual(data.then);
  });
});

describe('a table on the boundaries of today', () => {
  const table = (boundaries: string): Promise<Answer<unknown>> =>
    server.ask(`{
      table(boundaries: ${boundaries}, measures: [CHANGE_PERCENT], filter: { indicators: ["EXPORT_TURNOVER"], territories: ["58"], periodKinds: [HALF_YEAR] }) {
        dimensions { role items { code validFrom boundary { relation today { code validFrom } } } }
        values
      }
    }`);
  const today = [{ code: '56', validFrom: '2025-07-01' }];
  const plain = (code: string) => ({ code, validFrom: null, boundary: null });

  test('marks its territories, by (code, validFrom), and sums nothing', async () => {
    expect(await table('TODAY')).toEqual({
      data: {
        table: {
          dimensions: [
            { role: 'INDICATOR', items: [plain('EXPORT_TURNOVER')] },
            {
              role: 'TERRITORY',
              items: [
                { code: '56', validFrom: null, boundary: { relation: 'WHOLLY_WITHIN', today } },
                { code: '56', validFrom: '2025-07-01', boundary: { relation: 'SAME', today } },
                { code: '58', validFrom: '1992-04-01', boundary: { relation: 'WHOLLY_WITHIN', today } },
              ],
            },
            { role: 'PERIOD', items: [plain('2016-S1'), plain('2024-S1'), plain('2025-S1')] },
          ],
          values: ['13.44', null, null, null, null, '15.8', null, '1.26', null],
        },
      },
    });
  });

  test('marks none as they were published', async () => {
    expect(await table('AS_PUBLISHED')).toEqual({
      data: {
        table: {
          dimensions: [
            { role: 'INDICATOR', items: [plain('EXPORT_TURNOVER')] },
            { role: 'TERRITORY', items: [{ code: '58', validFrom: '1992-04-01', boundary: null }] },
            { role: 'PERIOD', items: [plain('2024-S1')] },
          ],
          values: ['1.26'],
        },
      },
    });
  });
});
