import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import type { Config } from '../config.js';
import { filesOf } from '../embedded.js';
import { Refused } from '../kernel/refused.js';
import type { Database } from '../kernel/database.js';
import type { Register, Shell } from './command.js';
import { reasonOf } from './complaint.js';
import { addressOf, ground, settings, unreachable } from './doctor/database.js';
import { counted, type Diagnosis, fine, named } from './doctor/diagnosis.js';
import { forgotten } from './doctor/forgotten.js';
import { integrity } from './doctor/integrity.js';
import { lookedAt } from './doctor/look.js';
import { configuration, isHeldByAnother, machine, nodeVersion } from './doctor/machine.js';

const EXAMPLES = `
It changes nothing. Each line is ok, a warning or an error, with what to do; an error makes the exit code 1.
Where a server holds the embedded directory, it is the server that looks.

Examples:
  npx solieu doctor
  npx solieu doctor --json
  DATABASE_URL=postgres://user:password@host:5432/database npx solieu doctor`;

export const doctor: Register = (program, shell) => {
  program
    .command('doctor')
    .description('tell what is wrong with this installation, and what to do about it')
    .option('--json', 'tell it as a JSON list')
    .addHelpText('after', EXAMPLES)
    .action(async ({ json }: { json?: true }) => {
      const found = await examined(shell);
      shell.out(json ? JSON.stringify(found, null, 2) : found.map(lineOf).join('\n'));
      const errors = found.filter(({ state }) => state === 'error').length;
      if (errors > 0)
        throw new Refused('CHECKS_FAILED', `${counted(errors, 'check')} of ${found.length} found an error.`);
    });
};

async function examined(shell: Shell): Promise<Diagnosis[]> {
  const [config, found] = configuration(process.env);
  found.push(nodeVersion());
  if (!config) return found;
  const { databaseUrl, dataDirectory } = config;
  if (!databaseUrl) {
    found.push(...machine(dataDirectory));
    if (found.some(({ state }) => state === 'error') || isHeldByAnother(dataDirectory)) return found;
    if (!existsSync(filesOf(dataDirectory))) {
      return [...found, named('database', fine('There is none yet: the first start makes it.'))];
    }
  }
  return [...found, ...(await examinedDatabase(shell, config))];
}

async function examinedDatabase(shell: Shell, config: Config): Promise<Diagnosis[]> {
  const address = config.databaseUrl ? addressOf(config.databaseUrl) : filesOf(config.dataDirectory);
  let database: Database;
  try {
    database = (await shell.open('AS_FOUND')).database;
    await sql`select 1`.execute(database.db);
  } catch (thrown) {
    return [named('database', unreachable(address, reasonOf(thrown), !config.databaseUrl))];
  }
  const found = [named('database', fine(`${address} answers.`)), ...(await lookedAt(database, ground))];
  // Of tables that are not as this program knows them nothing can be said.
  if (found.some(({ state }) => state === 'error')) return found;
  return [...found, ...(await lookedAt(database, { ...settings, ...integrity, ...forgotten }))];
}

function lineOf({ state, check, message, remedy }: Diagnosis): string {
  const line = `${state.padEnd(8)} ${check}: ${message}`;
  return remedy === null ? line : `${line}\n         ${remedy}`;
}
