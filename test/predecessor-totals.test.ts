import { beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { PrintOf } from './support/figures.js';
import { type Answer, testServer } from './support/server.js';
import { statementsOf } from './support/statements.js';
import { unitsExist } from './support/units.js';

const server = testServer({ ANSWER_CACHE_BYTES: '0' });

const STATISTICS = ['OFFICE_A', 'OFFICE_B', 'OFFICE_C'];

/** North 1 and 2 became North in 2008; North and South became Union in 2025. East was split between Coast and Hills. */
beforeAll(async () => {
  await unitsExist(server, [
    { code: 'N1', name: 'North 1', to: '2008-08-01', successors: ['N'] },
    { code: 'N2', name: 'North 2', to: '2008-08-01', successors: ['N'] },
    { code: 'N', name: 'North', from: '2008-08-01', to: '2025-07-01', successors: ['U'], hasAllPredecessors: true },
    { code: 'S', name: 'South', to: '2025-07-01', successors: ['U'] },
    { code: 'U', name: 'Union', from: '2025-07-01', hasAllPredecessors: true },
    { code: 'E', name: 'East', to: '2025-07-01', successors: ['C', 'H'] },
    { code: 'C', name: 'Coast', from: '2025-07-01', hasAllPredecessors: true },
    { code: 'H', name: 'Hills', from: '2025-07-01', hasAllPredecessors: true },
    { code: 'P', name: 'Known', to: '2025-07-01', successors: ['Q'] },
    { code: 'Q', name: 'Partly known', from: '2025-07-01' },
  ]);
  for (const code of STATISTICS) await server.figures.agency(code, 'STATISTICS_OFFICE');
  await server.figures.agency('DEPARTMENT_A', 'DEPARTMENT');
});

const DAYS: Record<string, string> = { N1: '2007-01-01', N2: '2007-01-01', U: '2025-07-01', C: '2025-07-01' };

let releases = 0;

/** Publishes values of an indicator of its own, by unit; answers its code. */
async function published(figures: Record<string, Partial<PrintOf>>, at: string | null = null): Promise<string> {
  releases += 1;
  const indicator = `FLOW_${releases}`;
  const prints = Object.entries(figures).map(([unit, figure], nth): PrintOf => {
    const code = unit.split(' ')[0]!;
    const territory = `${code}@${DAYS[code] ?? '2024-06-06'}`;
    const publisher = STATISTICS[nth] ?? 'NSO';
    const source = `${indicator}_${nth}`;
    return { release: indicator, indicator, territory, period: '2007', publisher, source, value: '1', ...figure };
  });
  await server.figures.publish(prints, at);
  return indicator;
}

interface Total {
  id: string;
  value: string;
  unitMultiplier: number;
  publisherKind: string;
  parts: { territory: { name: string } }[];
}

const TOTAL = 'id value unitMultiplier publisherKind parts { territory { name } }';

async function totals(indicator: string, unit = 'U', rest = ''): Promise<Total[]> {
  const { data, errors }: Answer<{ territory: { predecessorTotals: { totalCount: number; nodes: Total[] } } }> =
    await server.ask(
      `{ territory(code: "${unit}") { predecessorTotals(filter: { indicators: ["${indicator}"] } ${rest}) { totalCount nodes { ${TOTAL} } } } }`,
    );
  if (errors) throw new Error(errors[0]!.message);
  const { totalCount, nodes } = data.territory.predecessorTotals;
  expect(totalCount).toBe(nodes.length);
  return nodes;
}

/** Value and parts: `4.6 of North, South`. */
const inWords = async (indicator: string, unit?: string, rest?: string): Promise<string[]> =>
  (await totals(indicator, unit, rest)).map(
    ({ value, parts }) => `${value} of ${parts.map(({ territory }) => territory.name).join(', ')}`,
  );

const idOf = (key: string): string => Buffer.from(`PredecessorTotal:${key}`).toString('base64url');

describe('a total over predecessors', () => {
  test('is the exact sum of one figure of each, in the smallest of their powers of ten', async () => {
    const indicator = await published({ N: { value: '1.10', multiplier: 9 }, S: { value: '2500', multiplier: 6 } });
    expect(
      await server.ask(`{
      territory(code: "U") {
        predecessorTotals(filter: { indicators: ["${indicator}"] }) {
          totalCount
          nodes {
            indicator { code } territory { name } breakdown { code } period { code } publisherKind unit { code }
            value unitMultiplier scaledValue number status
            parts { territory { name } publisher { code } value unitMultiplier }
          }
        }
      }
    }`),
    ).toEqual({
      data: {
        territory: {
          predecessorTotals: {
            totalCount: 1,
            nodes: [
              {
                indicator: { code: indicator },
                territory: { name: 'Union' },
                breakdown: [],
                period: { code: '2007' },
                publisherKind: 'STATISTICS_OFFICE',
                unit: { code: 'VND' },
                value: '3600',
                unitMultiplier: 6,
                scaledValue: '3600000000',
                number: 3600,
                status: 'ESTIMATED',
                parts: [
                  { territory: { name: 'North' }, publisher: { code: 'OFFICE_A' }, value: '1.10', unitMultiplier: 9 },
                  { territory: { name: 'South' }, publisher: { code: 'OFFICE_B' }, value: '2500', unitMultiplier: 6 },
                ],
              },
            ],
          },
        },
      },
    });
  });

  test('of Khánh Hòa sums Khánh Hòa and Ninh Thuận as they were', async () => {
    const indicator = await published({
      '56': { value: '10.5', period: '2023' },
      '58': { value: '3.25', period: '2023' },
    });
    expect(await inWords(indicator, '56')).toEqual(['13.75 of Khánh Hòa, Ninh Thuận']);
  });

  test('takes the predecessors of a predecessor that has no figure itself', async () => {
    expect(await inWords(await published({ N1: { value: '1' }, N2: { value: '2' }, S: { value: '4' } }))).toEqual([
      '7 of North 1, North 2, South',
    ]);
  });

  test('takes the nearest level where there are two', async () => {
    const indicator = await published({ N: { value: '5' }, N1: { value: '1' }, S: { value: '4' } });
    expect(await inWords(indicator)).toEqual(['9 of North, South']);
  });

  test.each<[string, Record<string, Partial<PrintOf>>]>([
    ['a part is missing', { N: {} }],
    ['a part of a part is missing', { N1: {}, S: {} }],
    ['a part is of another period', { N: {}, S: { period: '2006' } }],
    ['a part is of another breakdown', { N: {}, S: { breakdown: 'INDUSTRY=C' } }],
    [
      'a part has no value',
      { N: {}, S: { value: null, changes: { SAME_PERIOD_LAST_YEAR: { form: 'PERCENT', value: '1' } } } },
    ],
    ['a part is qualified', { N: {}, S: { qualifier: 'NEARLY' } }],
    ['a part is missing by its status', { N: {}, S: { value: null, status: 'SUPPRESSED' } }],
    ['the publishers are of different kinds', { N: {}, S: { publisher: 'DEPARTMENT_A' } }],
    ['two publishers of one kind differ on a part', { N: {}, S: {}, 'S again': { value: '2' } }],
  ])('is not there where %s', async (_, figures) => {
    expect(await inWords(await published(figures))).toEqual([]);
  });

  test('is there for every kind of publisher that tells all parts', async () => {
    const indicator = await published({
      N: {},
      S: {},
      'N again': { publisher: 'DEPARTMENT_A', value: '7', source: 'D1' },
      'S again': { publisher: 'DEPARTMENT_A', value: '8', source: 'D1' },
    });
    expect((await totals(indicator)).map(({ publisherKind, value }) => [publisherKind, value])).toEqual([
      ['DEPARTMENT', '15'],
      ['STATISTICS_OFFICE', '2'],
    ]);
  });

  test('is not there of a unit whose predecessor was split, nor where not all predecessors are known', async () => {
    const indicator = await published({ E: {}, P: {} });
    expect([await inWords(indicator, 'C'), await inWords(indicator, 'Q')]).toEqual([[], []]);
  });

  test('is refused of what is no flow', async () => {
    expect(
      await server.refusal(
        `{ territory(code: "56") { predecessorTotals(filter: { indicators: ["EXPORT_TURNOVER", "IIP"] }) { totalCount } } }`,
      ),
    ).toEqual({ code: 'BAD_USER_INPUT', reason: 'INVALID_COMBINATION', argument: 'filter.indicators', value: 'IIP' });
  });

  test('holds no part that is not published yet, by its id neither', async () => {
    const indicator = await published({ N: {}, S: { release: 'HELD' } }, `now() + interval '1 day'`);
    await server.figures.lift(indicator);
    const { rows } = await sql<{ key: string }>`
      select u.id || '.' || string_agg(o.id::text, '.' order by o.territory_id) as key
      from territory u, observation o join indicator i on i.id = o.indicator_id
      where u.code = 'U' and i.code = ${indicator} group by u.id`.execute(server.database.db);
    const seen = async () => [
      await inWords(indicator),
      (await server.ask(`{ node(id: "${idOf(rows[0]!.key)}") { __typename } }`)).data,
    ];
    const before = await seen();
    await server.figures.lift('HELD');
    expect([before, await seen()]).toEqual([
      [[], { node: null }],
      [['2 of North, South'], { node: { __typename: 'PredecessorTotal' } }],
    ]);
  });

  test.each([
    [['FINAL', 'FINAL'], 'FINAL'],
    [['FINAL', 'UNSPECIFIED'], 'UNSPECIFIED'],
    [['PROVISIONAL', 'UNSPECIFIED'], 'PROVISIONAL'],
    [['ESTIMATED', 'PROVISIONAL'], 'ESTIMATED'],
    [['FORECAST', 'FINAL'], 'FORECAST'],
  ])('is no more settled than its parts: %s', async ([north, south], status) => {
    const indicator = await published({ N: { status: north }, S: { status: south } });
    expect(
      await server.ask(
        `{ territory(code: "U") { predecessorTotals(filter: { indicators: ["${indicator}"] }) { nodes { status } } } }`,
      ),
    ).toEqual({ data: { territory: { predecessorTotals: { nodes: [{ status }] } } } });
  });
});

describe('the id of a total', () => {
  const node = (id: string): Promise<Answer<{ node: unknown }>> =>
    server.ask(`{ node(id: "${id}") { id ... on PredecessorTotal { ${TOTAL} } } }`);
  const keyOf = (id: string): string[] => Buffer.from(id, 'base64url').toString().split(':')[1]!.split('.');

  test('gives the same total again', async () => {
    const [total] = await totals(await published({ N1: {}, N2: {}, S: {} }));
    expect((await node(total!.id)).data.node).toEqual(total);
  });

  test('as of a moment gives it as it was then', async () => {
    const of = { period: '2007', sourceDate: '2010-01-01' };
    const indicator = await published({ N: of, S: of });
    const later = {
      release: 'LATER',
      indicator,
      territory: 'S',
      period: '2007',
      publisher: 'OFFICE_B',
      source: 'LATER',
    };
    await server.figures.publish([{ ...later, sourceDate: '2020-01-01', value: '9' }]);
    const [then] = await totals(indicator, 'U', ', asOf: "2015-01-01"');
    const [now] = await totals(indicator);
    expect([then!.value, now!.value, (await node(then!.id)).data.node]).toEqual(['2', '10', then]);
  });

  test('names nothing where its parts make no whole, are others, or stand otherwise', async () => {
    const [total] = await totals(await published({ N: {}, S: {} }));
    const [other] = await totals(await published({ N: {}, S: {} }));
    const [unit, north, south] = keyOf(total!.id) as [string, string, string];
    const strange = keyOf(other!.id)[2]!;
    const keys = [
      [unit, north],
      [unit, south, north],
      [unit, north, south, south],
      [unit, north, strange],
      ['999999', north, south],
      [unit, north, '999999'],
    ];
    const found = await Promise.all(keys.map(async (key) => (await node(idOf(key.join('.')))).data.node));
    expect(found).toEqual(keys.map(() => null));
  });
});

test('totals come in pages, by period, narrowed by from, to and kind of period', async () => {
  const years = ['2003', '2004', '2005', '2005-Q1'];
  const figures = years.flatMap((period) => [
    [`N ${period}`, { period, publisher: 'OFFICE_A' }],
    [`S ${period}`, { period, publisher: 'OFFICE_B' }],
  ]);
  const indicator = await published(Object.fromEntries(figures) as Record<string, Partial<PrintOf>>);
  const page = async (rest: string, filter = '') => {
    const { data }: Answer<{ territory: { predecessorTotals: { totalCount: number; pageInfo: { endCursor: string }; nodes: { period: { code: string } }[] } } }> =
      await server.ask(
        `{ territory(code: "U") { predecessorTotals(filter: { indicators: ["${indicator}"] ${filter} } ${rest}) { totalCount pageInfo { endCursor } nodes { period { code } } } } }`,
      ); // prettier-ignore
    const { totalCount, pageInfo, nodes } = data.territory.predecessorTotals;
    return { totalCount, end: pageInfo.endCursor, periods: nodes.map(({ period }) => period.code) };
  };
  const first = await page(', first: 3');
  const second = await page(`, first: 3, after: "${first.end}"`);
  const narrow = await page('', ', from: "2004", to: "2005", periodKinds: [YEAR]');
  expect([first, second, narrow].map(({ totalCount, periods }) => [totalCount, periods])).toEqual([
    [4, ['2003', '2004', '2005-Q1']],
    [4, ['2005']],
    [2, ['2004', '2005']],
  ]);
});

test('totals of any number of units take three statements: for pages, parts and counts', async () => {
  await published({ '56': {}, '58': {}, N: { publisher: 'OFFICE_C' }, S: { publisher: 'OFFICE_C' } });
  const ask = () =>
    server.ask<{ territories: { nodes: { predecessorTotals: { nodes: unknown[] } }[] } }>(
      `{ territories(codes: ["56", "U", "C"], on: "2025-07-01", first: 3) { nodes { predecessorTotals { totalCount nodes { ${TOTAL} } } } } }`,
    );
  const { data } = await ask();
  expect(data.territories.nodes.filter(({ predecessorTotals: { nodes } }) => nodes.length > 0)).toHaveLength(2);
  const sent = await statementsOf(ask);
  expect(sent.filter((statement) => !statement.includes('clock_timestamp'))).toHaveLength(3);
});
