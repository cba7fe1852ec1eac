import { describe, expect, test } from '@jest/globals';
import { testServer } from './support/server.js';
import { statementsOf } from './support/statements.js';

const server = testServer({ ANSWER_CACHE_BYTES: '0', CLOCK_MAX_AGE_MS: '1000' });

/** Statements of a selection that is asked again, but for reading the clock. */
async function statements(selection: string): Promise<number> {
  expect(await server.ask(`{ ${selection} }`)).not.toHaveProperty('errors');
  const sent = await statementsOf(() => server.ask(`{ ${selection} }`));
  return sent.filter((statement) => !statement.includes('clock_timestamp')).length;
}

const aliased = (fields: readonly string[]): string => fields.map((field, at) => `alias${at}: ${field}`).join('\n');

const PAGE = '{ totalCount nodes { id } }';
const OF_58 = 'territories: ["58"]';

describe('one list under several aliases is read once, however its arguments are written', () => {
  test.each([
    [
      'observations',
      2,
      [
        `(filter: { indicators: ["EXPORT_TURNOVER"], ${OF_58} }) ${PAGE}`,
        `(filter: { ${OF_58}, indicators: ["EXPORT_TURNOVER"], periods: null }, orderBy: null, asOf: null) ${PAGE}`,
        `(first: 20, after: null, filter: { indicators: ["EXPORT_TURNOVER"], ${OF_58} }) ${PAGE}`,
      ],
    ],
    ['plans', 2, [`(filter: { ${OF_58} }) ${PAGE}`, `(first: 20, filter: { targets: null, ${OF_58} }) ${PAGE}`, `(filter: { ${OF_58} }, asOf: null) ${PAGE}`]],
    ['products', 2, [`(filter: { minStars: 3 }) ${PAGE}`, `(filter: { minStars: 3, validity: CERTAIN, groups: null }, first: 20) ${PAGE}`, `(orderBy: null, filter: { minStars: 3 }) ${PAGE}`]],
    ['events', 2, [PAGE, `(first: 20) ${PAGE}`, `(filter: null, orderBy: null) ${PAGE}`]],
    ['projects', 2, [PAGE, `(first: 20) ${PAGE}`, `(filter: null) ${PAGE}`]],
    ['producers', 2, [PAGE, `(first: 20) ${PAGE}`, `(filter: null) ${PAGE}`]],
    ['search', 1, ['(text: "nho") { kind }', '(text: "nho", kinds: null) { kind }', '(text: "nho", first: 20) { isResembling }']],
  ])('%s takes %i statements', async (field, expected, ways) => {
    expect(await statements(`${field}${ways[0]!}`)).toBe(expected);
    expect(await statements(aliased(ways.map((way) => `${field}${way}`)))).toBe(expected);
  }); // prettier-ignore

  test('and so is one below another', async () => {
    const below = aliased([`observations ${PAGE}`, `observations(first: 20) ${PAGE}`, `observations(filter: null) ${PAGE}`]);
    expect(await statements(`indicators(first: 5) { nodes { ${below} } }`)).toBe(2);
  }); // prettier-ignore

  test('and pages of one list share their total', async () => {
    for (const field of ['observations', 'plans', 'products', 'events']) {
      const pages = ['(first: 1)', '(first: 2)', '(last: 1)'].map((page) => `${field}${page} { totalCount }`);
      expect({ field, sent: await statements(aliased(pages)) }).toEqual({ field, sent: 4 });
    }
  });

  test.each([
    ['indicator(code: "IIP")', 'observations'],
    ['territory(code: "58", on: "2024-06-06")', 'products'],
    ['territory(code: "56", on: "2025-07-01")', 'predecessorTotals'],
  ])('and one that is refused spoils no other: %s { %s }', async (parent, field) => {
    const asked = (page: string) => `${parent} { ${field}${page} { totalCount } }`;
    const { data } = await server.ask<Record<string, unknown>>(
      `{ refused: ${asked('(after: "x")')} other: ${asked('')} }`,
    );
    const { data: alone } = await server.ask<Record<string, unknown>>(`{ other: ${asked('')} }`);
    expect(data).toEqual({ refused: null, ...alone });
  });

  test('answers the same under each', async () => {
    const ways = ['(filter: { minStars: 3 }, first: 2)', '(filter: { minStars: 3, groups: null }, first: 2, after: null)'];
    const { data } = await server.ask<Record<string, unknown>>(`{ ${aliased(ways.map((way) => `products${way} ${PAGE}`))} }`);
    expect(data['alias1']).toEqual(data['alias0']);
  }); // prettier-ignore
});

describe('lists asked differently are each read for themselves', () => {
  test.each([
    ['observations', ['58', '56', 'VN'].map((code) => `(filter: { territories: ["${code}"] }, first: 3)`)],
    ['plans', ['58', '56', 'VN'].map((code) => `(filter: { territories: ["${code}"] })`)],
    ['products', [1, 2, 3].map((stars) => `(filter: { minStars: ${stars} })`)],
    ['events', [1, 2, 3].map((first) => `(first: ${first})`)],
  ])('three lists of %s take three statements', async (field, ways) => {
    expect(await statements(aliased(ways.map((way) => `${field}${way} { nodes { id } }`)))).toBe(3);
  });

  test('and answer for themselves', async () => {
    const ways = ['(first: 1)', '(last: 1)', '(first: 2)'].map((way) => `products${way} { nodes { id } }`);
    const { data } = await server.ask<Record<string, unknown>>(`{ ${aliased(ways)} }`);
    const alone = await Promise.all(
      ways.map(async (way) => (await server.ask<{ products: unknown }>(`{ ${way} }`)).data.products),
    );
    expect(Object.values(data)).toEqual(alone);
  });
});

test('a table of codes that several aliases need is loaded once, even where none is in memory yet', async () => {
  const loads = async (selection: string): Promise<string[]> => {
    await server.database.db.updateTable('unit').set({ symbol: 'J' }).where('code', '=', 'KWH').execute();
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const sent = await statementsOf(() => server.ask(`{ ${selection} }`));
    return sent.filter((statement) => !statement.includes('clock_timestamp')).sort();
  };
  const once = 'indicators(search: "xk") { nodes { unit { code } related { relation } } }';
  const others = ['', ', first: 1', ', first: 2'].map((rest) => `indicators(search: "k"${rest}) { nodes { unit { code } related { relation } } }`); // prettier-ignore
  const sent = await loads(once);
  expect(sent.length).toBeGreaterThan(3);
  expect(await loads(aliased(others))).toEqual(sent);
});
