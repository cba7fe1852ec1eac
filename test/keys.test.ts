import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, jest, test } from '@jest/globals';
import { sql } from 'kysely';
import { readConfig } from '../src/config.js';
import { type App, createApp } from '../src/http/app.js';
import { actorFor } from '../src/http/actor.js';
import { COMMAND_LINE, type Role } from '../src/kernel/actor.js';
import { writing } from '../src/features/audit/writing.js';
import { revokeKey } from '../src/features/keys/revoke-key.mutation.js';
import { postTo } from './support/post.js';
import { testServer } from './support/server.js';
import { as, keyFor } from './support/staff.js';
import { statementsOf } from './support/statements.js';

const server = testServer({}, false);

const ME = '{ me { name role } }';
const CREATE = `mutation Create($input: KeyInput!) {
  createKey(input: $input) {
    ... on CreatedKey { key apiKey { name prefix role expiresAt revokedAt lastUsedAt } }
    ... on Refusal { code fields { path value } }
  }
}`;
const REVOKE = `mutation Revoke($prefix: String!) {
  revokeKey(prefix: $prefix) { ... on ApiKey { name prefix } ... on Refusal { code } }
}`;

interface Created {
  createKey: { key: string; apiKey: { name: string; prefix: string; role: Role } };
}
type Headers = Record<string, string>;

let admin: Headers;
beforeAll(async () => {
  admin = await as(server, 'ADMIN');
});

const bearer = (key: string): Headers => ({ authorization: `Bearer ${key}` });
const asked = (headers: Headers, query = ME) => postTo(server, { query }, headers);
const statusOf = async (headers: Headers): Promise<number> => (await asked(headers)).statusCode;
const create = async (input: object, headers = admin) =>
  (await server.ask<Created>(CREATE, { input }, headers)).data.createKey;
const revoke = async (prefix: string, headers = admin) =>
  (await server.ask<{ revokeKey: unknown }>(REVOKE, { prefix }, headers)).data.revokeKey;
const keys = async (): Promise<number> => Number((await sql<{ n: string }>`select count(*) as n from api_key`.execute(server.database.db)).rows[0]!.n); // prettier-ignore

test('a key is told once: of it the database keeps a prefix and a hash', async () => {
  const { key, apiKey } = await create({ name: 'Nguyễn Lan', role: 'EDITOR', expiresAt: '2999-01-01' });
  const { rows } = await sql<object>`select prefix, hash from api_key where name = 'Nguyễn Lan'`.execute(server.database.db);
  expect([key, apiKey, rows]).toEqual([
    expect.stringMatching(/^sol_[0-9a-f]{10}[A-Za-z0-9_-]{43}$/),
    { name: 'Nguyễn Lan', prefix: key.slice(0, 14), role: 'EDITOR', expiresAt: '2999-01-01T16:59:59.999999Z', revokedAt: null, lastUsedAt: null },
    [{ prefix: key.slice(0, 14), hash: createHash('sha256').update(key).digest('hex') }],
  ]);
}); // prettier-ignore

test('whoever shows a key is called by its name, whoever shows none is a reader', async () => {
  const lan = bearer((await create({ name: 'Lan', role: 'PUBLISHER' })).key);
  const answers = [await server.ask(ME, {}, lan), await server.ask(ME)];
  expect(answers).toEqual([
    { data: { me: { name: 'Lan', role: 'PUBLISHER' } } },
    { data: { me: { name: 'anonymous', role: 'READER' } } },
  ]);
});

test('whoever shows no key is not asked for one', async () => {
  const sent = await statementsOf(() => asked({}));
  expect(sent.filter((statement) => statement.includes('api_key'))).toEqual([]);
});

