import { basename, resolve } from 'node:path';
import type { SeedReport } from '../../seeds/reconcile.js';
import { seedFolder } from '../../seeds/folder.js';
import { seedWithin } from '../../seeds/seed.js';
import { writing } from '../features/audit/writing.js';
import type { Register, Shell } from './command.js';

const EXAMPLES = `
All files come in or none; what is in already is left. A start brings the seeds in by itself.

Examples:
  npx solieu seed
  npx solieu seed --json
  npx solieu seed ./our-seeds      a folder with files laid out as in seeds/README.md`;

export const seeds: Register = (program, shell) => {
  program
    .command('seed')
    .description('bring in the figures that come along, or a folder of files like them')
    .argument('[folder]', 'a folder of CSV files; those that come along unless told')
    .option('--json', 'tell the number of rows by table as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string | undefined, { json }: { json?: true }) => {
      const report = await bringIn(shell, folder === undefined ? seedFolder() : resolve(shell.directory, folder));
      shell.out(json ? JSON.stringify(report) : toldOf(report));
    });
};

async function bringIn(shell: Shell, folder: string): Promise<SeedReport> {
  const { database, actor } = await shell.open('AS_FOUND');
  await database.migrate();
  return writing(database.db, actor, async ({ db, record }) => {
    const report = await seedWithin(db, folder);
    shell.signal.throwIfAborted();
    if (linesOf(report).length > 0) {
      await record({ action: 'seeds.bring', kind: 'seeding', code: basename(folder), before: null, after: report });
    }
    return report;
  });
}

const toldOf = (report: SeedReport): string =>
  linesOf(report).join('\n') || 'Nothing to do: all of it is in the database already.';

function linesOf({ inserted, updated }: SeedReport): string[] {
  const tables = [...new Set([...Object.keys(inserted), ...Object.keys(updated)])] as (keyof typeof inserted)[];
  const counts = tables.map((table) => ({ table, added: inserted[table] ?? 0, changed: updated[table] ?? 0 }));
  return counts
    .filter(({ added, changed }) => added + changed > 0)
    .map(({ table, added, changed }) => `${table}: ${added} added, ${changed} changed`);
}
