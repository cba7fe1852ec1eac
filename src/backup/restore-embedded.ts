import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { migrations } from '../../schema/migrations/list.js';
import { entities } from '../entities.js';
import { openDatabase } from '../kernel/database.js';
import { Refused } from '../kernel/refused.js';
import { embeddedFiles } from './embedded-files.js';
import type { Header } from './format.js';
import { checked, putInto, type Restored, type RestoreOptions } from './restore.js';

/**
 * Restores into an embedded directory that this process holds and has not opened: beside its files, which stay as
 * `pg.before-restore`.
 */
export async function restoreEmbedded(directory: string, options: RestoreOptions): Promise<Restored> {
  const { files, partial, restored, kept } = embeddedFiles(directory);
  const isReplaced = existsSync(files);
  if (isReplaced && !options.mayReplace) {
    throw new Refused(
      'CONFLICT',
      `${directory} holds an installation already: --replace puts the backup in its place and keeps it as ${kept}.`,
    );
  }
  if (isReplaced && existsSync(kept)) {
    throw new Refused(
      'CONFLICT',
      `${kept} is there already, from a restore before: move it elsewhere or remove it first.`,
    );
  }
  const header = await checked(options.file);
  await mkdir(directory, { recursive: true });
  const report = await restoreFiles(partial, header, options);
  await rm(restored, { recursive: true, force: true });
  await rename(partial, restored);
  if (isReplaced) await rename(files, kept);
  await rename(restored, files);
  return report;
}

async function restoreFiles(partial: string, header: Header, options: RestoreOptions): Promise<Restored> {
  await rm(partial, { recursive: true, force: true });
  try {
    const database = await openDatabase({ directory: partial, entities, migrations });
    try {
      return await putInto(database, header, options);
    } finally {
      await database.close();
    }
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}
