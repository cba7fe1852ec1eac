import { request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, jest, test } from '@jest/globals';
import { Clock } from '../src/kernel/clock.js';
import { askedOfApollo } from './support/apollo.js';
import { testServer } from './support/server.js';
import { EDITOR, knowEditor } from './support/staff.js';

const server = testServer();
const none = testServer({ ANSWER_CACHE_BYTES: '0' });
const servers = { kept: server, 'not kept': none };

type Headers = Record<string, string>;
interface Sent {
  method: string;
  url: string;
  headers?: Headers;
  payload?: string | Buffer;
}

beforeAll(async () => {
  for (const one of [server, none]) {
    await knowEditor(one);
    await one.http.listen({ port: 0, host: '127.0.0.1' });
  }
});

const portOf = (to: typeof server): number => (to.http.server.address() as AddressInfo).port;

type Told = [status: number | undefined, headers: object, body: string];

/** What differs from one answer to the next, or belongs to the connection. */
const comparable = (headers: object): object => {
  const { 'x-request-id': id, ...rest } = headers as Record<string, unknown>;
  return { ...rest, date: '', connection: '', 'keep-alive': '', id: typeof id };
};

const bySocket = ({ method, url, headers = {}, payload }: Sent, to: typeof server): Promise<Told> =>
  new Promise((resolve, reject) => {
    const length = payload === undefined || 'transfer-encoding' in headers ? {} : { 'content-length': Buffer.byteLength(payload) };
    const sent = request({ port: portOf(to), host: '127.0.0.1', method, path: url, headers: { ...length, ...headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve([response.statusCode, comparable(response.headers), Buffer.concat(parts).toString()]));
    });
    sent.on('error', reject);
    sent.end(payload);
  }); // prettier-ignore

async function byRoutes({ headers, ...sent }: Sent, to: typeof server): Promise<Told> {
  const { statusCode, headers: told, body } = await to.http.inject({ ...sent, headers: headers ?? {} } as never);
  return [statusCode, comparable(told), body];
}

const LIST = 'query List($n: Int = 3) { observations(first: $n) { nodes { id value unit { name } } } }';
const JSON_TYPE = { 'content-type': 'application/json' };
const post = (body: unknown, headers: Headers = {}): Sent => ({
  method: 'POST',
  url: '/graphql',
  headers: { ...JSON_TYPE, ...headers },
  payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
});
const get = (asked: Headers, headers: Headers = {}): Sent => ({
  method: 'GET',
  url: `/graphql?${new URLSearchParams(asked).toString()}`,
  headers,
});

const REQUESTS: [string, Sent][] = [
  ['a question', post({ query: LIST })],
  ['a question in English', post({ query: LIST, variables: { n: 2 } }, { 'accept-language': 'en' })],
  ['a question for a GraphQL response', post({ query: LIST }, { accept: 'application/graphql-response+json' })],
  ['a question with a charset', post({ query: LIST }, { 'content-type': 'application/json; charset=utf-8' })],
  ['a question with a key', post({ query: LIST }, EDITOR)],
  ['a question with a wrong key', post({ query: LIST }, { authorization: 'Bearer x' })],
  ['a link with a wrong key', get({ query: LIST }, { authorization: 'Basic eDp5' })],
  ['a change', post({ query: 'mutation { revokeKey(prefix: "x") { ... on Refusal { code message } } }' })],
  ['a change by a link', get({ query: 'mutation { revokeKey(prefix: "x") { ... on Refusal { code message } } }' })],
  ['a question with a mark before it', post(`\uFEFF${JSON.stringify({ query: LIST })}`)],
  ['a question from elsewhere', post({ query: LIST }, { origin: 'https://example.vn' })],
  ['a link', get({ query: LIST, variables: '{"n":4}', operationName: 'List' })],
  ['a link with a cookie', get({ query: LIST }, { cookie: 'a=b' })],
  ['a link whose answer is held', get({ query: LIST }, { 'if-none-match': '*' })],
  ['a link with a type', get({ query: LIST }, JSON_TYPE)],
  ['a link with another type', get({ query: LIST }, { 'content-type': 'text/plain' })],
  ['a link without a question', { method: 'GET', url: '/graphql' }],
  ['a link with broken variables', get({ query: LIST, variables: '{' })],
  ['a link with broken escapes', { method: 'GET', url: '/graphql?query=%7B%zz%7D%' }],
  ['a link with a hash', { method: 'GET', url: '/graphql?query={__typename}#b' }],
  ['a link with no type that we write', get({ query: LIST }, { accept: 'image/png' })],
  ['an error of a field', post({ query: LIST, variables: { n: 0 } })],
  ['a wrong variable', post({ query: LIST, variables: { n: 'x' } })],
  ['a wrong field', post({ query: '{ nothing }' }, { accept: 'application/graphql-response+json' })],
  ['no JSON', post('{')],
  ['an empty body', post('')],
  ['a list', post([{ query: LIST }])],
  ['an empty object', post({})],
  ['a key __proto__', post('{"query":"{__typename}","variables":{"__proto__":{"a":1}}}')],
  ['bytes that are not UTF-8', post(Buffer.from([0x7b, 0x22, 0xff, 0xc3, 0x22, 0x7d]))],
  ['a long document', post({ query: `${LIST} # ${'x'.repeat(20_000)}` })],
  ['a large body', post({ query: LIST, variables: { x: 'x'.repeat(300_000) } })],
  ['a body in chunks', post({ query: LIST }, { 'transfer-encoding': 'chunked' })],
  ['a large body in chunks', post({ query: LIST, variables: { x: 'x'.repeat(300_000) } }, { 'transfer-encoding': 'chunked' })],
  ['a body without a type', { method: 'POST', url: '/graphql', payload: JSON.stringify({ query: LIST }) }],
  ['two types', post({ query: LIST }, { 'content-type': 'application/json, text/plain' })],
  ['a type in capitals with blanks', post({ query: LIST }, { 'content-type': 'Application/JSON ; charset="UTF-8"' })],
  ['a compressed body', post({ query: LIST }, { 'content-encoding': 'gzip' })],
  ['a link said to be compressed', get({ query: LIST }, { 'content-encoding': 'gzip' })],
  ['a body that is plain text', post({ query: LIST }, { 'content-type': 'text/plain' })],
  ['a body in another charset', post({ query: LIST }, { 'content-type': 'application/json; charset=utf-16' })],
  ['an odd type', post({ query: LIST }, { 'content-type': 'application/json; x' })],
  ['HEAD', { method: 'HEAD', url: '/graphql' }],
  ['PUT', { method: 'PUT', url: '/graphql' }],
  ['OPTIONS', { method: 'OPTIONS', url: '/graphql', headers: { origin: 'https://example.vn', 'access-control-request-method': 'POST' } }],
  ['another path', { method: 'GET', url: '/graphqlx?query={__typename}' }],
  ['a path below', { method: 'GET', url: '/graphql/?query={__typename}' }],
  ['an escaped path', { method: 'GET', url: '/graph%71l?query={__typename}' }],
]; // prettier-ignore

