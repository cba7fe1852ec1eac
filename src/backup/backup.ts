import { existsSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Database } from '../kernel/database.js';
import { Refused } from '../kernel/refused.js';
import { type Contents, inSnapshot, textOf } from './snapshot.js';

/** It holds drafts and the hashes of keys. */
const FOR_OWNER_ALONE = 0o600;

/**
 * Writes all that the database holds at one moment to a file, which appears whole or not at all. Others read and write meanwhile,
 * on an embedded database they wait.
 */
export async function backup(database: Database, file: string, signal?: AbortSignal): Promise<Contents> {
  if (existsSync(file)) throw new Refused('CONFLICT', `${file} is there already: name another file, or remove it.`);
  const partial = `${file}.partial`;
  try {
    await rm(partial, { force: true });
    const contents = await writeTo(partial, database, signal);
    await rename(partial, file);
    await sync(dirname(file));
    return contents;
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw refusalOf(error, file);
  }
}

async function writeTo(partial: string, database: Database, signal?: AbortSignal): Promise<Contents> {
  const target = await open(partial, 'wx', FOR_OWNER_ALONE);
  try {
    return await inSnapshot(database, async (db) => {
      let found: Contents;
      const text = Readable.from(
        textOf(db, (contents) => (found = contents)),
        { highWaterMark: 2 },
      );
      await pipeline(text, createGzip(), target.createWriteStream({ flush: true }), { signal });
      return found!;
    });
  } finally {
    await target.close();
  }
}

/** The name of a file is kept once its folder is; not every system can be asked. */
async function sync(folder: string): Promise<void> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch {
    // Then it is kept when the system comes to it.
  } finally {
    await handle?.close();
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of this user is used up',
};

function refusalOf(error: unknown, file: string): unknown {
  const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
  return reason ? new Refused('INVALID', `${file} cannot be written: ${reason}.`) : error;
}
