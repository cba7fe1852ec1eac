import { beforeAll, expect, jest, test } from '@jest/globals';
import { KnownDocuments, type KnownOperation } from '../src/http/known-documents.js';
import { Clock } from '../src/kernel/clock.js';
import { askedOfApollo } from './support/apollo.js';
import { postTo } from './support/post.js';
import { testServer } from './support/server.js';
import { EDITOR, knowEditor } from './support/staff.js';
import { statementsOf } from './support/statements.js';

const server = testServer({ ANSWER_CACHE_BYTES: '0' });
const keeping = testServer();

beforeAll(() => knowEditor(server));

type Headers = Record<string, string>;
type Asked = [rule: string, body: Record<string, unknown>, headers?: Headers];

const post = (payload: object, headers: Headers = {}, to = server) => postTo(to, payload, headers);
const get = (body: Record<string, unknown>, headers: Headers = {}, to = server) => {
  const said = Object.entries(body).filter(([, value]) => value !== null).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);
  return to.http.inject({ url: `/graphql?${new URLSearchParams(said as [string, string][]).toString()}`, headers });
}; // prettier-ignore

type Response = Awaited<ReturnType<typeof post>>;
const told = ({ statusCode, body, headers }: Response): unknown => [
  statusCode,
  body,
  { ...headers, date: '', 'x-request-id': typeof headers['x-request-id'] },
];

/** What is told, and whether by Apollo. */
async function asked(ask: () => Promise<Response>): Promise<{ told: unknown; apollo: number }> {
  let response: Response;
  const apollo = await askedOfApollo(async () => (response = await ask()));
  return { told: told(response!), apollo };
}

const LIST =
  'query List($i: [String!], $n: Int = 3) { observations(filter: { indicators: $i }, first: $n) { nodes { id value unit { name } note } } }';
const CHOICE =
  'query Choice($s: Boolean!, $i: Boolean!) { service { version @skip(if: $s) licence @include(if: $i) } ...F @skip(if: $s) } fragment F on Query { units(first: 2) { nodes { code } } }';
const SEVERAL = `${LIST} query Other { service { version } }`;
const EXPORTS = { i: ['EXPORT_TURNOVER'] };

const ORDINARY: Asked[] = [
  ['a document without variables', { query: '{ sources(first: 20) { nodes { title } } territory(code: "58") { name fullName } }' }],
  ['variables and their defaults', { query: LIST, variables: EXPORTS }],
  ['variables that are null', { query: LIST, variables: { i: null, n: 2 } }],
  ['neither variables nor a name', { query: LIST, variables: null, operationName: null }],
  ['an operation among several', { query: SEVERAL, variables: EXPORTS, operationName: 'List' }],
  ['the other operation among several', { query: SEVERAL, operationName: 'Other' }],
  ['another language', { query: LIST, variables: EXPORTS }, { 'accept-language': 'en' }],
  ['a GraphQL response', { query: LIST, variables: EXPORTS }, { accept: 'application/graphql-response+json' }],
  ['who says who they are', { query: LIST, variables: EXPORTS }, EDITOR],
  ['an abstract type', { query: `{ node(id: "${Buffer.from('Indicator:IIP').toString('base64url')}") { __typename id ... on Indicator { name } } }` }],
  ...[true, false].flatMap((s) => [true, false].map((i): Asked => [`a choice of ${String(s)} and ${String(i)}`, { query: CHOICE, variables: { s, i } }])),
]; // prettier-ignore

test.each(ORDINARY)('%s: asked again, the answer is byte for byte what Apollo answered', async (...[rule, body, headers]) => {
  for (const ask of [post, get]) {
    const own = { ...body, query: `${body['query'] as string} # ${rule} by ${ask.name}` };
    const answers = [];
    for (let times = 0; times < 4; times += 1) answers.push(await asked(() => ask(own, headers)));
    expect(answers.map(({ apollo }) => apollo)).toEqual([1, 1, 0, 0]);
    expect(new Set(answers.map((one) => JSON.stringify(one.told))).size).toBe(1);
  }
}); // prettier-ignore

test('a document that is known sends the statements that it sent at first', async () => {
  const query = `${LIST} # counted`;
  const sent = () => statementsOf(() => post({ query, variables: EXPORTS }));
  const [first, , third] = [await sent(), await sent(), await sent()];
  expect([third.length > 1, third]).toEqual([true, first]);
});

const WIDE = 'query W($n: Int, $m: Int) { agencies(first: $n) { nodes { observations(first: $m) { nodes { id } } } } }';
const persisted = { persistedQuery: { version: 1, sha256Hash: 'x' } };

