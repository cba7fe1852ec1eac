import { expect, test } from '@jest/globals';
import { testServer } from './support/server.js';

const server = testServer();
const QUESTION = '{ service { version } }';
const ANSWER = { data: { service: { version: '0.1.0' } } };

const post = (payload: string | Buffer | object, headers: Record<string, string> = {}) =>
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
  ['{ __typename }', 'nope'],
  ['{ __typename }', ''],
  ['query A { __typename } query B { __typename }', undefined],
])('an operation of %s that is not there, or not named (%j), is told', async (query, operationName) => {
  const { errors } = (await post({ query, operationName })).json<{ errors: object[] }>();
  expect(errors).toMatchObject([{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }]);
});

test.each([
  ['{"query":"{__typename}","extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}', 'BAD_REQUEST'],
  ['{"extensions":{"persistedQuery":{"version":2,"sha256Hash":"x"}}}', 'BAD_REQUEST'],
  ['{"extensions":{"persistedQuery":"x"}}', 'BAD_REQUEST'],
  ['{"extensions":{"persistedQuery":{"version":1,"sha256Hash":{"a":[]}}}}', 'PERSISTED_QUERY_NOT_FOUND'],
])('the persisted query %s is refused with %s', async (body, code) => {
  expect((await post(body)).json<unknown>()).toMatchObject({ errors: [{ extensions: { code } }] });
});

test.each([
  ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xc3, 0x22, 0x7d])],
  ['a key __proto__', Buffer.from('{"query":"{__typename}","variables":{"__proto__":{"a":1}}}')],
])('a body with %s is refused with 400', async (_, payload) => {
  const response = await post(payload);
  expect([response.statusCode, response.json<unknown>()]).toMatchObject([
    400,
    { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
  ]);
});

test.each(['application/json;charset=UTF-8', 'application/json; charset="utf-8"; v=1', 'APPLICATION/JSON'])(
  'a body of type %s is read',
  async (type) => {
    const response = await post(JSON.stringify({ query: QUESTION }), { 'content-type': type });
    expect(response.json()).toEqual(ANSWER);
  },
);

test.each([
  ['application/json; charset=utf-16', {}, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['application/json; charset="iso-8859-1"', {}, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['application/json;v=1;charset=latin1', {}, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['multipart/form-data; boundary=x', {}, 415, 'UNSUPPORTED_MEDIA_TYPE'],
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

test.each(['{ nothing }', '{ observations(first: 0) { totalCount } }', '{', '{ indicators(first: 500) { nodes { observations(first: 500) { totalCount } } } }', 'query($n: Int) { units(first: $n) { totalCount } }'])(
  'what is told of %s names no file, no statement, no library and no stack',
  async (query) => {
    const { body } = await post({ query, variables: { n: 'x' } });
    expect(body).not.toMatch(/node_modules|\/(src|dist|work|home|tmp)\/|\bat \w+ \(|select |apollo|fastify|mikro|kysely|pglite|postgres|stacktrace/i);
  },
); // prettier-ignore

test('a subscription and an unknown mutation are refused', async () => {
  const codes = [await server.refusal('subscription { anything }'), await server.refusal('mutation { anything }')];
  expect(codes.map((one) => one?.['code'])).toEqual(['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_VALIDATION_FAILED']);
});

test('at most ten errors are told', async () => {
  const { errors } = await server.ask(`{ ${Array.from({ length: 30 }, (_, at) => `x${at}`).join(' ')} }`);
  expect(errors!.length).toBeLessThanOrEqual(11);
});

test.each([
  ['PUT', '/graphql', 405, 'GET, POST, OPTIONS', 'METHOD_NOT_ALLOWED'],
  ['TRACE', '/graphql', 405, 'GET, POST, OPTIONS', 'METHOD_NOT_ALLOWED'],
  ['POST', '/health/live', 405, 'GET, HEAD, OPTIONS', 'METHOD_NOT_ALLOWED'],
  ['DELETE', '/', 405, 'GET, HEAD, OPTIONS', 'METHOD_NOT_ALLOWED'],
  ['GET', '/nowhere', 404, undefined, 'NOT_FOUND'],
  ['POST', '/../../etc/passwd', 404, undefined, 'NOT_FOUND'],
] as const)('%s %s is refused with %i', async (method, url, status, allow, code) => {
  const response = await server.http.inject({ method, url });
  expect([response.statusCode, response.headers.allow, response.json<unknown>()]).toMatchObject([
    status,
    allow,
    { errors: [{ extensions: { code } }] },
  ]);
});

test('HEAD is answered where there is a page, not where there is a question', async () => {
  const answers = [
    await server.http.inject({ method: 'HEAD', url: '/schema.graphql' }),
    await server.http.inject({ method: 'HEAD', url: '/graphql' }),
  ];
  expect(answers.map(({ statusCode, headers, body }) => [statusCode, headers.allow, body])).toEqual([
    [200, undefined, ''],
    [405, 'GET, POST, OPTIONS', ''],
  ]);
});

test('OPTIONS tells a browser what it may send, with and without a preflight', async () => {
  const headers = { origin: 'https://example.vn', 'access-control-request-method': 'POST' };
  const answers = [
    await server.http.inject({ method: 'OPTIONS', url: '/graphql', headers }),
    await server.http.inject({ method: 'OPTIONS', url: '/graphql' }),
  ];
  expect(answers.map((one) => [one.statusCode, one.headers['access-control-allow-methods']])).toEqual([
    [204, 'GET, HEAD, POST'],
    [204, 'GET, HEAD, POST'],
  ]);
});

test('every origin may read, without credentials, and every answer has an id', async () => {
  const { headers } = await get(QUESTION, { origin: 'https://example.vn' });
  expect([
    headers['access-control-allow-origin'],
    headers['access-control-allow-credentials'],
    headers['access-control-expose-headers'],
    typeof headers['x-request-id'],
  ]).toEqual(['*', undefined, 'etag, x-request-id, retry-after', 'string']);
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
