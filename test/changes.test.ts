import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { StoredChange } from '../src/features/observations/print.entity.js';
import type { PrintOf } from './support/figures.js';
import { type Answer, testServer } from './support/server.js';
import { statementsOf } from './support/statements.js';

const server = testServer({ ANSWER_CACHE_BYTES: '0' });

const CHANGE = 'basis method reason percent printedAs { form value low high qualifier }';

/** A change of the only figure under a filter. */
async function changeOf(filter: string, args = ''): Promise<unknown> {
  const { data, errors }: Answer<{ observations: { nodes: { change: unknown }[] } }> = await server.ask(
    `{ observations(filter: { ${filter} }) { nodes { change${args} { ${CHANGE} } } } }`,
  );
  return errors ?? data.observations.nodes.map(({ change }) => change);
}

interface Printed extends StoredChange {
  basis?: string;
  percent?: string | null;
}

const printed = ({ basis = 'SAME_PERIOD_LAST_YEAR', percent = null, ...change }: Printed) => ({
  basis,
  method: 'PUBLISHED',
  reason: null,
  percent,
  printedAs: { value: null, low: null, high: null, qualifier: null, ...change },
});

describe('a printed change', () => {
  test.each<[string, StoredChange, { percent: string | null }]>([
    ['tăng 14,45%', { form: 'PERCENT', value: '14.45' }, { percent: '14.45' }],
    ['giảm 22,750%', { form: 'PERCENT', value: '-22.750' }, { percent: '-22.750' }],
    ['tăng gần 24%', { form: 'PERCENT', value: '24', qualifier: 'NEARLY' }, { percent: '24' }],
    ['tăng hơn 24%', { form: 'PERCENT', value: '24', qualifier: 'OVER' }, { percent: '24' }],
    ['bằng 101,2%', { form: 'INDEX', value: '101.2' }, { percent: '1.2' }],
    ['bằng 110,9%', { form: 'INDEX', value: '110.9' }, { percent: '10.9' }],
    ['bằng 89,02%', { form: 'INDEX', value: '89.02' }, { percent: '-10.98' }],
    ['bằng khoảng 100%', { form: 'INDEX', value: '100', qualifier: 'ABOUT' }, { percent: '0' }],
    ['gấp 6 lần', { form: 'RATIO', value: '6' }, { percent: '500' }],
    ['gấp 2,3 lần', { form: 'RATIO', value: '2.3' }, { percent: '130' }],
    ['gấp 1,001 lần', { form: 'RATIO', value: '1.001' }, { percent: '0.1' }],
    ['bằng 0,5 lần', { form: 'RATIO', value: '0.5' }, { percent: '-50' }],
    ['tăng 0,5 điểm phần trăm', { form: 'POINTS', value: '0.5' }, { percent: null }],
    ['tăng từ 15 đến 16%', { form: 'RANGE', low: '15', high: '16' }, { percent: null }],
  ])('keeps its form and its digits, and is converted exactly: %s', async (words, change, { percent }) => {
    const name = `FORM_${Buffer.from(words).toString('hex').toUpperCase()}`.slice(0, 60);
    await server.figures.publish([{ release: name, indicator: name, changes: { SAME_PERIOD_LAST_YEAR: change } }]);
    expect(await changeOf(`indicators: ["${name}"]`)).toEqual([printed({ ...change, percent })]);
  });

  test.each<[string, Printed]>([
    [
      'indicators: ["IIP"], breakdowns: [{ dimension: "INDUSTRY", items: ["2012"] }]',
      { form: 'RATIO', value: '6', percent: '500' },
    ],
    [
      'indicators: ["IIP"], breakdowns: [{ dimension: "INDUSTRY", items: ["22"] }]',
      { form: 'RATIO', value: '3.7', percent: '270' },
    ],
    [
      'indicators: ["RETAIL_SALES_AND_SERVICES"], publishers: ["DOIT_NINH_THUAN"]',
      { form: 'PERCENT', value: '14.56', percent: '14.56' },
    ],
    [
      'indicators: ["INDUSTRIAL_OUTPUT_VALUE"], periods: ["2021"]',
      { form: 'PERCENT', value: '20', percent: '20', qualifier: 'NEARLY' },
    ],
    [
      'indicators: ["IIP"], territories: ["56"], periods: ["2016-S1"]',
      { form: 'PERCENT', value: '9.00', percent: '9.00' },
    ],
    [
      'indicators: ["IIP"], breakdowns: [{ dimension: "INDUSTRY", items: ["B"] }], territories: ["VN"]',
      { form: 'PERCENT', value: '-4.6', percent: '-4.6' },
    ],
  ])('is read from real documents: %s', async (filter, change) => {
    expect(await changeOf(filter)).toEqual([printed(change)]);
  });

  test('of an average over years is no growth on last year', async () => {
    expect(
      await server.ask(`{
        observations(filter: { indicators: ["GRDP_REAL"], periods: ["2021-01-01/P2Y"] }) {
          nodes { period { kind label } change(basis: ANNUAL_AVERAGE) { percent } plain: change { percent reason } }
        }
      }`),
    ).toEqual({
      data: {
        observations: {
          nodes: [
            {
              period: { kind: 'SPAN', label: '2021–2022' },
              change: { percent: '8.91' },
              plain: { percent: null, reason: 'NO_VALUE' },
            },
          ],
        },
      },
    });
  });

  test.each(['SAME_PERIOD_LAST_YEAR', 'PREVIOUS_PERIOD', 'DECEMBER_LAST_YEAR', 'BASE_PERIOD', 'ANNUAL_AVERAGE'])(
    'stands apart by what it compares with: %s',
    async (basis) => {
      await server.figures.publish([
        { release: basis, indicator: `AGAINST_${basis}`, changes: { [basis]: { form: 'PERCENT', value: '1.5' } } },
      ]);
      expect(await changeOf(`indicators: ["AGAINST_${basis}"]`, `(basis: ${basis})`)).toEqual([
        printed({ basis, form: 'PERCENT', value: '1.5', percent: '1.5' }),
      ]);
    },
  );

  test('stands in its print, in the order of the bases', async () => {
    expect(
      await server.ask(`{
        observations(filter: { indicators: ["CPI"] }) { nodes { print { changes { basis percent print { status } } } } }
      }`),
    ).toEqual({
      data: {
        observations: {
          nodes: [
            {
              print: {
                changes: [
                  { basis: 'SAME_PERIOD_LAST_YEAR', percent: '4.34', print: { status: 'FINAL' } },
                  { basis: 'PREVIOUS_PERIOD', percent: '0.17', print: { status: 'FINAL' } },
                ],
              },
            },
          ],
        },
      },
    });
  });
});