const UNUSUAL: Asked[] = [
  ['a variable of another type', { query: LIST, variables: { i: 5.5, n: 'x' } }],
  ['a variable that is missing', { query: CHOICE, variables: { s: true } }],
  ['too many nodes by a variable', { query: WIDE, variables: { n: 500, m: 500 } }],
  ['a heavy question', { query: WIDE, variables: { n: 30, m: 30 } }],
  ['an error of a field', { query: LIST, variables: { n: 0 } }],
  ['an operation that is not there', { query: LIST, operationName: 'No', variables: EXPORTS }],
  ['an operation without a name', { query: LIST, operationName: '', variables: EXPORTS }],
  ['no operation among several', { query: SEVERAL, variables: EXPORTS }],
  ['variables that are a list', { query: LIST, variables: [] }],
  ['a name that is a number', { query: LIST, operationName: 1, variables: EXPORTS }],
  ['a wrong hash', { query: LIST, variables: EXPORTS, extensions: persisted }],
  ['extensions', { query: LIST, variables: EXPORTS, extensions: {} }],
  ['no type that we write', { query: LIST, variables: EXPORTS }, { accept: 'text/plain' }],
]; // prettier-ignore

test.each(UNUSUAL)('of a known document %s is answered by Apollo as ever', async (...[, body, headers]) => {
  const ways = [() => post(body, headers), () => get(body, headers)];
  const before = [];
  for (const ask of ways) before.push(await asked(ask));
  for (let times = 0; times < 3; times += 1) {
    await post({ query: LIST, variables: EXPORTS });
    await post({ query: CHOICE, variables: { s: true, i: true } });
    await post({ query: WIDE, variables: { n: 1, m: 1 } });
    await post({ query: SEVERAL, variables: EXPORTS, operationName: 'List' });
  }
  expect(await askedOfApollo(() => post({ query: LIST, variables: EXPORTS }))).toBe(0);
  const after = [];
  for (const ask of ways) after.push(await asked(ask));
  expect(after).toEqual(before);
  expect(after.map(({ apollo }) => apollo)).toEqual([1, 1]);
});

test('a link that says a thing twice is refused though its document is known', async () => {
  const link = `/graphql?${new URLSearchParams([['query', LIST], ['query', LIST]]).toString()}`;
  for (let times = 0; times < 3; times += 1) await get({ query: LIST });
  expect((await server.http.inject({ url: link })).statusCode).toBe(400);
}); // prettier-ignore

test('a document whose field fails is forgotten, and known again once it was answered whole', async () => {
  const query = `${LIST} # fails at times`;
  const ask = (n: number) => askedOfApollo(() => post({ query, variables: { n } }));
  const asks = [];
  for (const n of [1, 1, 1, 0, 0, 1, 1]) asks.push(await ask(n));
  expect(asks).toEqual([1, 1, 0, 1, 1, 1, 0]);
});

test('where the database is away, that is told of known documents too', async () => {
  const query = `${LIST} # away`;
  for (let times = 0; times < 3; times += 1) await post({ query });
  const away = Object.assign(new Error('gone'), { code: 'ECONNREFUSED' });
  const clock = jest.spyOn(Clock.prototype, 'tick').mockRejectedValue(away);
  const { statusCode, headers, body } = await post({ query });
  clock.mockRestore();
  expect([statusCode, headers['retry-after'], body]).toEqual([503, '1', expect.stringContaining('SERVICE_UNAVAILABLE')]);
}); // prettier-ignore

test('answers of known documents are kept as others are, momentary ones never', async () => {
  const ask = (n: number) => post({ query: LIST, variables: { n } }, {}, keeping);
  for (const n of [1, 2, 3, 4]) await ask(n);
  const clockApart = (await statementsOf(() => ask(4))).filter((sent) => !sent.includes('clock_timestamp'));
  const now = async () => (await post({ query: '{ service { now } }' }, {}, keeping)).body;
  const moments = new Set([await now(), await now(), await now(), await now()]);
  expect([clockApart, moments.size]).toEqual([[], 4]);
});

test('strangers cannot fill the memory with documents', () => {
  const known = new KnownDocuments();
  const operation = {} as KnownOperation;
  for (let nth = 0; nth < 2000; nth += 1) known.learn(`{ a${nth}: __typename }`, undefined, operation);
  const [short, first] = [known.count, known.find('{ a0: __typename }', undefined)];
  for (let nth = 0; nth < 200; nth += 1) known.learn(`# ${'x'.repeat(16_000)}${nth}`, undefined, operation);
  expect([short, first, known.count <= 31]).toEqual([500, undefined, true]);
});
