import { beforeAll, expect, test } from '@jest/globals';
import { type Answer, testServer } from './support/server.js';

const server = testServer();

const BASES = ['SAME_PERIOD_LAST_YEAR', 'PREVIOUS_PERIOD', 'DECEMBER_LAST_YEAR', 'BASE_PERIOD', 'ANNUAL_AVERAGE'];

interface Figure {
  indicator: { code: string };
  territory: { code: string; validFrom: string | null };
  breakdown: { code: string; dimension: { code: string } }[];
  publisher: { code: string };
  period: { code: string };
  [basis: string]: unknown;
}

interface Cells {
  dimensions: { role: string; code: string; items: { code: string; validFrom: string | null }[] }[];
  values: (string | null)[];
}

const FIGURE = `indicator { code } territory { code validFrom } publisher { code } period { code }
  breakdown { code dimension { code } }`;

/** The item of a dimension that a figure belongs to. */
function itemOf({ role, code }: Cells['dimensions'][number], figure: Figure): string {
  if (role === 'TERRITORY') return `${figure.territory.code} ${figure.territory.validFrom}`;
  if (role === 'BREAKDOWN') return figure.breakdown.find(({ dimension }) => dimension.code === code)?.code ?? '_T';
  return figure[role.toLowerCase() as 'indicator' | 'publisher' | 'period'].code;
}

/** What the table shows of the change of a figure: percent, points. */
function cellsOf({ dimensions, values }: Cells, figure: Figure): (string | null)[] {
  const cell = dimensions.slice(0, -1).reduce((at, dimension) => {
    const keys = dimension.items.map(({ code, validFrom }) =>
      dimension.role === 'TERRITORY' ? `${code} ${validFrom}` : code,
    );
    return at * keys.length + keys.indexOf(itemOf(dimension, figure));
  }, 0);
  return values.slice(cell * 2, cell * 2 + 2);
}

/** Each figure of an indicator beside the table, on every basis. */
async function bothWays(indicator: string, dimensions: string[], method: string): Promise<[unknown, unknown][]> {
  const broken = dimensions.map((code) => `{ dimension: "${code}" }`).join(', ');
  const totals = dimensions.map((code) => `{ dimension: "${code}", items: ["_T"] }`).join(', ');
  const filter =
    `filter: { indicators: ["${indicator}"], breakdowns: [${[broken, totals].filter(Boolean).join(', ')}] }`.replace(
      ', breakdowns: []',
      '',
    );
  const changes = BASES.map(
    (basis) => `${basis}: change(basis: ${basis}, method: ${method}) { percent percentagePoints }`,
  );
  const tables = BASES.map(
    (
      basis,
    ) => `${basis}: table(${filter}, measures: [CHANGE_PERCENT, CHANGE_POINTS], basis: ${basis}, method: ${method}) {
      dimensions { role code items { code validFrom } } values }`,
  );
  const { data, errors }: Answer<{ observations: { nodes: Figure[] } } & Record<string, Cells>> = await server.ask(
    `{ observations(${filter}, first: 200) { nodes { ${FIGURE} ${changes.join(' ')} } } ${tables.join(' ')} }`,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.observations.nodes.flatMap((figure) =>
    BASES.map((basis): [unknown, unknown] => {
      const said = figure[basis] as { percent: string | null; percentagePoints: string | null };
      return [cellsOf(data[basis]!, figure), [said.percent, said.percentagePoints]];
    }),
  );
}

/** Figures of every sort beside the real ones: growing, from zero, inexact, broken, of other areas, revised. */
beforeAll(async () => {
  const months = [...Array(26).keys()].map(
    (at) => `${2028 + Math.floor(at / 12)}-M${String((at % 12) + 1).padStart(2, '0')}`,
  );
  const sorts = [
    {},
    { qualifier: 'OVER' },
    { value: '0' },
    { hasBreak: true },
    { value: null, status: 'MISSING' },
    { multiplier: 3 },
  ];
  await server.figures.publish(
    months.flatMap((period, at) =>
      ['58', '56@2024-06-06', '56@2025-07-01'].flatMap((territory, place) =>
        ['NSO', 'DOIT_NINH_THUAN'].map((publisher, by) => ({
          release: 'EVERY_SORT',
          source: `EVERY_SORT_${publisher}`,
          indicator: 'EVERY_SORT',
          period,
          territory,
          publisher,
          value: String(100 + ((at * 37 + place * 11 + by * 7) % 90)),
          ...((at + place + by) % 4 === 3 ? sorts[(at * 5 + place + by) % sorts.length] : {}),
        })),
      ),
    ),
  );
  await server.figures.publish([
    { release: 'REVISION', indicator: 'EVERY_SORT', period: '2029-M02', value: '77', sourceDate: '2025-01-01' },
  ]);
});

test.each(['PUBLISHED', 'COMPUTED', 'null'])(
  'a table shows what each figure says of its change, on every basis, of all figures: method %s',
  async (method) => {
    const { data }: Answer<{ indicators: { nodes: { code: string; dimensions: { code: string }[] }[] } }> =
      await server.ask('{ indicators(first: 100) { nodes { code dimensions { code } } } }');
    const pairs: [unknown, unknown][] = [];
    for (const { code, dimensions } of data.indicators.nodes) {
      pairs.push(
        ...(await bothWays(
          code,
          dimensions.map((dimension) => dimension.code),
          method,
        )),
      );
    }
    expect(pairs.map(([cells]) => cells)).toEqual(pairs.map(([, said]) => said));
    expect(pairs.length).toBeGreaterThan(1000);
    expect(pairs.some(([, said]) => (said as unknown[]).some((one) => one !== null))).toBe(true);
  },
  60_000,
);