test.each(REQUESTS.flatMap(([name, sent]) => (['kept', 'not kept'] as const).map((to) => [name, to, sent] as const)))(
  '%s, where answers are %s, is answered over a connection as by the routes, time and again',
  async (_, to, sent) => {
    const answers: Told[] = [];
    for (const ask of [byRoutes, bySocket, bySocket, byRoutes, bySocket]) answers.push(await ask(sent, servers[to]));
    expect(answers).toEqual(answers.map(() => answers[0]));
  },
);

test('what is known is run before the routes too', async () => {
  const question = post({ query: `${LIST} # known` });
  for (let times = 0; times < 2; times += 1) await bySocket(question, none);
  expect(await askedOfApollo(() => bySocket(question, none))).toBe(0);
});

/** What comes back of bytes that are sent as they are. */
const spoken = (parts: string[], to = server): Promise<string> =>
  new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(portOf(to), '127.0.0.1', () => void speak());
    const speak = async () => {
      for (const part of parts) {
        socket.write(part);
        await wait(20);
      }
    };
    socket.setTimeout(500, () => socket.destroy());
    socket.on('data', (part) => (heard += part.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(heard));
  });

const BODY = JSON.stringify({ query: '{ service { version } }' });
const HEAD = `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${BODY.length}\r\n\r\n`;

test('a body in parts is put together, and several questions on one connection are answered in turn', async () => {
  const parts = [HEAD, BODY.slice(0, 5), BODY.slice(5), `${HEAD}${BODY}${HEAD}${BODY}`];
  expect((await spoken(parts)).match(/\{"data":\{"service":\{"version":"0.1.0"\}\}\}/g)).toHaveLength(3);
});

test('who leaves in the middle, or before the answer, harms nobody else', async () => {
  for (const to of [server, none]) {
    for (const bytes of [HEAD, `${HEAD}${BODY.slice(0, 9)}`, `${HEAD}${BODY}`, 'GET /graphql?query={sources{totalCount}} HTTP/1.1\r\nhost: x\r\n\r\n']) {
      const socket = connect(portOf(to), '127.0.0.1', () => socket.write(bytes, () => socket.destroy()));
      await wait(30);
    }
    expect((await bySocket(post(BODY), to))[0]).toBe(200);
  }
}); // prettier-ignore

test('a server that stops tells connections so before the routes too', async () => {
  server.app.readiness.isDraining = true;
  const heard = await spoken([`${HEAD}${BODY}`]);
  server.app.readiness.isDraining = false;
  expect(heard).toMatch(/^HTTP\/1.1 200 OK\r\n[^]*\r\nconnection: close\r\n/i);
});

test('where something of ours fails, that is told with the id of the request, and the next is answered', async () => {
  const lost = jest.spyOn(Clock.prototype, 'knownVersion').mockImplementation(() => {
    throw new Error('lost');
  });
  const [status, , body] = await bySocket(post(BODY), server);
  lost.mockRestore();
  expect([status, body]).toEqual([500, expect.stringMatching(/Quote [\da-f-]{36} when/)]);
  expect((await bySocket(post(BODY), server))[0]).toBe(200);
});
