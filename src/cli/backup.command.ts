import { resolve } from 'node:path';
import { backup as takeBackup } from '../backup/backup.js';
import type { Register } from './command.js';
import { toldContents } from './told-contents.js';

const MORE = `
The file holds everything, drafts and the hashes of keys too: only its owner may read it. It is written beside its place and
moved there once it is whole, and restores into an embedded database as into a PostgreSQL server.

Example:
  npx solieu backup /srv/backups/solieu-2026-01-15.gz`;

/** Takes a backup while the database serves. */
export const backup: Register = (program, shell) => {
  program
    .command('backup')
    .description('write all that the database holds at this moment to a file')
    .argument('<file>', 'the file to write; one that is there already is not overwritten')
    .addHelpText('after', MORE)
    .action(async (file: string) => {
      const { database } = await shell.open();
      const path = resolve(shell.directory, file);
      const { header, tables } = await takeBackup(database, path, shell.signal);
      shell.out(toldContents(tables));
      shell.out(`${path} holds the database as it was at ${header.takenAt}.\n`);
    });
};
