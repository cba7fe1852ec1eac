import { beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { Catalogue } from './support/catalogue.js';
import { EventFactories } from './support/event-factories.js';
import { ProjectFactory } from './support/project-factories.js';
import { testServer } from './support/server.js';
import { statementsOf } from './support/statements.js';

const server = testServer({ ANSWER_CACHE_BYTES: '0' });

beforeAll(async () => {
  await sql`truncate product, producer, event, project cascade`.execute(server.database.db);
  const catalogue = new Catalogue(server.database);
  await catalogue.product('Nho');
  await catalogue.product('Nho xanh Ninh Thuận', { nameEn: 'Ninh Thuan green grapes', producer: 'Hợp tác xã Nho Thái An' });
  await catalogue.product('Rượu vang nho', { keywords: ['vang đỏ', 'trái cây'] });
  await catalogue.product('Nước mắm Cà Ná', { nameEn: 'Ca Na fish sauce' });
  await catalogue.product('Đậu xanh 100%');
  const events = new EventFactories(() => server.database);
  await events.event({ name: 'Lễ hội Nho và Vang Ninh Thuận 2023', nameEn: 'Grape and Wine Festival' });
  await events.event({ name: 'Nhộng ong' });
  await new ProjectFactory(() => server.database).make({ slug: 'ca-na', name: 'Khu công nghiệp Cà Ná', kind: 'INDUSTRIAL_PARK' });
}); // prettier-ignore

const THING = `thing {
  ... on Indicator { code }
  ... on Product { name(language: VI) }
  ... on Producer { name(language: VI) }
  ... on Event { name(language: VI) }
  ... on Project { name(language: VI) }
  ... on Source { code title }
}`;

interface Hit {
  kind: string;
  thing: { code?: string; name?: string };
  matched: { field: string; text: string }[];
  isResembling: boolean;
}

const search = async (text: string, rest = ''): Promise<Hit[]> => {
  const query = `query S($text: String!) { search(text: $text ${rest}) { kind matched { field text } isResembling ${THING} } }`;
  const { data, errors } = await server.ask<{ search: Hit[] }>(query, { text });
  if (errors) throw new Error(errors[0]!.message);
  return data.search;
};

/** Names of what is found, or codes. */
const found = async (text: string, rest = ''): Promise<(string | undefined)[]> =>
  (await search(text, rest)).map(({ thing }) => thing.name ?? thing.code);

describe('a search', () => {
  test('finds things of every kind, the closest first; kinds take turns where they are equally close', async () => {
    expect((await search('nho')).map(({ kind, thing }) => `${kind} ${thing.name!}`)).toEqual([
      'PRODUCT Nho',
      'PRODUCT Nho xanh Ninh Thuận',
      'EVENT Nhộng ong',
      'PRODUCT Rượu vang nho',
      'PRODUCER Hợp tác xã Nho Thái An',
      'EVENT Lễ hội Nho và Vang Ninh Thuận 2023',
    ]);
  });

  test.each([
    ['without diacritics', 'nuoc mam', ['Nước mắm Cà Ná']],
    ['with some', 'nước mam', ['Nước mắm Cà Ná']],
    ['with đ as d', 'dau xanh', ['Đậu xanh 100%']],
    ['by beginnings of words in any order', 'thu nin nh', ['Nho xanh Ninh Thuận', 'Lễ hội Nho và Vang Ninh Thuận 2023']],
    ['in capitals', 'CÀ NÁ KHU', ['Khu công nghiệp Cà Ná']],
    ['by words of several of its texts, which come last', 'ca na', ['Nước mắm Cà Ná', 'Khu công nghiệp Cà Ná', 'RENEWABLE_CAPACITY_ADDED']],
    ['by the initials of an indicator, consonants only', 'XK', ['EXPORT_TURNOVER']],
    ['by its code', 'IIP', ['IIP']],
    ['by its code as words', 'export turnover', ['EXPORT_TURNOVER']],
    ['by the code of a document', 'NEWS_2024_06_06', ['NEWS_2024_06_06']],
  ])('is made %s', async (_, text, expected) => {
    expect(await found(text)).toEqual(expected);
  }); // prettier-ignore

  test.each([
    ['a percent sign', '%', []],
    ['an underscore', '_', []],
    ['quotes', `'"`, []],
    ['operators', '& | ! <-> :* ()', []],
    ['nothing', '', []],
    ['NUL', '\0', []],
    ['signs among words', `nuoc & 'mam'%_:*`, ['Nước mắm Cà Ná']],
    ['a percent sign after a number', '100%', ['Đậu xanh 100%']],
  ])('takes signs as blanks: %s', async (_, text, expected) => {
    expect(await found(text)).toEqual(expected);
  });

  test.each([
    ['a product', 'nuoc nam', ['Nước mắm Cà Ná']],
    ['a project', 'khu cong nghep ca', ['Khu công nghiệp Cà Ná']],
    ['an indicator', 'kim ngach xuat khauu', ['EXPORT_TURNOVER']],
  ])('forgives a typo only where nothing begins so: %s', async (_, text, expected) => {
    const hits = await search(text, ', kinds: [PRODUCT, PROJECT, INDICATOR]');
    expect(hits.map(({ thing }) => thing.name ?? thing.code)[0]).toEqual(expected[0]);
    expect(hits.every(({ isResembling }) => isResembling)).toBe(true);
  });

  test('does not look for what resembles where something is found', async () => {
    expect((await search('nho')).filter(({ isResembling }) => isResembling)).toEqual([]);
  });

  test('takes only the kinds asked', async () => {
    expect((await search('nho', ', kinds: [EVENT, PRODUCER]')).map(({ kind }) => kind)).toEqual([
      'EVENT',
      'PRODUCER',
      'EVENT',
    ]);
  });

  test('gives as many as asked', async () => {
    expect(await found('nho', ', first: 2')).toEqual(['Nho', 'Nho xanh Ninh Thuận']);
  });

  test('of what is not published finds nothing', async () => {
    await server.figures.print({ release: 'HIDDEN', indicator: 'IIP', source: 'HIDDEN_DOCUMENT', isOwnDocument: true });
    expect(await found('hidden document')).toEqual([]);
    await server.figures.lift('HIDDEN');
    expect(await found('hidden document')).toEqual(['HIDDEN_DOCUMENT']);
  });
});

describe('why it was found', () => {
  test.each([
    ['ca na', 'NAME', 'Nước mắm Cà Ná'],
    ['fish sauce', 'ENGLISH_NAME', 'Ca Na fish sauce'],
    ['vang do', 'KEYWORD', 'vang đỏ'],
    ['turnover exp', 'CODE', 'EXPORT_TURNOVER'],
    ['kim ngach xuat', 'NAME', 'Kim ngạch xuất khẩu'],
  ])('is the first text that has all words: %s', async (text, field, matched) => {
    expect((await search(text))[0]!.matched).toEqual([{ field, text: matched }]);
  });

  test('is the texts that have them together', async () => {
    expect((await search('ruou trai'))[0]!.matched).toEqual([
      { field: 'NAME', text: 'Rượu vang nho' },
      { field: 'KEYWORD', text: 'trái cây' },
    ]);
  });

  test('is the text that resembles it most', async () => {
    expect((await search('fish sause', ', kinds: [PRODUCT]'))[0]).toMatchObject({
      matched: [{ field: 'ENGLISH_NAME', text: 'Ca Na fish sauce' }],
      isResembling: true,
    });
  });
});

test('a search asked again takes one statement, because what it finds is kept; one more where nothing is found as typed', async () => {
  const statements = async (text: string, rest = ''): Promise<number> => {
    await search(text, rest);
    const sent = await statementsOf(() => search(text, rest));
    return sent.filter((statement) => !statement.includes('clock_timestamp')).length;
  };
  expect(await statements('nho')).toBe(1);
  expect(await statements('nuoc mam')).toBe(1);
  expect(await statements('nuoc nam', ', kinds: [PRODUCT]')).toBe(2);
  expect(await statements('xuat khau', ', kinds: [INDICATOR, SOURCE]')).toBe(0);
});

test.each([
  ['too long a text', `text: "${'a'.repeat(201)}"`, { reason: 'TOO_LARGE', argument: 'text', value: 201 }],
  ['no kinds', 'text: "a", kinds: []', { reason: 'EMPTY_LIST', argument: 'kinds' }],
  ['too many', 'text: "a", first: 501', { reason: 'INVALID_PAGE', argument: 'first', value: 501 }],
])('is refused: %s', async (_, args, expected) => {
  expect(await server.refusal(`{ search(${args}) { kind } }`)).toMatchObject({ code: 'BAD_USER_INPUT', ...expected });
});
