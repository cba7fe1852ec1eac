import { existsSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { Command } from 'commander';
import { sql } from 'kysely';
import { backup } from '../src/cli/backup.command.js';
import type { Session, Shell } from '../src/cli/command.js';
import { restore } from '../src/cli/restore.command.js';
import { readConfig } from '../src/config.js';
import { entities } from '../src/entities.js';
import { COMMAND_LINE } from '../src/kernel/actor.js';
import { openDatabase } from '../src/kernel/database.js';
import { migrations } from '../schema/migrations/list.js';
import { folder, sumsOf } from './support/moved.js';
import { testServer } from './support/server.js';

const server = testServer({}, false);
const { path, remove } = folder();
const environment = { ...process.env };
afterEach(() => void (process.env = { ...environment }));
afterAll(remove);

/** Runs a command line as the program would, in the folder of this file, and tells what it said. */
async function run(...args: string[]): Promise<{ out: string; err: string }> {
  const said = { out: '', err: '' };
  const session: Session = { config: readConfig({}), database: server.database, actor: COMMAND_LINE };
  const shell: Shell = {
    open: () => Promise.resolve(session),
    directory: path('.'),
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    isTerminal: false,
    signal: new AbortController().signal,
  };
  const program = new Command('solieu').exitOverride();
  for (const register of [backup, restore]) register(program, shell);
  await program.parseAsync(args, { from: 'user' });
  return said;
}

/** Settings are environment variables: here for an embedded database. */
function settle(directory: string): void {
  delete process.env['DATABASE_URL'];
  process.env['DATA_DIR'] = directory;
}

test('"backup FILE" and "restore FILE" tell how much there was, and of what moment', async () => {
  await sql`insert into unit (code, name_vi) values ('KEPT', 'Giữ')`.execute(server.database.db);
  const taken = await run('backup', 'kept.gz');
  settle(path('data'));
  const put = await run('restore', 'kept.gz');
  const moment = /as it was at (\S+)\.\n$/.exec(taken.out)![1];
  expect([taken, put]).toEqual([
    { out: `breakdown    1\ndata_change  1\nunit         1\nall          3\n${path('kept.gz')} holds the database as it was at ${moment}.\n`, err: '' },
    { out: `breakdown    1\ndata_change  1\nunit         1\nall          3\nRestored, and read back the same, what was there at ${moment}.\n`, err: '' },
  ]);
  const restored = await openDatabase({ directory: path('data/pg'), entities, migrations });
  const sums = await sumsOf(restored);
  await restored.close();
  expect(sums).toEqual(await sumsOf(server.database));
}, 60_000); // prettier-ignore

test('a directory that another process holds is not touched, and the holder is named', async () => {
  const holder = path('held');
  await run('backup', 'for-held.gz');
  settle(holder);
  const { lockDirectory } = await import('../src/kernel/directory-lock.js');
  const lock = lockDirectory(holder);
  await expect(run('restore', '--replace', 'for-held.gz')).rejects.toThrow(`is held by process ${process.pid}`);
  lock.release();
  expect(existsSync(path('held/pg'))).toBe(false);
});

test('a file that is refused leaves the directory free for the next try', async () => {
  writeFileSync(path('damaged.gz'), 'Số liệu');
  settle(path('free'));
  await expect(run('restore', 'damaged.gz')).rejects.toThrow('is not a backup of Solieu');
  expect(existsSync(path('free/solieu.lock'))).toBe(false);
});
