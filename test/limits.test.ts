import { expect, test } from '@jest/globals';
import { testServer } from './support/server.js';

const server = testServer({ ANSWER_CACHE_BYTES: '0' });
const LIGHT = '{ service { version } }';

const post = (payload: object, headers: Record<string, string> = {}) =>
  server.http.inject({ method: 'POST', url: '/graphql', headers, payload });

const deep = `{ territory(code: "58") ${'{ parent '.repeat(15)}{ code }${'}'.repeat(15)} }`;
const aliased = `{ ${Array.from({ length: 40 }, (_, at) => `a${at}: service { version }`).join(' ')} }`;
const fanned = '{ indicators(first: 500) { nodes { observations(first: 500) { nodes { id } } } } }';
const unasked = '{ agencies(first: 500) { nodes { observations { nodes { id } } } } }';
const many = (field: string, times: number): string =>
  `{ ${Array.from({ length: times }, (_, at) => `f${at}: ${field}`).join(' ')} }`;
const choices = `query Q($yes: Boolean!) { ...F0 } ${Array.from({ length: 20 }, (_, at) => `fragment F${at} on Query { ...F${at + 1} @include(if: $yes) ...F${at + 1} @skip(if: $yes) }`).join(' ')} fragment F20 on Query { service { version } }`;
const tower = `{ ...F0 } ${Array.from({ length: 20 }, (_, at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`).join(' ')} fragment F20 on Query { service { version } }`;

test.each([
  ['too deep', deep, {}],
  ['too many aliases', aliased, {}],
  ['a fan of lists', fanned, {}],
  ['a fan with the default page', unasked, {}],
  ['a fan by variables', 'query V($n: Int) { indicators(first: $n) { nodes { observations(first: $n) { nodes { id } } } } }', { n: 500 }],
  ['a fan by the default of a variable', 'query V($n: Int = 500) { indicators(first: $n) { nodes { observations(first: $n) { nodes { id } } } } }', {}],
  ['a tower of fragments', tower, {}],
  ['a tower of choices', choices, { yes: true }],
  ['a dozen tables', many('table { cells }', 12), {}],
  ['a dozen surveys', many('availability { count }', 12), {}],
  ['the schema six times', many('__schema { types { name } }', 6), {}],
])('%s is too complex: 400 to who reads GraphQL responses, 200 to who reads JSON', async (_, query, variables) => {
  const answers = [
    await post({ query, variables }, { accept: 'application/graphql-response+json' }),
    await post({ query, variables }),
  ];
  expect(answers.map((one): unknown[] => [one.statusCode, one.json<unknown>()])).toMatchObject([
    [400, { errors: [{ extensions: { code: 'TOO_COMPLEX' } }] }],
    [200, { errors: [{ extensions: { code: 'TOO_COMPLEX' } }] }],
  ]);
}); // prettier-ignore

test('many heavy questions at once are answered or told to come again, and a light one passes by', async () => {
  const tables = many('table(measures: [VALUE, CHANGE_PERCENT, PLAN]) { values numbers statuses }', 8);
  const heavy = Array.from({ length: 150 }, () => post({ query: tables }));
  const asked = performance.now();
  const light = await post({ query: LIGHT });
  const waited = performance.now() - asked;
  const answers = (await Promise.all(heavy)).map((one) => [
    one.statusCode,
    one.headers['retry-after'],
    one.json<{ errors?: { extensions: object }[] }>().errors?.[0]?.extensions,
  ]);
  const refused = [503, '1', { code: 'SERVICE_UNAVAILABLE' }];
  expect([light.statusCode, waited < 2000]).toEqual([200, true]);
  for (const answer of answers) expect([[200, undefined, undefined], refused]).toContainEqual(answer);
});

test('a document has a largest number of tokens', async () => {
  const { errors } = await server.ask(`{ ${'service { version } '.repeat(600)} }`);
  expect(errors?.[0]?.extensions['code']).toBe('GRAPHQL_PARSE_FAILED');
});