describe('a change that no print states', () => {
  test('is there nonetheless: it has no rate and says why', async () => {
    expect(
      await server.ask(`{
        observations(filter: { indicators: ["INDUSTRIAL_OUTPUT_VALUE"], periods: ["2024-S1"] }) {
          nodes {
            unasked: change(basis: PREVIOUS_PERIOD) { ...All }
            printed: change(basis: PREVIOUS_PERIOD, method: PUBLISHED) { ...All }
          }
        }
      }
      fragment All on Change {
        basis method reason percent index percentagePoints difference printedAs { form } print { value } comparedWith { id }
      }`),
    ).toEqual({
      data: {
        observations: {
          nodes: [{ unasked: { ...NOTHING, reason: 'NO_BASE' }, printed: { ...NOTHING, reason: 'NOT_PUBLISHED' } }],
        },
      },
    });
  });

  test('is not derived from levels where one is printed', async () => {
    expect(
      await server.ask(`{
        observations(filter: { indicators: ["RETAIL_SALES_AND_SERVICES"], territories: ["VN"], periods: ["2023-S1", "2024-S1", "2025-S1"] }) {
          nodes { scaledValue change { percent method } }
        }
      }`),
    ).toEqual({
      data: {
        observations: {
          nodes: [
            { scaledValue: '3016800000000000', change: { percent: '10.9', method: 'PUBLISHED' } },
            { scaledValue: '3000000000000000', change: { percent: '8.9', method: 'PUBLISHED' } },
            { scaledValue: '3416800000000000', change: { percent: '9.3', method: 'PUBLISHED' } },
          ],
        },
      },
    });
  });

  test('is computed from the levels', async () => {
    const of = { release: 'LEVELS', indicator: 'LEVELS' };
    await server.figures.publish([
      { ...of, period: '2029-M12', value: '4.0', multiplier: 3 },
      { ...of, period: '2030-M01', value: '5001', changes: { SAME_PERIOD_LAST_YEAR: { form: 'PERCENT', value: '9' } } },
    ]);
    expect(
      await asked(
        'LEVELS',
        '2030-M01',
        'basis: PREVIOUS_PERIOD',
        `${NUMBERS} comparedWith { value unitMultiplier period { code } }`,
      ),
    ).toEqual({
      method: 'COMPUTED',
      reason: null,
      percent: '25.03',
      index: '125.03',
      percentagePoints: null,
      difference: '1001',
      comparedWith: { value: '4.0', unitMultiplier: 3, period: { code: '2029-M12' } },
    });
  });
});

