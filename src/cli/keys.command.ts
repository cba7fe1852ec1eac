import { type Command, InvalidArgumentError, Option } from 'commander';
import { writing } from '../features/audit/writing.js';
import { createKey } from '../features/keys/create-key.mutation.js';
import { allKeys, type KeyState, momentInDays } from '../features/keys/keys.query.js';
import type { ApiKey } from '../features/keys/key.type.js';
import { revokeKey } from '../features/keys/revoke-key.mutation.js';
import { BadInput } from '../kernel/bad-input.js';
import { parseAsOf } from '../kernel/moment.js';
import type { Register, Session, Shell } from './command.js';

const ROLES = { editor: 'EDITOR', publisher: 'PUBLISHER', admin: 'ADMIN' } as const;

interface Asked {
  name: string;
  role: keyof typeof ROLES;
  expires?: End;
  json?: boolean;
}

/** When a key is to end: at a moment, or after so many days. */
type End = { moment: string } | { days: number };

const CREATE_EXAMPLES = `
Examples:
  $ solieu keys create --name "Nguyễn Lan" --role editor --expires 90d
  $ solieu keys create --name "statistics server" --role publisher --expires 2027-01-01
  $ solieu keys create --name "office" --role admin --json

The key is printed once, alone on standard output. A day means its end in Asia/Ho_Chi_Minh.`;

const LIST_EXAMPLES = `
Examples:
  $ solieu keys list
  $ solieu keys list --json`;

const REVOKE_EXAMPLES = `
Examples:
  $ solieu keys revoke sol_0123456789
  $ solieu keys revoke "Nguyễn Lan"`;

/** `solieu keys`: who may change things. */
export const keys: Register = (program, shell) => {
  const group = program.command('keys').description('make, list and revoke the keys by which staff change things');
  registerCreate(group, shell);
  group
    .command('list')
    .description('list all keys, the newest first')
    .option('--json', 'print JSON')
    .addHelpText('after', LIST_EXAMPLES)
    .action(async ({ json }: { json?: boolean }) => {
      const { database } = await shell.open();
      const all = await allKeys(database.db);
      shell.out(json ? `${JSON.stringify(all.map(shown), null, 2)}\n` : tableOf(all));
    });
  group
    .command('revoke')
    .description('revoke a key: from then on it works no more')
    .argument('<prefix>', 'the prefix of the key, or its name')
    .addHelpText('after', REVOKE_EXAMPLES)
    .action(async (prefix: string) => {
      const { database, actor } = await shell.open();
      const revoked = await writing(database.db, actor, (one) => revokeKey(one, prefix));
      shell.out(`Revoked ${revoked.prefix} (${revoked.name}).\n`);
    });
};

function registerCreate(group: Command, shell: Shell): void {
  group
    .command('create')
    .description('make a key, and print it once')
    .requiredOption('--name <name>', 'whose it is, as the audit trail tells it')
    .addOption(new Option('--role <role>', 'what it may do').choices(Object.keys(ROLES)).makeOptionMandatory())
    .option('--expires <end>', 'when it ends: a day, a moment, or so many days from now (90d); never without', endIn)
    .option('--json', 'print JSON')
    .addHelpText('after', CREATE_EXAMPLES)
    .action(async (asked: Asked) => create(await shell.open(), asked, shell));
}

async function create({ database, actor }: Session, { name, role, expires, json }: Asked, shell: Shell): Promise<void> {
  const expiresAt = expires === undefined ? null : await momentOf(database.db, expires);
  const { key, apiKey } = await writing(database.db, actor, (one) =>
    createKey(one, { name, role: ROLES[role], expiresAt }),
  );
  shell.out(json ? `${JSON.stringify({ key, ...shown({ apiKey, state: 'active' }) }, null, 2)}\n` : `${key}\n`);
  shell.err('This key is shown once and kept nowhere: store it now, and send it as "Authorization: Bearer …".\n');
}

const momentOf = async (db: Session['database']['db'], end: End): Promise<string> =>
  'moment' in end ? end.moment : momentInDays(db, end.days);

const MOST_DAYS = 36_500;

function endIn(text: string): End {
  const days = /^(\d{1,5})d$/.exec(text)?.[1];
  if (days !== undefined) {
    if (Number(days) >= 1 && Number(days) <= MOST_DAYS) return { days: Number(days) };
    throw new InvalidArgumentError(`From 1d to ${MOST_DAYS}d.`);
  }
  try {
    return { moment: parseAsOf(text) };
  } catch (error) {
    throw error instanceof BadInput ? new InvalidArgumentError(`${error.message} Or write 90d.`) : error;
  }
}

interface Listed {
  apiKey: ApiKey;
  state: KeyState;
}

const shown = ({ apiKey, state }: Listed) => ({
  prefix: apiKey.prefix,
  name: apiKey.name,
  role: apiKey.role,
  state,
  createdAt: apiKey.createdAt,
  expiresAt: apiKey.expiresAt,
  revokedAt: apiKey.revokedAt,
  lastUsedAt: apiKey.lastUsedAt,
});

const HEAD = ['PREFIX', 'ROLE', 'STATE', 'CREATED', 'EXPIRES', 'LAST USED', 'NAME'];

function tableOf(all: readonly Listed[]): string {
  if (all.length === 0) return 'There are no keys yet: see "solieu keys create --help".\n';
  const rows = all.map(({ apiKey: { prefix, role, createdAt, expiresAt, lastUsedAt, name }, state }) => [
    prefix,
    role.toLowerCase(),
    state,
    ...[createdAt, expiresAt, lastUsedAt].map(toMinute),
    name,
  ]);
  const widths = HEAD.map((_, at) => Math.max(...[HEAD, ...rows].map((row) => row[at]!.length)));
  const line = (row: string[]): string =>
    row
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join('  ')
      .trimEnd();
  return `${[HEAD, ...rows].map(line).join('\n')}\n`;
}

/** A moment of UTC as people read it; `-` for none. */
const toMinute = (moment: string | null): string =>
  moment === null ? '-' : `${moment.slice(0, 16).replace('T', ' ')}Z`;
