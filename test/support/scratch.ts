/**
 * Where tests keep what lives for seconds: databases of a thousand small files, which a disk is slow to make.
 * Runs without a build on Node's type stripping: only erasable syntax here.
 */
import { existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Linux keeps what lies here in memory. */
const IN_MEMORY = '/dev/shm';
/** A database is 50 MB; a server of a whole run, with its log, stays under this. */
const ROOM_BYTES = 3 * 2 ** 30;

const SCRATCH = hasRoom(IN_MEMORY) ? IN_MEMORY : tmpdir();

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > ROOM_BYTES;
}

/** A new folder, e.g. `solieu-test-Xy12ab`, for whoever makes it to remove. */
export const newFolder = (purpose: string): string => mkdtempSync(join(SCRATCH, `solieu-${purpose}-`));
