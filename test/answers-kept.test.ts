import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { postTo } from './support/post.js';
import { testServer } from './support/server.js';
import { EDITOR, knowEditor } from './support/staff.js';
import { statementsOf } from './support/statements.js';

const server = testServer();
const usual = testServer({ CLOCK_MAX_AGE_MS: '500' });
const none = testServer({ ANSWER_CACHE_BYTES: '0' });

beforeAll(() => knowEditor(server));

const VALUES =
  'query Values($i: [String!]) { observations(filter: { indicators: $i }, first: 3) { nodes { value unit { name } } } }';
const EXPORTS = { query: VALUES, variables: { i: ['EXPORT_TURNOVER'] } };

type Headers = Record<string, string>;
interface Question {
  query: string;
  variables?: object;
  extensions?: object;
}

const post = (payload: object, headers: Headers = {}, to = server) => postTo(to, payload, headers);
const get = ({ query, ...rest }: Question, headers: Headers = {}, to = server) => {
  const others = Object.entries(rest).map(([name, value]): [string, string] => [name, JSON.stringify(value)]);
  const search = new URLSearchParams([['query', query], ...others]);
  return to.http.inject({ url: `/graphql?${search.toString()}`, headers });
};

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** How many statements some work sends, readings of the clock apart. */
const executed = async (work: () => Promise<unknown>): Promise<number> =>
  (await statementsOf(work)).filter((statement) => !statement.includes('clock_timestamp')).length;

test.each([
  ['POST', () => post(EXPORTS)],
  ['GET', () => get(EXPORTS)],
])('the same question by %s once more is the same bytes, and the database is not asked', async (_, ask) => {
  const first = await ask();
  let second: typeof first;
  const statements = await executed(async () => (second = await ask()));
  const told = ({ statusCode, body, headers }: typeof first): unknown[] =>
    [statusCode, body, { ...headers, date: '', 'x-request-id': typeof headers['x-request-id'] }];
  expect([statements, told(second!)]).toEqual([0, told(first)]);
  expect(second!.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
}); // prettier-ignore

test.each([
  ['without a cache', none, EXPORTS, {}],
  ['with a key', server, EXPORTS, EDITOR],
  ['with a cookie', server, EXPORTS, { cookie: 'a=b' }],
  ['with an error beside', server, { query: '{ observations(first: 1) { nodes { value } } release(code: "X") { code } a: observations(first: 0) { totalCount } }' }, {}],
  ['to register it by its hash', server, { ...EXPORTS, extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(VALUES) } } }, {}],
  ['with the moment of reading', server, { query: '{ service { now } observations(first: 1) { nodes { value } } }' }, {}],
])('asked %s each is answered anew', async (_, to, question: Question, headers: Headers) => {
  await post(question, headers, to);
  await get(question, headers, to);
  expect(await executed(() => post(question, headers, to))).toBeGreaterThan(0);
  expect(await executed(() => get(question, headers, to))).toBeGreaterThan(0);
}); // prettier-ignore

test('a large answer is kept as it is', async () => {
  const large = {
    query: '{ __schema { types { description fields { name description } } } sources(first: 100) { nodes { title } } }',
  };
  const [first, second] = [await get(large), await get(large)];
  expect([first.rawPayload.length > 64 * 1024, second.rawPayload.equals(first.rawPayload)]).toEqual([true, true]);
  expect(Number(second.headers['content-length'])).toBe(second.rawPayload.length);
});

test('a server that stops says so with what is kept too', async () => {
  await post(EXPORTS);
  server.app.readiness.isDraining = true;
  const { headers } = await post(EXPORTS);
  server.app.readiness.isDraining = false;
  expect([headers.connection, (await post(EXPORTS)).headers.connection]).toEqual(['close', 'keep-alive']);
});

test('now is never told twice', async () => {
  const now = async (): Promise<string> => (await get({ query: '{ service { now } }' })).body;
  const first = await now();
  expect(await now()).not.toBe(first);
});

test('what comes to exist at a moment asked is there from that moment on', async () => {
  const { data } = await server.ask<{ observations: { nodes: { id: string }[] } }>('{ observations(first: 1) { nodes { id } } }');
  const row = Buffer.from(data.observations.nodes[0]!.id, 'base64url').toString();
  const moment = new Date(Date.now() + 1500).toISOString().replace('Z', '000Z');
  const id = Buffer.from(`${row}@${moment}`).toString('base64url');
  const seen = async () => (await get({ query: `{ node(id: "${id}") { id } }` })).json<unknown>();
  const before = await seen();
  await wait(1700);
  expect([before, await seen()]).toEqual([{ data: { node: null } }, { data: { node: { id } } }]);
}); // prettier-ignore

test('language, variables, operation and type of answer each make another answer', async () => {
  const query = `${VALUES} query Other($i: [String!]) { observations(filter: { indicators: $i }) { totalCount } }`;
  const [i, e] = [{ i: ['EXPORT_TURNOVER'] }, { i: ['IIP'] }];
  const asked: [object, Headers][] = [
    [{ query, operationName: 'Values', variables: i }, {}],
    [{ query, operationName: 'Values', variables: i }, { 'accept-language': 'en' }],
    [{ query, operationName: 'Values', variables: e }, {}],
    [{ query, operationName: 'Other', variables: i }, {}],
    [{ query, operationName: 'Values', variables: i }, { accept: 'application/graphql-response+json' }],
  ];
  const answers = async (to: typeof server): Promise<string[]> => {
    const all = [];
    for (const [payload, headers] of asked) all.push(await post(payload, headers, to));
    return all.map(({ headers, body }) => `${headers['content-type']} ${body}`);
  };
  const anew = await answers(none);
  expect([await answers(server), await answers(server), new Set(anew).size]).toEqual([anew, anew, asked.length]);
});

