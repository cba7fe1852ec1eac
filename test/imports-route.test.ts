import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { globSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { writing } from '../src/features/audit/writing.js';
import { revokeKey } from '../src/features/keys/revoke-key.mutation.js';
import { COMMAND_LINE } from '../src/kernel/actor.js';
import { testServer } from './support/server.js';
import { as, keyFor } from './support/staff.js';

const server = testServer({ IMPORT_BYTES: '4096' });

type Headers = Record<string, string>;
let editor: Headers;
let port = 0;
beforeAll(async () => {
  editor = await as(server, 'EDITOR');
  await server.figures.release('NEXT');
  await server.http.listen({ port: 0, host: '127.0.0.1' });
  port = (server.http.server.address() as AddressInfo).port;
});
beforeEach(async () => {
  await sql`delete from print where release_id = (select id from release where code = 'NEXT')`.execute(
    server.database.db,
  );
});

const HEADER = 'indicator,territory,period,publisher,source,status,value,unit_multiplier\n';
const row = (value: string, month = 1): string =>
  `EXPORT_TURNOVER,58,2030-M0${month},DOIT_NINH_THUAN,NEWS_2024_06_06,FINAL,${value},6\n`;

let count = 0;
const newKey = (): Headers => ({ 'idempotency-key': `key-${(count += 1)}` });

interface Told {
  status: number;
  headers: globalThis.Headers;
  body: { code?: string; message?: string; fields?: { path: string }[]; added?: number; left?: number };
}

async function send(body: string, query = 'release=NEXT', headers: Headers = { ...editor, ...newKey() }, kind = 'observations'): Promise<Told> {
  const sent = { method: 'POST', body, headers: { 'content-type': 'text/csv', ...headers } };
  const response = await fetch(`http://127.0.0.1:${port}/imports/${kind}?${query}`, sent);
  return { status: response.status, headers: response.headers, body: (await response.json()) as Told['body'] };
} // prettier-ignore

const printed = async (): Promise<number> => {
  const { rows } = await sql<{ n: string }>`
    select count(*) as n from print where release_id = (select id from release where code = 'NEXT')`.execute(server.database.db);
  return Number(rows[0]!.n);
}; // prettier-ignore

test('a file that is sent comes in, and the answer is for nobody to keep', async () => {
  const { status, headers, body } = await send(HEADER + row('50') + row('1.5', 2));
  expect([status, headers.get('cache-control'), body, await printed()]).toEqual([
    200,
    'no-store',
    expect.objectContaining({ isDryRun: false, added: 2, printedAgain: 0, changed: 0, left: 0 }),
    2,
  ]);
});

test('sent again with its key it answers what was done; the key stands for nothing else', async () => {
  const headers = { ...editor, ...newKey() };
  const first = await send(HEADER + row('50'), 'release=NEXT', headers);
  const again = await send(HEADER + row('50'), 'release=NEXT', headers);
  const others = [
    await send(HEADER + row('51'), 'release=NEXT', headers),
    await send(HEADER + row('50'), 'release=NEXT&decimalComma=true', headers),
  ];
  const bySomebodyElse = await send(HEADER + row('50'), 'release=NEXT', {
    ...headers,
    ...(await as(server, 'EDITOR')),
  });
  expect([
    first.body.added,
    again.body,
    others.map(({ status, body }) => [status, body.code]),
    bySomebodyElse.body.left,
  ]).toEqual([
    1,
    first.body,
    [
      [409, 'CONFLICT'],
      [409, 'CONFLICT'],
    ],
    1,
  ]);
});

test('sent twice at once it comes in once', async () => {
  const headers = { ...editor, ...newKey() };
  const both = await Promise.all([1, 2].map(() => send(HEADER + row('50'), 'release=NEXT', headers)));
  const { rows } = await sql`select 1 from import_run where idempotency_key = ${headers['idempotency-key']!}`.execute(server.database.db);
  expect([both.map(({ status, body }) => [status, body.added]), rows.length]).toEqual([[[200, 1], [200, 1]], 1]);
}); // prettier-ignore

test('a file that is refused leaves its key free for the file that is mended', async () => {
  const headers = { ...editor, ...newKey() };
  const wrong = await send(HEADER + row('x'), 'release=NEXT', headers);
  const right = await send(HEADER + row('50'), 'release=NEXT', headers);
  expect([wrong.status, wrong.body, right.body.added]).toEqual([
    422,
    {
      code: 'INVALID',
      message: 'observations: one error, so nothing was brought in.',
      fields: [{ path: 'observations:2:value', message: expect.stringMatching(/not a number/) as unknown, value: 'x' }],
    },
    1,
  ]);
});

test('a dry run tells what would be, and keeps nothing', async () => {
  const { body } = await send(HEADER + row('50'), 'release=NEXT&dryRun=true', editor);
  expect([body, await printed()]).toEqual([expect.objectContaining({ isDryRun: true, added: 1 }), 0]);
});

test.each([
  ['no key of staff', 'release=NEXT', {}, 401, 'UNAUTHENTICATED'],
  ['a key that is none', 'release=NEXT', { authorization: 'Bearer sol_none' }, 401, 'UNAUTHENTICATED'],
  ['no Idempotency-Key', 'release=NEXT', { 'idempotency-key': '' }, 422, 'INVALID'],
  ['a form', 'release=NEXT', { 'content-type': 'multipart/form-data; boundary=x' }, 422, 'INVALID'],
  ['an unknown option', 'release=NEXT&dry_run=true', {}, 422, 'INVALID'],
  ['a word that is no yes or no', 'release=NEXT&dryRun=1', {}, 422, 'INVALID'],
  ['an option twice', 'release=NEXT&release=NEXT', {}, 422, 'INVALID'],
  ['no release', '', {}, 422, 'INVALID'],
  ['a release that is not there', 'release=NONE', {}, 404, 'NOT_FOUND'],
  ['a release that is out', 'release=INITIAL_LOAD', {}, 409, 'CONFLICT'],
  ['a zero character', 'release=%00', {}, 404, 'NOT_FOUND'],
])('%s is refused by its code', async (what, query, headers, status, code) => {
  const staff = status === 401 ? {} : editor;
  const told = await send(HEADER + row('50'), query, { ...staff, ...newKey(), ...headers });
  expect([told.status, told.body.code, told.headers.get('cache-control'), what]).toEqual([
    status,
    code,
    'no-store',
    what,
  ]);
});

test('a kind that is none is told with the nearest', async () => {
  const { status, body } = await send(HEADER, 'release=NEXT', { ...editor, ...newKey() }, 'observation');
  expect([status, body.message]).toEqual([404, expect.stringMatching(/Did you mean "observations"\?$/)]);
});

/** Sends a body piece by piece, without telling its length. */
const piecemeal = (headers: Headers) => {
  const path = '/imports/observations?release=NEXT';
  const sent = request({ port, host: '127.0.0.1', method: 'POST', path, headers: { ...headers, ...newKey() } });
  const status = new Promise<number | undefined>((resolve, reject) => {
    sent.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
  });
  status.catch(() => undefined);
  return { sent, status };
};

test('a file over the limit is refused, told beforehand or not', async () => {
  const large = HEADER + row('50').repeat(100);
  const unannounced = piecemeal(editor);
  unannounced.sent.end(large);
  const { status, body } = await send(large);
  expect([status, body.code, await unannounced.status, await printed()]).toEqual([413, 'TOO_LARGE', 413, 0]);
});

/** What this process is receiving, or has received and brings in. */
const received = (): string[] => globSync(`${tmpdir()}/solieu-received-${process.pid}-*/file`);

/** Waits until so many come in. */
async function comingIn(count: number): Promise<void> {
  while (received().length !== count) await wait(5);
}

test('at most two come in at once; a third is told when to come again', async () => {
  const two = [piecemeal(editor), piecemeal(editor)];
  for (const { sent } of two) sent.write(HEADER);
  await comingIn(2);
  const third = await send(HEADER + row('50'));
  for (const { sent } of two) sent.end(row('50'));
  const done = await Promise.all(two.map(({ status }) => status));
  const after = await send(HEADER + row('50'));
  expect([third.status, third.headers.get('retry-after'), done, after.status]).toEqual([503, '10', [200, 200], 200]);
});

test('a key that is revoked while its file comes in brings in nothing', async () => {
  const key = await keyFor(server, 'EDITOR');
  const { sent, status } = piecemeal({ authorization: `Bearer ${key}` });
  sent.write(HEADER);
  // Let in by its key, it waits for the rest of the file.
  await comingIn(1);
  await writing(server.database.db, COMMAND_LINE, (one) => revokeKey(one, key.slice(0, 14)));
  sent.end(row('50'));
  expect([await status, await printed()]).toEqual([403, 0]);
});

test('an upload that breaks off leaves nothing: no print, no file, no place taken', async () => {
  for (let round = 0; round < 3; round += 1) {
    const { sent, status } = piecemeal(editor);
    sent.write(HEADER + row('50'));
    setTimeout(() => sent.destroy(), 50);
    await status.catch(() => undefined);
  }
  let told = await send(HEADER + row('50'));
  for (let tries = 0; told.status === 503 && tries < 50; tries += 1) told = await send(HEADER + row('50'));
  await comingIn(0);
  expect([told.body.added, await printed()]).toEqual([1, 1]);
});
