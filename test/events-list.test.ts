import { beforeAll, describe, expect, test } from '@jest/globals';
import { EventFactories } from './support/event-factories.js';
import { type Answer, testServer } from './support/server.js';

const server = testServer({}, false);
const make = new EventFactories(() => server.database);

interface Events {
  events: { totalCount: number; nodes: { slug: string }[]; edges: { cursor: string }[] };
}

const ask = (args: string, selection = 'nodes { slug }'): Promise<Answer<Events>> =>
  server.ask(`{ events${args && `(${args})`} { ${selection} } }`);

/** Slugs of the events that `events(…)` lists. */
const listed = async (args: string): Promise<string[]> => {
  const { data, errors } = await ask(args);
  if (errors) throw new Error(errors[0]!.message);
  return data.events.nodes.map(({ slug }) => slug);
};

/** By name: its dates. Not in their order. */
const DATED: Record<string, [from: string | null, to: string | null]> = {
  'tháng sáu': ['2024-06', null],
  'ngày 13 đến 18': ['2024-06-13', '2024-06-18'],
  'ngày 16': ['2024-06-16', null],
  'đến ngày 10': [null, '2024-06-10'],
  'không ngày': [null, null],
  'Đà ngày 16': ['2024-06-16', '2024-06-16'],
  'da ngày 16': ['2024-06-16', null],
  'quý ba hay bốn': ['2024-Q3/2024-Q4', null],
  'cả năm': ['2024-01-01', '2024'],
};

const SLUGS: Record<string, string> = { 'Đà ngày 16': 'da-ngay-16-2' };

beforeAll(async () => {
  for (const [name, [from, to]] of Object.entries(DATED))
    await make.event({ name, slug: SLUGS[name], from: from ?? undefined, to: to ?? undefined });
});

describe('events are ordered', () => {
  const BY_START = ['ca-nam', 'ngay-13-den-18', 'da-ngay-16', 'da-ngay-16-2', 'ngay-16', 'thang-sau', 'quy-ba-hay-bon'];
  const UNKNOWN = ['den-ngay-10', 'khong-ngay'];

  test('by the last day they may begin, then the first, then by name as a Vietnamese dictionary sorts; unknown starts last', async () => {
    expect(await listed('')).toEqual([...BY_START, ...UNKNOWN]);
  });

  test('backwards with unknown starts last all the same', async () => {
    const sixteenth = ['da-ngay-16', 'da-ngay-16-2', 'ngay-16'];
    expect(await listed('orderBy: { direction: DESC }')).toEqual([
      'quy-ba-hay-bon', 'thang-sau', ...sixteenth, 'ngay-13-den-18', 'ca-nam', ...UNKNOWN,
    ]); // prettier-ignore
  });

  test('by name, d before đ', async () => {
    expect(await listed('orderBy: { field: NAME }, first: 4')).toEqual(['ca-nam', 'da-ngay-16', 'da-ngay-16-2', 'den-ngay-10']);
  }); // prettier-ignore

  test.each(['', 'orderBy: { direction: DESC }', 'orderBy: { field: NAME, direction: DESC }', 'filter: { search: "ngay" }'])(
    'so that pages of two make the whole list, both ways: %s',
    async (args) => {
      const whole = await listed(args);
      const [forwards, backwards] = [await walked(args, 'first', 'after'), await walked(args, 'last', 'before')];
      expect([forwards, backwards.reverse()]).toEqual([whole, whole]);
      expect(whole.length).toBeGreaterThan(5);
    },
  ); // prettier-ignore
});

/** Slugs of a list, two by two from one end. */
async function walked(args: string, size: 'first' | 'last', beyond: 'after' | 'before'): Promise<string[]> {
  const slugs: string[] = [];
  for (let at = ''; ;) {
    const { data } = await ask(`${args} ${size}: 2 ${at}`, 'nodes { slug } edges { cursor }');
    const { nodes, edges } = data.events;
    if (nodes.length === 0) return slugs;
    const page = nodes.map(({ slug }) => slug);
    slugs.push(...(size === 'first' ? page : page.reverse()));
    at = `${beyond}: "${edges.at(size === 'first' ? -1 : 0)!.cursor}"`;
  }
}

test.each([
  ['from: "2024-06-16", to: "2024-06-16"', ['ca-nam', 'ngay-13-den-18', 'da-ngay-16', 'da-ngay-16-2', 'ngay-16', 'thang-sau']],
  ['from: "2024-06-19", to: "2024-06-30"', ['ca-nam', 'thang-sau']],
  ['from: "2024-12-31"', ['ca-nam', 'quy-ba-hay-bon']],
  ['from: "2025-01-01"', []],
  ['to: "2023-12-31"', ['den-ngay-10']],
  ['to: "2024-01-01"', ['ca-nam', 'den-ngay-10']],
  ['from: "2024-06-10", to: "2024-06-12"', ['ca-nam', 'thang-sau', 'den-ngay-10']],
  ['from: "2024-06-11", to: "2024-06-12"', ['ca-nam', 'thang-sau']],
])('%s takes what may lie on one of the days, an unknown end being the last day of the start', async (filter, slugs) => {
  expect(await listed(`filter: { ${filter} }`)).toEqual(slugs);
}); // prettier-ignore

