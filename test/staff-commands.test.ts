import { beforeAll, expect, test } from '@jest/globals';
import { Command } from 'commander';
import { audit } from '../src/cli/audit.command.js';
import { keys } from '../src/cli/keys.command.js';
import { readConfig } from '../src/config.js';
import { actorFor } from '../src/http/actor.js';
import { COMMAND_LINE } from '../src/kernel/actor.js';
import { Refused } from '../src/kernel/refused.js';
import { testServer } from './support/server.js';

const server = testServer({}, false);

interface Said {
  out: string;
  err: string;
}

/** Runs a command line as the program would, and tells what it said. */
async function run(...args: string[]): Promise<Said> {
  const said: Said = { out: '', err: '' };
  const [out, err] = [(text: string) => void (said.out += text), (text: string) => void (said.err += text)];
  const program = new Command('solieu').exitOverride().configureOutput({ writeOut: out, writeErr: err });
  const session = { config: readConfig({}), database: server.database, actor: COMMAND_LINE };
  const shell = { open: () => Promise.resolve(session), directory: '.', out, err, isTerminal: false, signal: new AbortController().signal };
  for (const register of [keys, audit]) register(program, shell);
  await program.parseAsync(args, { from: 'user' }).catch((error: unknown) => {
    if (error instanceof Refused) throw error;
    said.err += ' exit';
  });
  return said;
} // prettier-ignore

const actor = (key: string) => actorFor({ authorization: `Bearer ${key}` }, server.database.db);

let lan = '';
beforeAll(async () => {
  lan = (await run('keys', 'create', '--name', 'Nguyễn Lan', '--role', 'editor', '--expires', '90d')).out.trim();
});

test('a key is printed once, alone on standard output, and the warning beside', async () => {
  const { out, err } = await run('keys', 'create', '--name', 'An', '--role', 'publisher');
  expect([await actor(out.trim()), err]).toMatchObject([
    { name: 'An', role: 'PUBLISHER' },
    expect.stringMatching(/shown once/),
  ]);
});

test('with --json it is printed with what is kept of it', async () => {
  const { out } = await run('keys', 'create', '--name', 'Bình', '--role', 'admin', '--expires', '2999-01-01', '--json');
  const made = JSON.parse(out) as { key: string };
  expect([await actor(made.key), made]).toMatchObject([
    { name: 'Bình', role: 'ADMIN' },
    { prefix: made.key.slice(0, 14), name: 'Bình', role: 'ADMIN', state: 'active', expiresAt: '2999-01-01T16:59:59.999999Z' },
  ]);
}); // prettier-ignore

test('90d means ninety days from now', async () => {
  const { out } = await run('keys', 'list', '--json');
  const found = (JSON.parse(out) as { name: string; expiresAt: string }[]).find(({ name }) => name === 'Nguyễn Lan')!;
  const days = (Date.parse(found.expiresAt) - Date.now()) / 86_400_000;
  expect(Math.abs(days - 90)).toBeLessThan(0.1);
});

test('the list tells keys apart by prefix, state and name, and holds none of them', async () => {
  const gone = (await run('keys', 'create', '--name', 'Gone', '--role', 'editor')).out.trim();
  await run('keys', 'revoke', 'Gone');
  const { out } = await run('keys', 'list');
  const lines = out.split('\n');
  expect([lines[0], lines.find((line) => line.endsWith('Gone')), lines.find((line) => line.endsWith('Nguyễn Lan')), out.includes(lan.slice(14))]).toEqual([
    expect.stringMatching(/^PREFIX +ROLE +STATE +CREATED +EXPIRES +LAST USED +NAME$/),
    expect.stringMatching(new RegExp(`^${gone.slice(0, 14)} +editor +revoked +2.{15}Z +- +- +Gone$`)),
    expect.stringMatching(new RegExp(`^${lan.slice(0, 14)} +editor +active +2.{15}Z +2.{15}Z +`)),
    false,
  ]);
}); // prettier-ignore

test('a key is revoked by its prefix', async () => {
  const key = (await run('keys', 'create', '--name', 'Chi', '--role', 'editor')).out.trim();
  const { out } = await run('keys', 'revoke', key.slice(0, 14));
  expect(out).toBe(`Revoked ${key.slice(0, 14)} (Chi).\n`);
  await expect(actor(key)).rejects.toThrow('revoked');
});

test.each([
  [['create', '--name', 'Nguyễn Lan', '--role', 'editor'], 'CONFLICT'],
  [['create', '--name', '', '--role', 'editor'], 'INVALID'],
  [['create', '--name', 'Past', '--role', 'editor', '--expires', '2020-01-01'], 'INVALID'],
  [['revoke', 'sol_ffffffffff'], 'NOT_FOUND'],
])('keys %j is refused with %s', async (args, reason) => {
  await expect(run('keys', ...args)).rejects.toMatchObject({ reason });
});

test.each([
  [['keys', 'create', '--name', 'X'], /--role/],
  [['keys', 'create', '--role', 'editor'], /--name/],
  [['keys', 'create', '--name', 'X', '--role', 'reader'], /editor, publisher, admin/],
  [['keys', 'create', '--name', 'X', '--role', 'editor', '--expires', 'soon'], /"soon" is not a moment.*90d/],
  [['keys', 'create', '--name', 'X', '--role', 'editor', '--expires', '0d'], /From 1d to 36500d/],
  [['keys', 'create', '--name', 'X', '--role', 'editor', '--expires', '2024-02-30'], /"2024-02-30"/],
  [['audit', '--limit', '0'], /from 1 to 10000/],
  [['audit', '--from', 'May'], /"May" is not a day/],
])('%j tells what is wrong, and what was expected', async (args, message) => {
  const { out, err } = await run(...args);
  expect([out, err]).toEqual(['', expect.stringMatching(message)]);
});

test.each([['keys', 'create'], ['keys', 'list'], ['keys', 'revoke'], ['audit']])('%s %s tells how it is used, with examples', async (...args) => {
  const { out } = await run(...args, '--help');
  expect(out).toMatch(new RegExp(`^Usage: solieu ${args.join(' ')}[^]*Examples:\n {2}npx solieu ${args.join(' ')}`));
}); // prettier-ignore

test('the audit trail is printed, the newest first, with what was changed', async () => {
  const key = (await run('keys', 'create', '--name', 'Dũng', '--role', 'editor')).out.trim();
  await run('keys', 'revoke', 'Dũng');
  const code = key.slice(0, 14);
  const { out } = await run('audit', '--kind', 'api_key', '--code', code);
  expect(out.replaceAll(/2\S+Z/g, 'T')).toBe(
    `T  command line  key.revoke  api_key ${code}\n    revokedAt: - → T\nT  command line  key.create  api_key ${code}\n    name: - → Dũng\n    role: - → EDITOR\n`,
  );
});

test('the audit trail is printed as JSON, and where there is more that is said', async () => {
  const { out } = await run('audit', '--actor', 'command line', '--from', '2020-01-01', '--limit', '1', '--json');
  const { err } = await run('audit', '--limit', '1');
  const none = await run('audit', '--code', 'nothing');
  expect([JSON.parse(out), err, none]).toEqual([
    [expect.objectContaining({ actor: 'command line', kind: 'api_key', changes: expect.any(Array) as object })],
    'There is more than 1: see --limit.\n',
    { out: '', err: 'Nothing of that was done.\n' },
  ]);
});
