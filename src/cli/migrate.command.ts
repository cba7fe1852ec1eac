import { appliedMigrations } from '../kernel/applied-migrations.js';
import type { Register } from './command.js';

const EXAMPLES = `
A start migrates by itself; this is for whoever wants it done before. An embedded directory must be held by nobody.

Examples:
  npx solieu migrate
  npx solieu migrate --json
  DATABASE_URL=postgres://user:password@host:5432/database npx solieu migrate`;

export const migrate: Register = (program, shell) => {
  program
    .command('migrate')
    .description('bring the tables of the database up to this version')
    .option('--json', 'tell the migrations as a JSON list')
    .addHelpText('after', EXAMPLES)
    .action(async ({ json }: { json?: true }) => {
      const { database } = await shell.open('AS_FOUND');
      const before = await appliedMigrations(database.db);
      await database.migrate();
      const after = await appliedMigrations(database.db);
      const applied = after.filter((name) => !before.includes(name));
      if (json) shell.out(JSON.stringify({ applied }));
      else shell.out(applied.length === 0 ? 'Nothing to do: the tables are up to date.' : toldOf(applied));
    });
};

const toldOf = (applied: readonly string[]): string => applied.map((name) => `Applied ${name}.`).join('\n');
