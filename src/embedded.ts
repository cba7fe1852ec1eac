import { constants, existsSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { seedChecksum } from '../seeds/folder.js';
import { migrations } from '../schema/migrations/list.js';
import { embeddedFiles } from './backup/embedded-files.js';
import { entities } from './entities.js';
import { type Database, openDatabase } from './kernel/database.js';
import { packageFolder } from './kernel/package.js';

/** A migrated and seeded directory, made when the package is built: copying it is quicker than making it. */
export const PREPARED = join(packageFolder, 'dist', 'prepared');

/** Opens the embedded database of a directory that this process holds, making it where there is none. */
export async function openEmbedded(directory: string): Promise<Database> {
  return openMigrated(await makeWhereMissing(directory));
}

/** The files of a directory's embedded database. */
export const filesOf = (directory: string): string => embeddedFiles(directory).files;

export async function makeWhereMissing(directory: string): Promise<string> {
  const files = filesOf(directory);
  if (!existsSync(files)) await makeFiles(directory);
  return files;
}

/**
 * Makes the files beside their place and moves them there whole: a start that is cut off leaves nothing half-made. Those that a
 * restore left whole before it was cut off are taken as they are.
 */
async function makeFiles(directory: string): Promise<void> {
  const { files, partial, restored } = embeddedFiles(directory);
  if (existsSync(restored)) return rename(restored, files);
  await rm(partial, { recursive: true, force: true });
  if (existsSync(PREPARED)) await cp(PREPARED, partial, { recursive: true, mode: constants.COPYFILE_FICLONE });
  else await prepare(partial);
  await rename(partial, files);
}

/** Makes a migrated and seeded directory; `look` sees it before it is closed. */
export async function prepare(files: string, look?: (database: Database) => Promise<void>): Promise<void> {
  const database = await openMigrated(files);
  await look?.(database);
  await database.close();
}

async function openMigrated(files: string): Promise<Database> {
  const database = await openDatabase({ directory: files, entities, migrations });
  await bringUpToDate(database);
  return database;
}

/** The tables and the real figures, as this version has them; what was brought in once is not compared at every start. */
export async function bringUpToDate(database: Database): Promise<void> {
  await database.migrate();
  const checksum = await seedChecksum();
  const { rows } = await sql`select 1 from seeding where checksum = ${checksum}`.execute(database.db);
  if (rows.length > 0) return;
  // Loaded only where it is needed: a start that has nothing to bring in is quicker without.
  const { seed } = await import('../seeds/seed.js');
  await seed(database);
  await sql`insert into seeding values (${checksum}) on conflict do nothing`.execute(database.db);
}