const NUMBERS = 'method reason percent index percentagePoints difference';

const NOTHING = {
  basis: 'PREVIOUS_PERIOD',
  method: null,
  percent: null,
  index: null,
  percentagePoints: null,
  difference: null,
  printedAs: null,
  print: null,
  comparedWith: null,
};

/** A change of the only figure of an indicator and a period. */
async function asked(indicator: string, period: string, args: string, selection: string, more = ''): Promise<unknown> {
  const { data, errors }: Answer<{ observations: { nodes: { change: unknown }[] } }> = await server.ask(
    `{ observations(filter: { indicators: ["${indicator}"], periods: ["${period}"] ${more} }) {
      nodes { change(${args}) { ${selection} } } } }`,
  );
  return (
    errors ?? (data.observations.nodes.length === 1 ? data.observations.nodes[0]!.change : data.observations.nodes)
  );
}

/** What arithmetic says of the figure of a period: its rate, else the reason. */
async function grown(indicator: string, period: string, basis = 'SAME_PERIOD_LAST_YEAR', more = ''): Promise<unknown> {
  const change = await asked(indicator, period, `basis: ${basis}, method: COMPUTED`, 'percent reason', more);
  const { percent, reason } = change as { percent: string | null; reason: string | null };
  return percent ?? reason;
}

/** Makes of an indicator another kind of measure. */
async function measures(indicator: string, kind: string, unit: string, baseYear: number | null = null): Promise<void> {
  await sql`update indicator set kind = ${kind}, base_year = ${baseYear},
    unit_id = (select id from unit where code = ${unit}) where code = ${indicator}`.execute(server.database.db);
}

