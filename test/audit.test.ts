import { beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { changedFields } from '../src/features/audit/changed-fields.js';
import { changing, writing } from '../src/features/audit/writing.js';
import { createKey } from '../src/features/keys/create-key.mutation.js';
import { revokeKey } from '../src/features/keys/revoke-key.mutation.js';
import { readConfig } from '../src/config.js';
import { COMMAND_LINE } from '../src/kernel/actor.js';
import { Clock } from '../src/kernel/clock.js';
import { Context } from '../src/kernel/context.js';
import { Readings } from '../src/kernel/reading.js';
import { Refused } from '../src/kernel/refused.js';
import { attempt } from './support/attempt.js';
import { testServer } from './support/server.js';
import { as } from './support/staff.js';

const server = testServer({}, false);

type Headers = Record<string, string>;
interface Trail {
  auditEvents: {
    totalCount: number;
    nodes: { at: string; code: string; changes: object[] }[];
    pageInfo: { endCursor: string; startCursor: string };
  } | null;
}

let admin: Headers;
beforeAll(async () => {
  admin = await as(server, 'ADMIN');
});

const EVENT = 'actor action kind code changes { field before after } key { name }';
const trail = (args: string, headers = admin) =>
  server.ask<Trail>(
    `{ auditEvents${args} { totalCount nodes { ${EVENT} } pageInfo { startCursor endCursor } } }`,
    {},
    headers,
  );
const events = async (args: string) => (await trail(args)).data.auditEvents!.nodes;

/** A deed of the kind `test`. */
const record = (code: string, before: object | null, after: object | null, at?: string) =>
  writing(server.database.db, COMMAND_LINE, async (one) => {
    await one.record({ action: 'test.change', kind: 'test', code, before, after });
    const event = sql`(actor, action, kind, code, at)`;
    if (at) await sql`insert into audit_event ${event} values ('test', 'test.date', 'test', ${code}, ${at}::timestamptz)`.execute(one.db);
  }); // prettier-ignore

test('who makes and who revokes a key stands in the audit trail, the newest first, and nothing that opens anything', async () => {
  const { data } = await server.ask<{ createKey: { key: string; apiKey: { prefix: string } } }>(
    'mutation { createKey(input: { name: "Lan", role: EDITOR, expiresAt: "2999-01-01" }) { ... on CreatedKey { key apiKey { prefix } } } }', {}, admin);
  const { key, apiKey: { prefix } } = data.createKey;
  await writing(server.database.db, COMMAND_LINE, (one) => revokeKey(one, prefix));
  const { rows } = await sql<{ text: string }>`select e::text as text from audit_event e`.execute(server.database.db);
  const { rows: hashes } = await sql<{ hash: string }>`select hash from api_key`.execute(server.database.db);
  const secrets = [key.slice(14), ...hashes.map(({ hash }) => hash)];
  const change = (field: string, after: string) => ({ field, before: null, after });
  expect([await events(`(filter: { code: "${prefix}" })`), rows.filter(({ text }) => secrets.some((one) => text.includes(one)))]).toEqual([
    [
      { actor: 'command line', action: 'key.revoke', kind: 'api_key', code: prefix, changes: [change('revokedAt', expect.any(String) as never)], key: null },
      { actor: 'ADMIN 1', action: 'key.create', kind: 'api_key', code: prefix, changes: [change('expiresAt', '2999-01-01T16:59:59.999999Z'), change('name', 'Lan'), change('role', 'EDITOR')], key: { name: 'ADMIN 1' } },
    ],
    [],
  ]);
}); // prettier-ignore

test('what was refused was not done, and is not in the trail', async () => {
  const count = async () => (await trail('')).data.auditEvents!.totalCount;
  const before = await count();
  const taken = writing(server.database.db, COMMAND_LINE, (one) => createKey(one, { name: 'ADMIN 1', role: 'EDITOR' }));
  await expect(taken).rejects.toBeInstanceOf(Refused);
  const late = writing(server.database.db, COMMAND_LINE, async (one) => {
    await createKey(one, { name: 'Half', role: 'EDITOR' });
    throw new Error('lost');
  });
  await expect(late).rejects.toThrow('lost');
  expect(await count()).toBe(before);
});

test.each(['update audit_event set actor = $$nobody$$', 'delete from audit_event', 'truncate audit_event'])(
  'the database refuses to %s',
  async (statement) => {
    expect(await attempt(server.database, statement)).toBe('23001');
  },
);

test.each(['READER', 'EDITOR', 'PUBLISHER'] as const)('a %s does not read the audit trail', async (role) => {
  const headers = role === 'READER' ? {} : await as(server, role);
  const { rows } = await sql<{ id: string }>`select max(id)::text as id from audit_event`.execute(server.database.db);
  const id = Buffer.from(`AuditEvent:${rows[0]!.id}`).toString('base64url');
  const node = (asked: Headers) => server.ask(`{ node(id: "${id}") { id } }`, {}, asked);
  const answers = [await trail('', headers), await node(headers), await node(admin)];
  expect(answers.map(({ data }) => data)).toEqual([{ auditEvents: null }, { node: null }, { node: { id } }]);
}); // prettier-ignore

test.each(['0', '01', '-1', '1.5', 'x', '9'.repeat(18), '9'.repeat(19), '123456789'])(
  'an id of the row %s, which is not there, names nothing',
  async (row) => {
    const id = Buffer.from(`AuditEvent:${row}`).toString('base64url');
    expect(await server.ask(`{ node(id: "${id}") { id } }`, {}, admin)).toEqual({ data: { node: null } });
  },
);

test('the trail is filtered by thing, actor, action and days, and days are whole', async () => {
  await record('x', null, { a: 1 }, '2020-05-31T17:00:00Z');
  await record('y', null, { a: 1 }, '2020-06-01T16:59:59.999999Z');
  const codes = async (filter: string) => (await events(`(filter: { kind: "test", ${filter} })`)).map(({ code }) => code);
  const asked = ['action: "test.change"', 'code: "x"', 'actor: "test"', 'actor: "command line"', 'from: "2020-06-01", to: "2020-06-01"', 'to: "2020-05-31"', 'from: "2020-06-02"', 'action: "nothing"'];
  const found = [];
  for (const one of asked) found.push(await codes(one));
  expect(found).toEqual([['y', 'x'], ['x', 'x'], ['y', 'x'], ['y', 'x'], ['y', 'x'], [], ['y', 'x'], []]);
}); // prettier-ignore

test('the trail is paged from both ends', async () => {
  for (let nth = 0; nth < 5; nth += 1) await record(`page ${nth}`, null, { nth });
  const page = async (args: string) => (await trail(`(filter: { action: "test.change" }, ${args})`)).data.auditEvents!;
  const all = (await page('first: 30')).nodes;
  const first = await page('first: 2');
  const second = await page(`first: 2, after: "${first.pageInfo.endCursor}"`);
  const back = await page(`last: 2, before: "${second.pageInfo.startCursor}"`);
  expect([first.totalCount, [...first.nodes, ...second.nodes], back.nodes]).toEqual([all.length, all.slice(0, 4), first.nodes]);
}); // prettier-ignore

test.each([
  ['from: "2024-02-01", to: "2024-01-01"', 'INVALID_RANGE', 'filter.from'],
  ['code: "a\\u0000b"', 'INVALID_TEXT', 'filter.code'],
  [`kind: "${'x'.repeat(201)}"`, 'INVALID_TEXT', 'filter.kind'],
])('the filter %s is refused', async (filter, reason, argument) => {
  const { errors } = await trail(`(filter: { ${filter} })`);
  expect(errors?.map(({ extensions }) => extensions)).toMatchObject([{ code: 'BAD_USER_INPUT', reason, argument }]);
});

test.each([
  [null, { title: 'A', lines: ['x', 'y'], count: 3, isOpen: true }, [['count', null, '3'], ['isOpen', null, 'true'], ['lines.0', null, 'x'], ['lines.1', null, 'y'], ['title', null, 'A']]],
  [{ title: 'A' }, null, [['title', 'A', null]]],
  [{ title: 'A', at: { place: 'x', day: null } }, { title: 'A', at: { place: 'y', day: '2024' } }, [['at.day', null, '2024'], ['at.place', 'x', 'y']]],
  [{ end: null }, {}, []],
  [null, null, []],
])('from %j to %j exactly what differs has changed', (before, after, changes) => {
  expect(changedFields(before, after)).toEqual(changes.map(([field, was, is]) => ({ field, before: was, after: is })));
}); // prettier-ignore

test('what a document reads after a change knows of it', async () => {
  const { db } = server.database;
  const readings = new Readings(db, new Clock(db, 1000));
  const about = { version: '', licence: '', contact: null, publicUrl: '' };
  const context = new Context(readings, await readings.now(), 'EN', readConfig({}).limits, about, COMMAND_LINE);
  const names = () =>
    context
      .loader<string, boolean>('is there a key of a name', async (asked) => {
        const { rows } = await sql<{ name: string }>`select name from api_key`.execute(db);
        return asked.map((name) => rows.some((row) => row.name === name));
      })
      .load('Seen');
  const before = await names();
  await changing(context, (one) => createKey(one, { name: 'Seen', role: 'EDITOR' }));
  expect([before, await names()]).toEqual([false, true]);
});