test.each([
  ['states: [RUNNING], on: "2024-06-16"', ['ngay-13-den-18', 'da-ngay-16', 'da-ngay-16-2', 'ngay-16']],
  ['states: [UPCOMING], on: "2024-06-12"', ['ngay-13-den-18', 'da-ngay-16', 'da-ngay-16-2', 'ngay-16', 'quy-ba-hay-bon']],
  ['states: [UPCOMING, OVER], on: "2024-06-15"', ['da-ngay-16', 'da-ngay-16-2', 'ngay-16', 'quy-ba-hay-bon', 'den-ngay-10']],
  ['states: [OVER]', ['ca-nam', 'ngay-13-den-18', 'da-ngay-16', 'da-ngay-16-2', 'ngay-16', 'thang-sau', 'quy-ba-hay-bon', 'den-ngay-10']],
  ['states: [CANCELLED]', []],
])('%s takes what surely stands so on the day, today unless told', async (filter, slugs) => {
  const found = await listed(`filter: { ${filter} }`);
  expect(new Set(found)).toEqual(new Set(slugs));
  expect(found).toHaveLength(slugs.length);
}); // prettier-ignore

describe('a search', () => {
  beforeAll(async () => {
    for (const name of ['Festival nho', 'Nho', 'Nho và vang', 'Lễ hội nhốm', 'Giảm giá 100% cùng "O\'Neil" _ & | ! <->'])
      await make.event({ name, nameEn: name === 'Nho và vang' ? 'Grapes and wine' : undefined, kind: 'FESTIVAL' });
  }); // prettier-ignore

  test.each([
    ['nho', ['nho', 'nho-va-vang', 'festival-nho', 'le-hoi-nhom']],
    ['NHÓ', ['nho', 'nho-va-vang', 'festival-nho', 'le-hoi-nhom']],
    ['grape', ['nho-va-vang']],
    ['vang nho', ['nho-va-vang']],
    ['festivl nho', ['festival-nho']],
    ['100%', ['giam-gia-100-cung-o-neil']],
    ['%', []],
    ['_', []],
    ['\' & | ! <-> " \\', []],
    ['\u0000', []],
  ])('for %j finds the closest first, whatever signs are in it', async (search, slugs) => {
    const { data } = await server.ask<Events>(
      'query S($search: String!) { events(filter: { search: $search, kinds: [FESTIVAL] }) { totalCount nodes { slug } } }',
      { search },
    );
    expect(data.events).toEqual({ totalCount: slugs.length, nodes: slugs.map((slug) => ({ slug })) });
  });

  test('goes by start where that is asked', async () => {
    await make.change('festival-nho', { planned_start: '2040-01-01' });
    expect(await listed('filter: { search: "nho", kinds: [FESTIVAL] }, orderBy: { field: START }')).toEqual([
      'festival-nho', 'le-hoi-nhom', 'nho', 'nho-va-vang',
    ]); // prettier-ignore
  });
});

const forged = (...values: unknown[]): string => Buffer.from(JSON.stringify([1, ...values])).toString('base64url');

test.each([
  ['filter: { from: "2024-06-30", to: "2024-06-01" }', { reason: 'INVALID_RANGE', argument: 'filter.from', value: '2024-06-30' }],
  ['filter: { from: "2024-06" }', { reason: 'INVALID_DATE', value: '2024-06' }],
  ['filter: { to: "2024-02-30" }', { reason: 'INVALID_DATE', value: '2024-02-30' }],
  ['filter: { on: "today" }', { reason: 'INVALID_DATE', value: 'today' }],
  ['filter: { kinds: [] }', { reason: 'EMPTY_LIST', argument: 'filter.kinds', value: [] }],
  ['filter: { states: [] }', { reason: 'EMPTY_LIST', argument: 'filter.states', value: [] }],
  ['filter: { producers: ["khong-co"] }', { reason: 'UNKNOWN_CODE', argument: 'filter.producers', value: 'khong-co' }],
  ['filter: { products: ["\\u0000"] }', { reason: 'UNKNOWN_CODE', argument: 'filter.products', value: '\u0000' }],
  ['filter: { territories: ["999999"] }', { reason: 'UNKNOWN_CODE', argument: 'filter.territories', value: '999999' }],
  [`filter: { search: "${'x'.repeat(300)}" }`, { reason: 'TOO_LARGE', argument: 'filter.search', value: 300 }],
  ['first: 0', { reason: 'INVALID_PAGE', argument: 'first', value: 0 }],
  ['last: 501', { reason: 'INVALID_PAGE', argument: 'last', value: 501 }],
  [`after: "${forged('START ASC', '2024-06-16')}"`, { reason: 'INVALID_CURSOR', argument: 'after' }],
  [`after: "${forged('START ASC', '2024-06-16', "';", 'a', 1)}"`, { reason: 'INVALID_CURSOR', argument: 'after' }],
  [`after: "${forged('START DESC', '2024-06-16', '2024-06-16', 'a', 1)}"`, { reason: 'INVALID_CURSOR', argument: 'after' }],
])('events(%s) is refused with what is wrong', async (args, refusal) => {
  const { errors } = await ask(args);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', ...refusal });
}); // prettier-ignore