describe('a computed change', () => {
  test('of real shares is in percentage points, with every print of the share compared with', async () => {
    expect(
      await server.ask(`{
        observations(filter: { indicators: ["GRDP_SHARE"], territories: ["58"], periods: ["2024-Q1"],
          breakdowns: [{ dimension: "ECONOMIC_SECTOR" }] }) {
          nodes { value change { percent percentagePoints difference method comparedWith { value prints { value } } } }
        }
      }`),
    ).toMatchObject({
      data: {
        observations: {
          nodes: [
            {
              value: '21.6',
              change: {
                percent: null,
                percentagePoints: '-1.5',
                difference: '-1.5',
                method: 'COMPUTED',
                comparedWith: { value: '23.1', prints: [{ value: '20.4' }, { value: '23.1' }] },
              },
            },
            { value: '42.1', change: { percentagePoints: '2', comparedWith: { value: '40.1' } } },
            { value: '32.0', change: { percentagePoints: '-0.2', comparedWith: { value: '32.2' } } },
            { value: '4.3', change: { percentagePoints: '-0.3', comparedWith: { value: '4.6' } } },
          ],
        },
      },
    });
  });

  test('shows where a publication disagrees with itself, because last year was revised', async () => {
    const of = { indicator: 'REVISED' };
    await server.figures.publish([
      { ...of, release: 'RV1', period: '2023', sourceDate: '2024-01-05', value: '6231.8', multiplier: 12 },
      {
        ...of,
        release: 'RV2',
        period: '2024',
        sourceDate: '2025-01-06',
        value: '6390.9',
        multiplier: 12,
        changes: { SAME_PERIOD_LAST_YEAR: { form: 'PERCENT', value: '8.96' } },
      },
    ]);
    expect([
      await asked('REVISED', '2024', 'method: PUBLISHED', 'percent difference'),
      await asked('REVISED', '2024', 'method: COMPUTED', 'percent difference'),
    ]).toEqual([
      { percent: '8.96', difference: null },
      { percent: '2.55', difference: '159100000000000' },
    ]);
  });

  test('is as of one moment: both operands as they were known then', async () => {
    const of = { indicator: 'THEN', period: '2023' };
    await server.figures.publish([
      { ...of, release: 'TH1', sourceDate: '2024-01-05', value: '100' },
      { ...of, release: 'TH2', sourceDate: '2024-01-06', period: '2024', value: '120' },
      { ...of, release: 'TH3', sourceDate: '2024-03-05', value: '110' },
    ]);
    expect(
      await server.ask(`{
        now: observations(filter: { indicators: ["THEN"], periods: ["2024"] }) { nodes { change { percent comparedWith { value } } } }
        then: observations(filter: { indicators: ["THEN"], periods: ["2024"] }, asOf: "2024-02-01") {
          nodes { change { percent comparedWith { value isRevised } } }
        }
      }`),
    ).toEqual({
      data: {
        now: { nodes: [{ change: { percent: '9.09', comparedWith: { value: '110' } } }] },
        then: { nodes: [{ change: { percent: '20', comparedWith: { value: '100', isRevised: false } } }] },
      },
    });
  });

  test('has its base on the first row of every page', async () => {
    const of = { release: 'PAGED', indicator: 'PAGED' };
    await server.figures.publish(
      ['100', '110', '121', '133.1'].map((value, at) => ({ ...of, period: `2030-M0${at + 1}`, value })),
    );
    expect(
      await server.ask(`{
        observations(filter: { indicators: ["PAGED"], from: "2030-M03" }, first: 1) {
          nodes { period { code } change(basis: PREVIOUS_PERIOD) { percent } }
        }
      }`),
    ).toEqual({ data: { observations: { nodes: [{ period: { code: '2030-M03' }, change: { percent: '10' } }] } } });
  });

  test('compares with what its basis says', async () => {
    const of = { release: 'BASES', indicator: 'BASES' };
    const levels = { '2029-M03': '80', '2029-M12': '96', '2030-M02': '100', '2030-M03': '120', '2029-YTD03': '10' };
    await server.figures.publish(Object.entries(levels).map(([period, value]) => ({ ...of, period, value })));
    const bases = ['SAME_PERIOD_LAST_YEAR', 'PREVIOUS_PERIOD', 'DECEMBER_LAST_YEAR', 'BASE_PERIOD', 'ANNUAL_AVERAGE'];
    expect(await Promise.all(bases.map((basis) => grown('BASES', '2030-M03', basis)))).toEqual([
      '50',
      '20',
      '25',
      'NOT_COMPUTABLE',
      'NOT_COMPUTABLE',
    ]);
  });

  test('of a longer year-to-date is on last year only: it has no period before', async () => {
    const of = { release: 'YTD', indicator: 'YTD' };
    await server.figures.publish([
      { ...of, period: '2029-YTD10', value: '100' },
      { ...of, period: '2030-YTD09', value: '90' },
      { ...of, period: '2030-YTD10', value: '115' },
    ]);
    expect([await grown('YTD', '2030-YTD10'), await grown('YTD', '2030-YTD10', 'PREVIOUS_PERIOD')]).toEqual([
      '15',
      'NO_PREVIOUS_PERIOD',
    ]);
  });

  test('of percentages is in percentage points, of an index in percent of it', async () => {
    const release = 'MEASURED';
    await server.figures.publish(
      ['RATE', 'INDEXED', 'BASELESS'].flatMap((indicator) => [
        { release, indicator, period: '2029', value: '110' },
        { release, indicator, period: '2030', value: '112.2' },
      ]),
    );
    await measures('RATE', 'RATIO', 'PERCENT');
    await measures('INDEXED', 'INDEX', 'INDEX', 2020);
    await measures('BASELESS', 'INDEX', 'INDEX');
    const nothing = { percent: null, index: null, percentagePoints: null, difference: null };
    const computed = { method: 'COMPUTED', reason: null, ...nothing };
    expect([
      await asked('RATE', '2030', 'method: COMPUTED', NUMBERS),
      await asked('INDEXED', '2030', 'method: COMPUTED', NUMBERS),
      await asked('INDEXED', '2030', 'basis: BASE_PERIOD', `${NUMBERS} comparedWith { id }`),
      await asked('BASELESS', '2030', 'method: COMPUTED', NUMBERS),
      await asked('BASELESS', '2030', 'basis: BASE_PERIOD', NUMBERS),
    ]).toEqual([
      { ...computed, percentagePoints: '2.2', difference: '2.2' },
      { ...computed, percent: '2', index: '102', difference: '2.2' },
      { ...computed, percent: '12.2', index: '112.2', difference: '12.2', comparedWith: null },
      { method: null, reason: 'UNIT_CHANGED', ...nothing },
      { method: null, reason: 'NOT_COMPUTABLE', ...nothing },
    ]);
  });

  test('shares its base between the aliases that ask for it, in one statement for a list', async () => {
    const document = `{
      observations(filter: { indicators: ["GRDP_SHARE"], breakdowns: [{ dimension: "ECONOMIC_SECTOR" }] }) {
        nodes {
          one: change(method: COMPUTED) { percentagePoints comparedWith { value } }
          other: change { percentagePoints comparedWith { id } }
          previous: change(basis: PREVIOUS_PERIOD) { percentagePoints }
        }
      }
    }`;
    await server.ask(document);
    const sent = await statementsOf(() => server.ask(document));
    expect(sent.filter((statement) => !statement.includes('clock_timestamp'))).toHaveLength(2);
  });

  test('of a figure read by its id is the same, and so is the base of its base', async () => {
    const filter = '{ indicators: ["RETAIL_SALES_AND_SERVICES"], territories: ["VN"], periods: ["2025-S1"] }';
    const change =
      'change(method: COMPUTED) { reason comparedWith { id value change(method: COMPUTED) { reason comparedWith { value } } } }';
    const { data } = await server.ask<{ observations: { nodes: { id: string; change: unknown }[] } }>(
      `{ observations(filter: ${filter}, asOf: "2025-12-01") { nodes { id ${change} } } }`,
    );
    const [{ id, change: listed }] = data.observations.nodes as [{ id: string; change: unknown }];
    expect(listed).toMatchObject({
      reason: 'QUALIFIED_VALUE',
      comparedWith: { value: '3', change: { reason: 'QUALIFIED_VALUE', comparedWith: { value: '3016.8' } } },
    });
    expect(await server.ask(`{ node(id: "${id}") { ... on Observation { ${change} } } }`)).toEqual({
      data: { node: { change: listed } },
    });
  });
});