test.each([
  ['an unknown key', () => bearer(`sol_0123456789${'A'.repeat(43)}`)],
  ['the prefix of a key with another end', async () => bearer(`${(await keyFor(server, 'ADMIN')).slice(0, 14)}${'A'.repeat(43)}`)],
  ['a key that is cut', async () => bearer((await keyFor(server, 'ADMIN')).slice(0, -1))],
  ['a key with more after it', async () => bearer(`${await keyFor(server, 'ADMIN')}x`)],
  ['a prefix alone', async () => bearer((await keyFor(server, 'ADMIN')).slice(0, 14))],
  ['something else', () => bearer('x')],
  ['nothing', () => ({ authorization: '' })],
  ['no key', () => ({ authorization: 'Bearer' })],
  ['a key under another scheme', async () => ({ authorization: `Basic ${await keyFor(server, 'ADMIN')}` })],
  ['a key without a scheme', async () => ({ authorization: await keyFor(server, 'ADMIN') })],
  ['two keys', async () => ({ authorization: `Bearer ${await keyFor(server, 'ADMIN')}, Bearer x` })],
])('%s is refused with 401, whatever is asked', async (_, headers: () => Headers | Promise<Headers>) => {
  const shown = await headers();
  const answers = [await asked(shown), await asked(shown, '{'), await server.http.inject({ url: `/graphql?query=${ME}`, headers: shown })];
  expect(answers.map((one) => [one.statusCode, one.headers['www-authenticate'], one.headers['cache-control'], one.json<unknown>()])).toMatchObject(
    answers.map(() => [401, 'Bearer realm="solieu"', 'no-store', { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }]),
  );
}); // prettier-ignore

test('a key ends at its moment by the clock of the database', async () => {
  const soon = new Date(Date.now() + 1200).toISOString();
  const { key } = await create({ name: 'For a moment', role: 'EDITOR', expiresAt: soon });
  const before = await statusOf(bearer(key));
  await wait(1300);
  expect([before, await statusOf(bearer(key))]).toEqual([200, 401]);
});

test('a revoked key works no more from that moment on, and is not revoked twice', async () => {
  const { key, apiKey } = await create({ name: 'To go', role: 'ADMIN' });
  const before = await statusOf(bearer(key));
  const answers = [await revoke(apiKey.prefix), await statusOf(bearer(key)), await revoke(apiKey.prefix)];
  expect([before, ...answers]).toEqual([200, { name: 'To go', prefix: apiKey.prefix }, 401, { code: 'CONFLICT' }]);
});

test('a key is revoked by its name too', async () => {
  const { key } = await create({ name: 'By name', role: 'EDITOR' });
  await writing(server.database.db, COMMAND_LINE, (one) => revokeKey(one, 'By name'));
  expect(await statusOf(bearer(key))).toBe(401);
});

test.each(['sol_ffffffffff', '', 'x', '\u0000', `sol_0123456789${'A'.repeat(43)}`])(
  'the key %j, which is not there, is not revoked',
  async (prefix) => {
    expect(await revoke(prefix)).toEqual({ code: 'NOT_FOUND' });
  },
);

test.each(['READER', 'EDITOR', 'PUBLISHER'] as const)('a %s makes, revokes and lists no keys', async (role) => {
  const headers = role === 'READER' ? {} : await as(server, role);
  const prefix = (await keyFor(server, 'ADMIN')).slice(0, 14);
  const before = await keys();
  const id = Buffer.from(`ApiKey:${prefix}`).toString('base64url');
  const lists = await server.ask(`{ apiKeys { totalCount } node(id: "${id}") { id } }`, {}, headers);
  const answers = [await create({ name: 'Mine', role: 'EDITOR' }, headers), await revoke(prefix, headers), await revoke('sol_ffffffffff', headers), lists.data];
  expect([answers, await keys()]).toEqual([
    [{ code: 'NOT_ALLOWED', fields: [] }, { code: 'NOT_ALLOWED' }, { code: 'NOT_ALLOWED' }, { apiKeys: null, node: null }],
    before,
  ]);
}); // prettier-ignore

test('an admin lists keys, the newest first, and nothing of them opens anything', async () => {
  const { key, apiKey } = await create({ name: 'Listed', role: 'EDITOR' });
  const listed = await asked(admin, '{ apiKeys(first: 1) { totalCount nodes { id name prefix role createdAt expiresAt revokedAt lastUsedAt } } }');
  const { apiKeys } = listed.json<{ data: { apiKeys: { totalCount: number; nodes: Record<string, string>[] } } }>().data;
  const again = await server.ask(`{ node(id: "${apiKeys.nodes[0]!['id']}") { ... on ApiKey { name prefix } } }`, {}, admin);
  expect([apiKeys.totalCount, apiKeys.nodes[0], listed.body.includes(key.slice(14)), again.data]).toMatchObject([
    await keys(),
    { name: 'Listed', prefix: apiKey.prefix, role: 'EDITOR', expiresAt: null, revokedAt: null, lastUsedAt: null },
    false,
    { node: { name: 'Listed', prefix: apiKey.prefix } },
  ]);
}); // prettier-ignore

