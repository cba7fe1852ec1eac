import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startServer } from './support/postgres-server.js';
import { buildIfStale, command, killStarted, start, type Started } from './support/process.js';
import { newFolder } from './support/scratch.js';

const directory = newFolder('doctor');
const held = join(directory, 'held');
const NOWHERE = join(directory, 'nowhere');

beforeAll(buildIfStale, 180_000);
afterAll(() => {
  killStarted();
  rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
});

const end = (words: string[], at: string, settings: Record<string, string> = {}): Started['end'] =>
  command(at, words, settings).end;

interface Diagnosis {
  check: string;
  state: string;
  message: string;
}

const diagnoses = (said: string): Diagnosis[] => JSON.parse(said) as Diagnosis[];
const stateOf = (said: string, check: string): string[] =>
  diagnoses(said)
    .filter((diagnosis) => diagnosis.check === check)
    .map(({ state }) => state);

test('of an installation that is well it says so, by the server that holds the directory', async () => {
  const server = start(held);
  await server.address;
  const { code, said, complaint } = await end(['doctor', '--json'], held);
  const { message } = diagnoses(said).find(({ check }) => check === 'directory')!;
  expect([
    code,
    complaint,
    diagnoses(said).filter(({ check, state }) => state !== 'ok' && check !== 'disk'),
    message,
  ]).toEqual([0, '', [], `${held} is held by process ${server.child.pid}, the server that answers this.`]);
}, 60_000);

test('a directory held by a process that takes no commands is told by doctor', async () => {
  const taken = join(directory, 'taken');
  mkdirSync(taken);
  writeFileSync(join(taken, 'solieu.lock'), JSON.stringify({ pid: 1, host: 'gone.example', started: '1' }));
  const { code, said, complaint } = await end(['doctor', '--json'], taken);
  expect([code, stateOf(said, 'directory'), complaint]).toEqual([1, ['error'], '1 check of 4 found an error.\n']);
});

test('without a database server, doctor tells where it was looked for, and no password', async () => {
  const settings = { DATABASE_URL: 'postgres://somebody:topsecret@127.0.0.1:1/nothing?password=topsecret' };
  const { code, said, complaint } = await end(['doctor'], NOWHERE, settings);
  expect([code, said.includes('postgres://somebody:***@127.0.0.1:1/nothing'), `${said}${complaint}`.includes('topsecret')]).toEqual([1, true, false]); // prettier-ignore
});

test('on a database server, doctor changes nothing, and migrate does what it tells to do', async () => {
  const { url, stop } = await startServer();
  try {
    const settings = { DATABASE_URL: url };
    const before = await end(['doctor', '--json'], NOWHERE, settings);
    const again = await end(['doctor', '--json'], NOWHERE, settings);
    const migrated = await end(['migrate', '--json'], NOWHERE, settings);
    const after = await end(['doctor', '--json'], NOWHERE, settings);
    const { applied } = JSON.parse(migrated.said) as { applied: string[] };
    expect([stateOf(before.said, 'migrations'), again.said, applied.length > 0, after.code]).toEqual([
      ['error'],
      before.said,
      true,
      0,
    ]);
  } finally {
    stop();
  }
}, 120_000);

test('what somebody took from the tables is told by name, and a backup restored brings it back', async () => {
  const { url, stop } = await startServer();
  const client = new Client({ connectionString: url });
  try {
    const settings = { DATABASE_URL: url };
    await end(['migrate'], NOWHERE, settings);
    await client.connect();
    await client.query(`drop index print_by_source; drop trigger append_only on print; alter table series drop constraint series_pkey cascade;
      create or replace function refuse_truncate() returns trigger language plpgsql as 'begin return null; end'`);
    const hurt = await end(['doctor', '--json'], NOWHERE, settings);
    const file = join(directory, 'hurt.gz');
    await end(['backup', file], NOWHERE, settings);
    await end(['restore', '--replace', file], NOWHERE, settings);
    const mended = await end(['doctor', '--json'], NOWHERE, settings);
    const told = diagnoses(hurt.said).find(({ check }) => check === 'schema');
    expect([told?.message, stateOf(mended.said, 'schema'), mended.code]).toEqual([
      'Missing or changed: constraint observation.observation_of_series, constraint series.series_pkey, function refuse_truncate, index print_by_source, index series_pkey, trigger print.append_only.',
      ['ok'],
      0,
    ]);
  } finally {
    await client.end();
    stop();
  }
}, 120_000);