test.each([
  ['another charset', { 'content-type': 'application/json; charset=utf-16' }, 415],
  ['a simple type', { 'content-type': 'text/plain' }, 415],
  ['a compressed body', { 'content-encoding': 'gzip' }, 415],
  ['nothing that it can read', { accept: 'image/png' }, 406],
])('what is kept is not sent to who asks with %s', async (_, headers: Headers, status) => {
  await post(EXPORTS);
  expect((await post(EXPORTS, headers)).statusCode).toBe(status);
});

test('a link with a body type that GET does not have is refused though its answer is kept', async () => {
  await get(EXPORTS);
  expect((await get(EXPORTS, { 'content-type': 'text/plain' })).statusCode).toBe(415);
});

test('a correction is seen at once, and its answer has another ETag', async () => {
  const question = { query: VALUES, variables: { i: ['KEPT_OUTPUT'] } };
  await server.figures.publish([{ release: 'KEPT1', indicator: 'KEPT_OUTPUT', value: '7' }]);
  const first = await get(question);
  const { etag } = first.headers as { etag: string };
  expect((await get(question, { 'if-none-match': etag })).statusCode).toBe(304);

  await server.figures.publish([{ release: 'KEPT2', indicator: 'KEPT_OUTPUT', value: '8' }]);
  const second = await get(question, { 'if-none-match': etag });
  expect([second.statusCode, second.headers.etag === etag, second.json<unknown>()]).toEqual([
    200,
    false,
    { data: { observations: { nodes: [{ value: '8', unit: { name: 'đồng' } }] } } },
  ]);
});

test.each([
  ['kept', server],
  ['not kept', none],
])('a reader who has an answer is told so by GET, where it is %s', async (_, to) => {
  const { headers } = await get(EXPORTS, {}, to);
  const { etag } = headers as { etag: string };
  const asked = [etag, `"x", W/${etag}`, '*', '"x"', etag.slice(1, -1)];
  const answers = [];
  for (const one of asked) answers.push(await get(EXPORTS, { 'if-none-match': one }, to));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([304, 304, 304, 200, 200]);
  const [{ headers: held, body }] = answers as [(typeof answers)[0]];
  const whole = { etag, vary: 'Accept, Accept-Language', 'cache-control': 'public, max-age=0, must-revalidate' };
  expect([headers, held, body]).toMatchObject([whole, { ...whole, 'x-request-id': expect.any(String) }, '']);
  expect((await post(EXPORTS, { 'if-none-match': etag }, to)).statusCode).toBe(200);
});

test('answers with errors and those to who says who they are do not go into shared caches', async () => {
  const answers = [
    await get({ query: '{ observations(first: 0) { totalCount } }' }),
    await get({ query: '{' }),
    await get(EXPORTS, EDITOR),
  ];
  expect(answers.map(({ headers }) => [headers['cache-control'], 'etag' in headers])).toEqual([
    ['no-store', false],
    ['no-store', false],
    ['private, max-age=0, must-revalidate', true],
  ]);
});

test('who asks the same at once has the database asked once', async () => {
  await server.ask('{ observations(first: 1) { nodes { value } } }');
  const question = { query: '{ observations(first: 17) { nodes { value } } }' };
  const once = await executed(() => post(question, { 'accept-language': 'vi' }));
  const answers: string[] = [];
  const together = await executed(async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => post(question, { 'accept-language': 'en' })));
    answers.push(...all.map(({ body }) => body));
  });
  expect([together, new Set(answers).size, once > 0]).toEqual([once, 1, true]);
});

test('a scheduled release is seen through kept answers within a second of its moment, and never before', async () => {
  await usual.figures.print({ release: 'SOON', indicator: 'SOON_OUTPUT', value: '7' });
  await usual.figures.lift('SOON', "clock_timestamp() + interval '2 seconds'");
  const since = async (): Promise<number> => {
    const { rows } = await sql<{ ms: number }>`select
      (extract(epoch from clock_timestamp() - published_at) * 1000)::float8 as ms from release where code = 'SOON'`
      .execute(usual.database.db); // prettier-ignore
    return rows[0]!.ms;
  };
  const question = { query: VALUES, variables: { i: ['SOON_OUTPUT'] } };
  const early: string[] = [];
  const late: string[] = [];
  let asked = 0;
  for (let ends = false; !ends;) {
    for (const ask of [post, get]) {
      const before = await since();
      const { body } = await ask(question, {}, usual);
      const isSeen = body.includes('"7"');
      if (isSeen && (await since()) < 0) early.push(body);
      if (!isSeen && before > 1000) late.push(body);
      asked += 1;
      ends = before > 1500;
    }
    await wait(5);
  }
  expect([early, late, asked > 50]).toEqual([[], [], true]);
});