test('keys are paged from both ends', async () => {
  const page = async (args: string) => (await server.ask<{ apiKeys: { nodes: object[]; pageInfo: { endCursor: string } } }>(`{ apiKeys(${args}) { nodes { prefix } pageInfo { endCursor } } }`, {}, admin)).data.apiKeys;
  const all = await page('first: 500');
  const first = await page('first: 2');
  const second = await page(`first: 2, after: "${first.pageInfo.endCursor}"`);
  const last = await page('last: 1');
  expect([...first.nodes, ...second.nodes, ...last.nodes]).toEqual([...all.nodes.slice(0, 4), all.nodes.at(-1)]);
}); // prettier-ignore

test.each([
  [{ name: '', role: 'EDITOR' }, [{ path: 'name', value: '' }]],
  [{ name: '  ', role: 'EDITOR' }, [{ path: 'name', value: '' }]],
  [{ name: 'a\u0000b', role: 'EDITOR' }, [{ path: 'name', value: 'a\u0000b' }]],
  [{ name: 'x'.repeat(101), role: 'EDITOR' }, [{ path: 'name', value: 'x'.repeat(100) }]],
  [{ name: 'command line', role: 'EDITOR' }, [{ path: 'name', value: 'command line' }]],
  [{ name: 'Anonymous', role: 'EDITOR' }, [{ path: 'name', value: 'Anonymous' }]],
  [{ name: `My sol_0123456789${'A'.repeat(43)}`, role: 'EDITOR' }, [{ path: 'name', value: null }]],
  [{ name: 'Reader', role: 'READER' }, [{ path: 'role', value: 'READER' }]],
  [{ name: 'Late', role: 'EDITOR', expiresAt: '2020-01-01' }, [{ path: 'expiresAt', value: '2020-01-01' }]],
  [{ name: '', role: 'READER', expiresAt: '2020-01-01' }, [{ path: 'name', value: '' }, { path: 'role', value: 'READER' }, { path: 'expiresAt', value: '2020-01-01' }]],
])('of %j every field that is wrong is named, and no key is made', async (input, fields) => {
  const before = await keys();
  expect([await create(input), await keys()]).toEqual([{ code: 'INVALID', fields }, before]);
}); // prettier-ignore

test('a name is used once, even after its key was revoked', async () => {
  const { apiKey } = await create({ name: 'Once', role: 'EDITOR' });
  await revoke(apiKey.prefix);
  expect(await create({ name: ' Once ', role: 'EDITOR' })).toEqual({ code: 'CONFLICT', fields: [{ path: 'name', value: 'Once' }] });
}); // prettier-ignore

const usedAt = async (key: string): Promise<string | null> => {
  const prefix = key.slice(0, 14);
  const { rows } = await sql<{ at: string | null }>`select last_used_at::text as at from api_key where prefix = ${prefix}`.execute(server.database.db);
  return rows[0]!.at;
}; // prettier-ignore

test('the last use of a key is noted, once a minute', async () => {
  const key = await keyFor(server, 'EDITOR');
  const used = [await usedAt(key)];
  for (let times = 0; times < 2; times += 1) {
    await asked(bearer(key));
    await wait(50);
    used.push(await usedAt(key));
  }
  await sql`update api_key set last_used_at = last_used_at - interval '61 seconds' where prefix = ${key.slice(0, 14)}`.execute(server.database.db);
  const earlier = await usedAt(key);
  await asked(bearer(key));
  await wait(50);
  expect([used[0], used[1] === null, used[1] === used[2], (await usedAt(key))! > earlier!]).toEqual([null, false, true, true]);
}); // prettier-ignore

test('a key that does not work is not noted as used', async () => {
  const key = await keyFor(server, 'EDITOR');
  await asked(bearer(`${key.slice(0, 14)}${'A'.repeat(43)}`));
  await wait(50);
  expect(await usedAt(key)).toBeNull();
});

