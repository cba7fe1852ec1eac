import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { backup } from '../../src/backup/backup.js';
import type { TableEnd } from '../../src/backup/format.js';
import { inSnapshot, textOf, type Contents } from '../../src/backup/snapshot.js';
import type { Database } from '../../src/kernel/database.js';
import { newFolder } from './scratch.js';

/** A folder of this test file alone. */
export function folder(): { path: (name: string) => string; remove: () => void } {
  const home = newFolder('backup');
  return { path: (name) => join(home, name), remove: () => rmSync(home, { recursive: true, force: true }) };
}

/** Tables that tell of the restore itself. */
const TELL_OF_RESTORE = ['audit_event', 'data_change'];

/** The rows and sums of every table, those that tell of a restore excepted. */
export async function sumsOf(database: Database): Promise<TableEnd[]> {
  let contents: Contents;
  await inSnapshot(database, async (db) => {
    const text = textOf(db, (found) => (contents = found));
    while (!(await text.next()).done);
  });
  return contents!.tables.filter(({ name }) => !TELL_OF_RESTORE.includes(name));
}

let taken = 0;

/** A backup of a database in a new file. */
export async function backedUp(database: Database, path: (name: string) => string): Promise<string> {
  const file = path(`${(taken += 1)}.gz`);
  await backup(database, file);
  return file;
}

/** The lines of a backup. */
export const linesOf = (file: string): string[] => gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
