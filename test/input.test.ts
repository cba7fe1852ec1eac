import { expect, test } from '@jest/globals';
import { testServer } from './support/server.js';

const server = testServer();
const BAD = { code: 'BAD_USER_INPUT' };

/** An argument of `observations`, with the refusal that it gets. */
const WRONG: [string, object][] = [
  ['filter: { indicators: ["EXPORT_TURNOVR"] }', { reason: 'UNKNOWN_CODE', argument: 'filter.indicators', value: 'EXPORT_TURNOVR', nearest: 'EXPORT_TURNOVER' }],
  ['filter: { indicators: ["WEATHER"] }', { reason: 'UNKNOWN_CODE', argument: 'filter.indicators', value: 'WEATHER' }],
  ['filter: { territories: ["580"] }', { reason: 'UNKNOWN_CODE', argument: 'filter.territories', value: '580', nearest: '570' }],
  ['filter: { territories: ["58@yesterday"] }', { reason: 'INVALID_DATE', argument: 'filter.territories', value: 'yesterday' }],
  ['filter: { breakdowns: [{ dimension: "INDUSTRI" }] }', { reason: 'UNKNOWN_CODE', argument: 'filter.breakdowns[0].dimension', value: 'INDUSTRI', nearest: 'INDUSTRY' }],
  ['filter: { breakdowns: [{ dimension: "ECONOMIC_SECTOR", items: ["SERVICE"] }] }', { reason: 'UNKNOWN_CODE', argument: 'filter.breakdowns[0].items', value: 'SERVICE', nearest: 'SERVICES' }],
  ['filter: { publishers: ["NSOO"] }', { reason: 'UNKNOWN_CODE', argument: 'filter.publishers', value: 'NSOO', nearest: 'NSO' }],
  ['filter: { sources: ["NEWS_2024_06_07"] }', { reason: 'UNKNOWN_CODE', argument: 'filter.sources', value: 'NEWS_2024_06_07', nearest: 'NEWS_2024_06_06' }],
  ['filter: { periods: ["2024-Q5"] }', { reason: 'INVALID_PERIOD', argument: 'filter.periods', value: '2024-Q5' }],
  ['filter: { from: "2024-M13" }', { reason: 'INVALID_PERIOD', argument: 'filter.from', value: '2024-M13' }],
  ['filter: { from: "2025", to: "2024" }', { reason: 'INVALID_RANGE', argument: 'filter.from', value: '2025' }],
  ['filter: { indicators: [] }', { reason: 'EMPTY_LIST', argument: 'filter.indicators', value: [] }],
  ['filter: { periodKinds: [] }', { reason: 'EMPTY_LIST', argument: 'filter.periodKinds', value: [] }],
  ['filter: { breakdowns: [{ dimension: "INDUSTRY", items: [] }] }', { reason: 'EMPTY_LIST', argument: 'filter.breakdowns[0].items', value: [] }],
  ['filter: { latest: 0 }', { reason: 'INVALID_PAGE', argument: 'filter.latest', value: 0 }],
  ['first: 0', { reason: 'INVALID_PAGE', argument: 'first', value: 0 }],
  ['first: -1', { reason: 'INVALID_PAGE', argument: 'first', value: -1 }],
  ['first: 501', { reason: 'INVALID_PAGE', argument: 'first', value: 501 }],
  ['last: 2147483647', { reason: 'INVALID_PAGE', argument: 'last', value: 2147483647 }],
  ['first: 1, last: 1', { reason: 'INVALID_COMBINATION', argument: 'last', value: 1 }],
  ['after: "nonsense"', { reason: 'INVALID_CURSOR', argument: 'after', value: 'nonsense' }],
  ['before: ""', { reason: 'INVALID_CURSOR', argument: 'before', value: '' }],
  ['asOf: "2999-01-01T00:00:00Z"', { reason: 'FUTURE_AS_OF', argument: 'asOf', value: '2999-01-01T00:00:00Z' }],
  ['orderBy: { field: VALUE }', { reason: 'INVALID_COMBINATION', argument: 'orderBy', value: 'VALUE' }],
]; // prettier-ignore

