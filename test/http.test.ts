import { expect, test } from '@jest/globals';
import { testServer } from './support/server.js';

const server = testServer();
const QUESTION = '{ service { version } }';
const ANSWER = { data: { service: { version: '0.1.0' } } };

const post = (payload: string | object, headers: Record<string, string> = {}) =>
  server.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    payload,
  });
const get = (query: string, headers: Record<string, string> = {}) =>
  server.http.inject({ url: `/graphql?query=${encodeURIComponent(query)}`, headers });

test.each([
  [{}, 'application/json; charset=utf-8'],
  [{ accept: '*/*' }, 'application/json; charset=utf-8'],
  [{ accept: 'application/json' }, 'application/json; charset=utf-8'],
  [{ accept: 'application/graphql-response+json' }, 'application/graphql-response+json; charset=utf-8'],
  [{ accept: 'text/html,*/*;q=0.8' }, 'application/json; charset=utf-8'],
])('a query by GET or POST with %j is answered as %s', async (headers: Record<string, string>, type) => {
  const answers = [await get(QUESTION, headers), await post({ query: QUESTION }, headers)];
  expect(answers.map((one) => [one.statusCode, one.headers['content-type'], one.json<unknown>()])).toEqual([
    [200, type, ANSWER],
    [200, type, ANSWER],
  ]);
});

test.each([['{ nothing }'], ['{'], ['query Q($a: Int!) { observations(first: $a) { totalCount } }']])(
  'what is wrong with %s is told with 200 to who reads JSON, with 400 to who reads GraphQL responses',
  async (query) => {
    const json = await post({ query }, { accept: 'application/json' });
    const graphql = await post({ query }, { accept: 'application/graphql-response+json' });
    expect([json.statusCode, graphql.statusCode, 'data' in graphql.json<object>()]).toEqual([200, 400, false]);
  },
);

test.each(['', 'null', '[]', '"x"', '1', '{', '{}', '[{"query":"{__typename}"}]', '{"query":1}', '{"query":"{__typename}","variables":[]}', '{"query":"{__typename}","operationName":1}'])(
  'the body %j is refused with 400',
  async (body) => {
    const { statusCode, ...response } = await post(body);
    expect([statusCode, response.json<unknown>()]).toMatchObject([400, { errors: [{ extensions: { code: 'BAD_REQUEST' } }] }]);
  },
); // prettier-ignore

test.each([
  ['text/plain', {}, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['application/x-www-form-urlencoded', {}, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['application/json', { 'content-encoding': 'gzip' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
])('a body of type %s with %j is refused with %i', async (type, headers: object, status, code) => {
  const response = await post(JSON.stringify({ query: QUESTION }), { 'content-type': type, ...headers });
  expect([response.statusCode, response.json<unknown>()]).toMatchObject([
    status,
    { errors: [{ extensions: { code } }] },
  ]);
});

test('a body and a document have a largest size', async () => {
  const body = await post({ query: QUESTION, variables: { a: 'x'.repeat(300_000) } });
  const document = await post({ query: `{ service { version } } # ${'x'.repeat(20_000)}` });
  expect([body, document].map((one): unknown[] => [one.statusCode, one.json<unknown>()])).toMatchObject([
    [413, { errors: [{ extensions: { code: 'TOO_LARGE' } }] }],
    [413, { errors: [{ extensions: { code: 'TOO_LARGE' } }] }],
  ]);
});

const deep = `{ territory(code: "58") ${'{ parent '.repeat(15)}{ code }${'}'.repeat(15)} }`;
const aliased = `{ ${Array.from({ length: 40 }, (_, at) => `a${at}: service { version }`).join(' ')} }`;
const fanned = '{ indicators(first: 500) { nodes { observations(first: 500) { nodes { id } } } } }';
const unasked = '{ agencies(first: 500) { nodes { observations { nodes { id } } } } }';
const tower = `{ ...F0 } ${Array.from({ length: 20 }, (_, at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`).join(' ')} fragment F20 on Query { service { version } }`;

test.each([
  ['too deep', deep, {}],
  ['too many aliases', aliased, {}],
  ['a fan of lists', fanned, {}],
  ['a fan with the default page', unasked, {}],
  ['a fan by variables', 'query V($n: Int) { indicators(first: $n) { nodes { observations(first: $n) { nodes { id } } } } }', { n: 500 }],
  ['a fan by the default of a variable', 'query V($n: Int = 500) { indicators(first: $n) { nodes { observations(first: $n) { nodes { id } } } } }', {}],
  ['a tower of fragments', tower, {}],
])('%s is too complex', async (_, query, variables) => {
  expect((await server.refusal(query, variables))?.['code']).toBe('TOO_COMPLEX');
}); // prettier-ignore

test('a document has a largest number of tokens', async () => {
  const { errors } = await server.ask(`{ ${'service { version } '.repeat(600)} }`);
  expect(errors?.[0]?.extensions['code']).toBe('GRAPHQL_PARSE_FAILED');
});

test('a subscription and a mutation are refused', async () => {
  const codes = [await server.refusal('subscription { anything }'), await server.refusal('mutation { anything }')];
  expect(codes.map((one) => one?.['code'])).toEqual(['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_VALIDATION_FAILED']);
});

test('at most ten errors are told', async () => {
  const { errors } = await server.ask(`{ ${Array.from({ length: 30 }, (_, at) => `x${at}`).join(' ')} }`);
  expect(errors!.length).toBeLessThanOrEqual(11);
});

test('other methods and paths are refused in JSON', async () => {
  const put = await server.http.inject({ method: 'PUT', url: '/graphql' });
  const nowhere = await server.http.inject({ url: '/nowhere' });
  expect([put.statusCode, put.headers.allow, nowhere.statusCode, nowhere.json()]).toMatchObject([
    405,
    'GET, POST, OPTIONS',
    404,
    { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
  ]);
});

test('every origin may read, without credentials, and every answer has an id', async () => {
  const { headers } = await get(QUESTION, { origin: 'https://example.vn' });
  expect([
    headers['access-control-allow-origin'],
    headers['access-control-allow-credentials'],
    typeof headers['x-request-id'],
  ]).toEqual(['*', undefined, 'string']);
});

test('the schema, the health and the portal are served', async () => {
  const paths = ['/schema.graphql', '/health/live', '/health/ready', '/'];
  const answers = await Promise.all(paths.map((url) => server.http.inject({ url })));
  expect(answers.map((one) => [one.statusCode, one.headers['content-type']])).toEqual([
    [200, 'text/plain; charset=utf-8'],
    [200, 'application/json; charset=utf-8'],
    [200, 'application/json; charset=utf-8'],
    [200, 'text/html; charset=utf-8'],
  ]);
});

test('a server that stops says so at once', async () => {
  server.app.readiness.isDraining = true;
  const response = await server.http.inject({ url: '/health/ready' });
  server.app.readiness.isDraining = false;
  expect([response.statusCode, response.headers.connection, response.headers['retry-after']]).toEqual([
    503,
    'close',
    '1',
  ]);
});
