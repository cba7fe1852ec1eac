import { resolve } from 'node:path';
import { migrations } from '../../schema/migrations/list.js';
import { type Restored, type RestoreOptions, restore as restoreInto } from '../backup/restore.js';
import { restoreEmbedded } from '../backup/restore-embedded.js';
import { type Config, readConfig } from '../config.js';
import { entities } from '../entities.js';
import { COMMAND_LINE } from '../kernel/actor.js';
import { openDatabase } from '../kernel/database.js';
import { lockDirectory } from '../kernel/directory-lock.js';
import type { Register, Shell } from './command.js';
import { toldContents } from './told-contents.js';

const MORE = `
The file is checked before anything is changed, and what was restored is read back and compared with it: a file that is cut off,
damaged or of a newer Solieu leaves the database as it was. Stop the servers first.

Examples:
  npx solieu restore /srv/backups/solieu-2026-01-15.gz
  DATABASE_URL=postgres://solieu@localhost/solieu npx solieu restore --replace backup.gz`;

/** Puts a backup in place. It needs an embedded directory for itself: where a server holds it, `DirectoryHeld` names that. */
export const restore: Register = (program, shell) => {
  program
    .command('restore')
    .description('make the database hold what a backup holds')
    .argument('<file>', 'a file that "solieu backup" wrote')
    .option('--replace', 'even where the database holds data; an embedded one is kept as pg.before-restore')
    .addHelpText('after', MORE)
    .action(async (file: string, { replace = false }: { replace?: boolean }) => {
      const options = { file: resolve(shell.directory, file), mayReplace: replace, actor: COMMAND_LINE };
      tell(shell, await restoreWhere(readConfig(process.env), options));
    });
};

function restoreWhere({ databaseUrl, dataDirectory }: Config, options: RestoreOptions): Promise<Restored> {
  return databaseUrl ? onServer(databaseUrl, options) : intoDirectory(dataDirectory, options);
}

/** The database is not opened, so that what it holds matters to nobody; the directory is this process's alone meanwhile. */
async function intoDirectory(directory: string, options: RestoreOptions): Promise<Restored> {
  const lock = lockDirectory(directory);
  try {
    return await restoreEmbedded(directory, options);
  } finally {
    lock.release();
  }
}

async function onServer(url: string, options: RestoreOptions): Promise<Restored> {
  const database = await openDatabase({ url, poolSize: 2, entities, migrations });
  try {
    return await restoreInto(database, options);
  } finally {
    await database.close();
  }
}

function tell(shell: Shell, { header, tables, strange }: Restored): void {
  shell.out(toldContents(tables));
  for (const { name, rows } of strange) shell.err(`${name} (${rows} rows) is no table of Solieu: it was left out.\n`);
  shell.out(`Restored, and read back the same, what was there at ${header.takenAt}.\n`);
}