describe('a computed change is refused', () => {
  const figures = (indicator: string, base: Partial<PrintOf>, figure: Partial<PrintOf> = {}): Promise<void> =>
    server.figures.publish([
      { release: indicator, indicator, period: '2029', value: '100', ...base },
      { release: indicator, indicator, period: '2030', value: '110', ...figure },
    ]);

  test.each<[string, Partial<PrintOf>, Partial<PrintOf>]>([
    ['NO_VALUE', {}, { value: null, changes: { PREVIOUS_PERIOD: { form: 'PERCENT', value: '1' } } }],
    ['NO_VALUE', {}, { value: null, status: 'SUPPRESSED' }],
    ['NO_BASE', { period: '2028' }, {}],
    ['NO_BASE', { publisher: 'DOIT_NINH_THUAN' }, {}],
    ['NO_BASE', { territory: 'VN' }, { territory: '58' }],
    ['NO_BASE', { breakdown: 'INDUSTRY=C' }, {}],
    ['NO_BASE', { value: null, status: 'MISSING' }, {}],
    ['NO_BASE', { value: null, changes: { SAME_PERIOD_LAST_YEAR: { form: 'PERCENT', value: '1' } } }, {}],
    ['BASE_NOT_POSITIVE', { value: '0.0' }, {}],
    ['BASE_NOT_POSITIVE', { value: '-3' }, {}],
    ['QUALIFIED_VALUE', { qualifier: 'OVER' }, {}],
    ['QUALIFIED_VALUE', {}, { qualifier: 'NEARLY' }],
    ['SERIES_BREAK', {}, { hasBreak: true }],
    ['10', { hasBreak: true }, {}],
  ])('with %s: a base %j, a figure %j', async (reason, base, figure) => {
    const name = `REFUSED_${Buffer.from(JSON.stringify([base, figure]))
      .toString('hex')
      .slice(0, 80)
      .toUpperCase()}`;
    await figures(name, base, figure);
    expect(await grown(name, '2030', 'SAME_PERIOD_LAST_YEAR', 'territories: ["58"]')).toBe(reason);
  });

  test('from zero or below there is a difference nonetheless, and of percentages points', async () => {
    await figures('LOSS', { value: '-3' });
    expect(await asked('LOSS', '2030', 'method: COMPUTED', NUMBERS)).toEqual({
      method: null,
      reason: 'BASE_NOT_POSITIVE',
      percent: null,
      index: null,
      percentagePoints: null,
      difference: '113',
    });
    await measures('LOSS', 'RATIO', 'PERCENT');
    expect(await asked('LOSS', '2030', 'method: COMPUTED', 'reason percentagePoints')).toEqual({
      reason: null,
      percentagePoints: '113',
    });
  });

  test('where the series breaks between the two, as of the moment asked', async () => {
    const of = { indicator: 'BROKEN' };
    await server.figures.publish([
      { ...of, release: 'BR1', sourceDate: '2024-01-01', period: '2029-M01', value: '100' },
      { ...of, release: 'BR1', sourceDate: '2024-01-01', period: '2029-M06', value: '100' },
      { ...of, release: 'BR1', sourceDate: '2024-01-01', period: '2030-M01', value: '110' },
      { ...of, release: 'BR1', sourceDate: '2024-01-01', period: '2030-M06', value: '110' },
    ]);
    expect(await grown('BROKEN', '2030-M01')).toBe('10');
    await server.figures.publish([
      { ...of, release: 'BR2', sourceDate: '2024-02-01', period: '2029-M06', value: '100', hasBreak: true },
    ]);
    expect([
      await grown('BROKEN', '2030-M01'),
      await grown('BROKEN', '2030-M06'),
      await server.ask(`{
        observations(filter: { indicators: ["BROKEN"], periods: ["2030-M01"] }, asOf: "2024-01-15") { nodes { change { percent } } }
      }`),
    ]).toEqual(['SERIES_BREAK', '10', { data: { observations: { nodes: [{ change: { percent: '10' } }] } } }]);
  });

  test('where the unit had another area in the base period: old and new Khánh Hòa are never chained', async () => {
    await figures(
      'MERGED',
      { territory: '56@2024-06-06', period: '2024' },
      { territory: '56@2025-07-01', period: '2025' },
    );
    const merged = 'territories: ["56@2025-07-01"]';
    expect(await grown('MERGED', '2025', 'SAME_PERIOD_LAST_YEAR', merged)).toBe('TERRITORY_CHANGED');
    await server.figures.publish([
      { release: 'RECALCULATED', indicator: 'MERGED', territory: '56@2025-07-01', period: '2024', value: '88' },
    ]);
    expect(await grown('MERGED', '2025', 'SAME_PERIOD_LAST_YEAR', merged)).toBe('25');
  });

  test('while its base is held back', async () => {
    const base = { release: 'HELD_BASE', indicator: 'HELD', period: '2029', value: '100' };
    await server.figures.publish([{ release: 'OPEN', indicator: 'HELD', period: '2030', value: '110' }]);
    await server.figures.print(base);
    await server.figures.lift('HELD_BASE', `clock_timestamp() + interval '1 hour'`);
    const held = await asked('HELD', '2030', 'method: COMPUTED', 'reason comparedWith { id }');
    await server.figures.lift('HELD_BASE');
    expect([held, await grown('HELD', '2030')]).toEqual([{ reason: 'NO_BASE', comparedWith: null }, '10']);
  });
});