test.each(WRONG)('observations(%s) is refused with what is wrong', async (argument, refusal) => {
  expect(await server.refusal(`{ observations(${argument}) { totalCount nodes { id } } }`)).toEqual({
    ...BAD,
    ...refusal,
  });
});

test('a cursor is bound to its order', async () => {
  const { data } = await server.ask<{ observations: { pageInfo: { endCursor: string } } }>(
    '{ observations(first: 1) { pageInfo { endCursor } } }',
  );
  const cursor = data.observations.pageInfo.endCursor;
  const refused = await server.refusal(
    `{ observations(orderBy: { field: PERIOD }, after: "${cursor}") { totalCount nodes { id } } }`,
  );
  expect(refused).toMatchObject({ ...BAD, reason: 'INVALID_CURSOR', argument: 'after' });
});

test.each(['garbage', '2024-06-06T09:30:00', '2024-02-30', ''])(
  'asOf %j is no moment, written or in a variable',
  async (asOf) => {
    const written = await server.refusal(`{ observations(asOf: ${JSON.stringify(asOf)}) { totalCount } }`);
    const given = await server.refusal('query A($asOf: Moment) { observations(asOf: $asOf) { totalCount } }', { asOf });
    expect([written, given]).toMatchObject([
      { ...BAD, reason: 'INVALID_MOMENT', value: asOf },
      { ...BAD, reason: 'INVALID_MOMENT', value: asOf },
    ]);
  },
);

test('a literal that is none of its kind is told with its place in the document', async () => {
  const { errors } = await server.ask(`{
    a: observations(asOf: "May") { totalCount }
    b: observations(asOf: 2024) { totalCount }
  }`);
  expect(errors?.map(({ message, locations }) => [message, locations])).toEqual([
    [expect.stringMatching(/^"May" is not a moment/), [{ line: 2, column: 27 }]],
    ['Moment takes a text, not 2024.', [{ line: 3, column: 27 }]],
  ]);
});

test.each([
  '',
  'nope',
  'T2JzZXJ2YXRpb246MQ==',
  'Observation:1',
  '\u0000',
  'x'.repeat(10_000),
  "'; drop table print; --",
])('an id that is none of ours, like %#, names nothing', async (id) => {
  const answer = await server.ask('query N($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }', { id });
  expect(answer).toEqual({ data: { node: null, nodes: [null] } });
});