/** Another server over the same database, with what it logs. */
async function loggingServer(): Promise<{ app: App; lines: string[]; address: string }> {
  const lines: string[] = [];
  const app = await createApp(readConfig({ LOG_LEVEL: 'trace' }), server.database, { write: (line) => void lines.push(line) });
  app.http.get('/staff', async ({ headers }) => actorFor(headers, server.database.db));
  const address = await app.http.listen({ port: 0, host: '127.0.0.1' });
  return { app, lines, address };
} // prettier-ignore

test('a use that cannot be noted does not keep the answer back, and is told in the log', async () => {
  const { app, lines, address } = await loggingServer();
  const headers = { ...bearer(await keyFor(server, 'EDITOR')), 'content-type': 'application/json' };
  await sql`alter table api_key add constraint unused check (last_used_at is null) not valid`.execute(server.database.db);
  const { status } = await fetch(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: ME }) });
  await wait(100);
  await sql`alter table api_key drop constraint unused`.execute(server.database.db);
  await app.http.close();
  expect([status, lines.filter((line) => line.includes('the use of a key was not noted')).length]).toEqual([200, 1]);
}); // prettier-ignore

test('a route beside GraphQL knows keys as it does', async () => {
  const { app } = await loggingServer();
  const key = await keyFor(server, 'EDITOR');
  const ask = (headers: Headers) => app.http.inject({ url: '/staff', headers });
  const answers = [await ask({}), await ask(bearer(key)), await ask(bearer('x'))];
  await app.http.close();
  expect(answers.map((one) => [one.statusCode, one.headers['www-authenticate'], one.json<unknown>()])).toMatchObject([
    [200, undefined, { role: 'READER' }],
    [200, undefined, { role: 'EDITOR' }],
    [401, 'Bearer realm="solieu"', { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }],
  ]);
});

test('where the database is away, whoever shows a key is told so, and not that it is wrong', async () => {
  const key = await keyFor(server, 'EDITOR');
  const away = Object.assign(new Error('gone'), { code: 'ECONNREFUSED' });
  const executor = jest.spyOn(server.database.db, 'getExecutor').mockImplementation(() => {
    throw away;
  });
  const { statusCode, headers, body } = await asked(bearer(key));
  executor.mockRestore();
  expect([statusCode, headers['retry-after'], body]).toEqual([503, '1', expect.stringContaining('SERVICE_UNAVAILABLE')]);
}); // prettier-ignore

test('what the README says of keys is so', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [, body] = /--data '(\{ "query": "\{ me [^']*)'/.exec(readme)!;
  const answer = await postTo(server, JSON.parse(body!) as object, await as(server, 'EDITOR'));
  expect(answer.json()).toMatchObject({ data: { me: { role: 'EDITOR' } } });
});

test('a key in an address is not read', async () => {
  const key = await keyFor(server, 'ADMIN');
  const link = (name: string) => server.http.inject({ url: `/graphql?${new URLSearchParams({ query: ME, [name]: key }).toString()}` });
  const answers = [await link('key'), await link('access_token'), await link('authorization')];
  expect(answers.map((one) => one.json<unknown>())).toEqual(answers.map(() => ({ data: { me: { name: 'anonymous', role: 'READER' } } })));
}); // prettier-ignore

test('no log line holds a key, whatever is sent with it', async () => {
  const { app, lines, address } = await loggingServer();
  const key = await keyFor(server, 'ADMIN');
  const wrong = `${key.slice(0, -1)}${key.endsWith('A') ? 'E' : 'A'}`;
  const told: string[] = [];
  for (const one of [key, wrong]) {
    for (const [path, method] of [['/graphql', 'POST'], [`/graphql?key=${one}`, 'GET'], [`/nowhere/?access_token=${one}`, 'GET'], ['/schema.graphql', 'DELETE']] as const) {
      const body = method === 'POST' ? JSON.stringify({ query: CREATE, variables: { input: { name: one, role: 'EDITOR' } } }) : null;
      const headers = { ...bearer(one), 'content-type': 'application/json' };
      told.push(await (await fetch(`${address}${path}`, { method, body, headers })).text());
    }
  }
  await app.http.close();
  expect([lines.length >= told.length, [...lines, ...told].filter((line) => line.includes(key.slice(14, 50)))]).toEqual([true, []]);
}); // prettier-ignore