test.each([
  'Observation:999999999999999999',
  'Observation:1@2999-01-01T00:00:00.000000Z',
  'Plan:4294967296',
  'Territory:1e9',
  'Query:1',
])('the forged id of %s names nothing', async (text) => {
  const id = Buffer.from(text).toString('base64url');
  expect(await server.ask('query N($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ data: { node: null } });
});

test.each([
  ['query N($n: Int = 1) { territory(code: "VN") { children(first: $n) { code } } }', 'first'],
  ['query N($n: ComparisonBasis = PREVIOUS_PERIOD) { observations { nodes { change(basis: $n) { percent } } } }', 'basis'],
  ['query N($n: Boolean = true) { service { version @skip(if: $n) } }', 'if'],
])('null in a variable for an argument that takes none is told: %s', async (query, argument) => {
  expect(await server.refusal(query, { n: null })).toEqual({ ...BAD, argument });
}); // prettier-ignore

test.each([
  ['{ units(first: "x") { totalCount } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
  ['{ units(first: 99999999999) { totalCount } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
  ['{ observations(filter: { statuses: [SURE] }) { totalCount } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
  ['{ observations(filter: { wrong: 1 }) { totalCount } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
  ['query W($v: Int) { units(first: $v) { totalCount } }', { v: 1.5 }, 'BAD_USER_INPUT'],
  ['query W($v: Int) { units(first: $v) { totalCount } }', { v: 1e300 }, 'BAD_USER_INPUT'],
  ['query W($v: String!) { unit(code: $v) { code } }', {}, 'BAD_USER_INPUT'],
  ['query W($v: ObservationFilter) { observations(filter: $v) { totalCount } }', { v: { statuses: ['SURE'] } }, 'BAD_USER_INPUT'],
  ['query W($v: ObservationOrder) { observations(orderBy: $v) { totalCount } }', { v: { direction: 'ASC' } }, 'BAD_USER_INPUT'],
])('%s with %j is refused with %s', async (query, variables, code) => {
  expect((await server.refusal(query, variables))?.['code']).toBe(code);
}); // prettier-ignore

test('an order in a variable may leave its direction out', async () => {
  const ordered = 'query O($by: ObservationOrder) { observations(orderBy: $by, first: 3) { nodes { id } } }';
  const asc = await server.ask(ordered, { by: { field: 'PERIOD', direction: 'ASC' } });
  expect(await server.ask(ordered, { by: { field: 'PERIOD' } })).toEqual(asc);
});

test('a cursor that was cut, forged or made longer is refused', async () => {
  const { data } = await server.ask<{ observations: { pageInfo: { endCursor: string } } }>(
    '{ observations(first: 1) { pageInfo { endCursor } } }',
  );
  const cursor = data.observations.pageInfo.endCursor;
  const [version, order, ...places] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
  const forged = (values: unknown[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');
  const cursors = [
    cursor.slice(0, -5),
    `${cursor}AAAA`,
    forged([2, order, ...places]),
    forged([version, order, ...places, 'more']),
    forged([version, order, ...places.slice(1)]),
    forged([version, order, ...places.map(() => null)]),
    forged([version, order, ...places.map(() => '\u0000')]),
    forged([version, order, ...places.map(() => ({ a: 1 }))]),
    forged([version, order, ...places.map((place) => (typeof place === 'number' ? 1e308 : place))]),
    'A'.repeat(100_000),
  ];
  for (const after of cursors) {
    const refused = await server.refusal('query C($after: String) { observations(after: $after) { totalCount } }', {
      after,
    });
    expect({ after, refused }).toMatchObject({ after, refused: { ...BAD, reason: 'INVALID_CURSOR' } });
  }
});

test('an unknown single code is null', async () => {
  const answer = await server.ask(
    '{ indicator(code: "X") { id } unit(code: "X") { id } agency(code: "X") { id } source(code: "X") { id } release(code: "X") { id } dimension(code: "X") { id } territory(code: "X") { id } }',
  );
  expect(answer).toEqual({
    data: { indicator: null, unit: null, agency: null, source: null, release: null, dimension: null, territory: null },
  });
});

const HOSTILE = ['\u0000', 'a\u0000b', '\ud800', '%', '_', "'", '"; --', '\\', 'Ê\u0323', '\u202e', '💥', 'x'.repeat(5000), '-1', '1e999', 'null', '__proto__', '../../etc/passwd', '{}', '56@', '@', '56@2024-06-06@2', '2024-01-01/P999999999D']; // prettier-ignore
const PLACES = [
  'indicator(code: $v) { id }',
  'territory(code: $v) { id }',
  'period(code: $v) { id }',
  'source(code: $v) { id }',
  'observations(filter: { indicators: [$v] }) { totalCount }',
  'observations(filter: { territories: [$v] }) { totalCount }',
  'observations(filter: { periods: [$v] }) { totalCount }',
  'observations(filter: { from: $v }) { totalCount }',
  'observations(filter: { publishers: [$v] }) { totalCount }',
  'observations(filter: { breakdowns: [{ dimension: $v, items: [$v] }] }) { totalCount }',
  'observations(after: $v) { nodes { id } }',
  'plans(filter: { setBy: [$v] }) { totalCount }',
  'territories(codes: [$v]) { totalCount }',
  'table(filter: { periods: [$v] }) { cells }',
  'availability(filter: { sources: [$v] }) { count }',
];

test.each(PLACES)('no text makes %s fail on our side', async (place) => {
  const codes = new Set<unknown>();
  for (const v of HOSTILE) {
    const { errors } = await server.ask(`query H($v: String!) { ${place} }`, { v });
    codes.add(errors?.[0]?.extensions['code'] ?? 'ANSWERED');
  }
  expect([...codes].filter((code) => code !== 'ANSWERED' && code !== 'BAD_USER_INPUT')).toEqual([]);
});
