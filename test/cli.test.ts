import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { COMMANDS } from '../src/cli/commands.js';
import { complaintOf } from '../src/cli/complaint.js';
import { holderOf } from '../src/kernel/directory-lock.js';
import { Refused } from '../src/kernel/refused.js';
import { startServer } from './support/postgres-server.js';
import { buildIfStale, command, killStarted, start, type Started } from './support/process.js';
import { newFolder } from './support/scratch.js';

const BUNDLE = fileURLToPath(new URL('../dist/server', import.meta.url));
const directory = newFolder('cli');
const held = join(directory, 'held');
const NOWHERE = join(directory, 'nowhere');
const NOTHING_NEW = 'Nothing to do: all of it is in the database already.\n';
const SEEDS = fileURLToPath(new URL('../seeds', import.meta.url));

let server: Started;

beforeAll(async () => {
  buildIfStale();
  server = start(held);
  await server.address;
}, 180_000);
afterAll(() => {
  killStarted();
  rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
});

const end = (words: string[], at: string, settings: Record<string, string> = {}): Started['end'] =>
  command(at, words, settings).end;

test.each(Object.keys(COMMANDS))('"solieu %s --help" tells what it takes, with examples', async (name) => {
  const { code, said, complaint } = await end([name, '--help'], NOWHERE);
  expect([code, complaint, said.includes(`Usage: solieu ${name}`), said.includes(`npx solieu ${name}`)]).toEqual([
    0,
    '',
    true,
    true,
  ]);
});

test('help names every command, and makes no directory', async () => {
  const { code, said } = await end(['help'], NOWHERE);
  const named = Object.keys(COMMANDS).filter((name) => new RegExp(`^ {2}${name} `, 'm').test(said));
  expect([code, named, existsSync(NOWHERE)]).toEqual([0, Object.keys(COMMANDS), false]);
});

test.each([
  [['migrat'], "error: unknown command 'migrat'\n(Did you mean migrate?)\n(solieu help tells the commands)\n"],
  [['seed', '--jsn'], "error: unknown option '--jsn'\n(Did you mean --json?)\n(solieu help tells the commands)\n"],
  [['--port', '80'], "error: unknown option '--port'\n(solieu help tells the commands)\n"],
])('wrong usage ends with 2 and names what was meant: %j', async (words, complaint) => {
  expect(await end(words, NOWHERE)).toEqual({ code: 2, said: '', complaint });
});

test('a wrong variable ends a command with 1 and the line that names it', async () => {
  expect(await end(['seed'], NOWHERE, { PORT: 'http' })).toEqual({
    code: 1,
    said: '',
    complaint: 'PORT: "http" must be a whole number from 0 to 65535\n',
  });
});

test('a command that fails says so in one line', async () => {
  const { code, complaint } = await end(['seed', 'not-there'], held);
  expect([code, complaint.split('\n').length, /\n\s+at /.test(complaint), complaint.includes('not-there')]).toEqual([
    1,
    2,
    false,
    true,
  ]);
});

test('what is refused says why, and names each wrong field in a line of its own', async () => {
  const { code, complaint } = await end(['check', 'NO-SUCH-RELEASE'], held);
  const fields = [
    { path: 'figures.csv:7:value', message: 'expected a number', value: '1.2.3' },
    { path: 'figures.csv:9:period', message: 'is missing', value: null },
  ];
  expect([code, complaint, complaintOf(new Refused('INVALID', '2 cells are wrong.', fields))]).toEqual([
    1,
    'There is no release "NO-SUCH-RELEASE" that is not out yet.\n',
    '2 cells are wrong.\n  figures.csv:7:value: expected a number (1.2.3)\n  figures.csv:9:period: is missing',
  ]);
});

test('what is refused for one field is said once', () => {
  const message = '2020-01-01 is not later than now.';
  const told = complaintOf(new Refused('INVALID', message, [{ path: 'moment', message, value: '2020-01-01' }]));
  expect(told).toBe(message);
});

test('a server takes commands at a socket that only its owner may use', () => {
  const { mode } = statSync(join(held, 'solieu.sock'));
  expect((mode & 0o777).toString(8)).toBe('600');
});

test('where a server holds the directory, it runs the commands, and what they do holds at once', async () => {
  const { code, said, complaint } = await end(['keys', 'create', '--name', 'Lan', '--role', 'editor'], held);
  const headers = { authorization: `Bearer ${said.trim()}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ query: '{ me { name role } }' });
  const response = await fetch(`${await server.address}/graphql`, { method: 'POST', headers, body });
  expect([code, complaint.includes('shown once'), await response.json()]).toEqual([
    0,
    true,
    { data: { me: { name: 'Lan', role: 'EDITOR' } } },
  ]);
});

test('what a command changed is read at most half a second later', async () => {
  const folder = join(directory, 'seeds');
  cpSync(SEEDS, folder, { recursive: true, filter: (path) => !path.endsWith('.ts') });
  const units = readFileSync(join(folder, 'units.csv'), 'utf8');
  writeFileSync(join(folder, 'units.csv'), units.replace(/^VND,[^,]*,/m, 'VND,đồng Việt Nam mới,'));
  const ask = async (): Promise<string> => {
    const query = '{indicator(code:"EXPORT_TURNOVER"){name} indicators{nodes{unit{code name}}}}';
    return (await fetch(`${await server.address}/graphql?query=${encodeURIComponent(query)}`)).text();
  };
  const before = (await ask()).includes('đồng Việt Nam mới');
  const { code, said } = await command(held, ['seed', folder]).end;
  await wait(500);
  expect([before, code, said, (await ask()).includes('đồng Việt Nam mới')]).toEqual([
    false,
    0,
    'unit: 0 added, 1 changed\n',
    true,
  ]);
});

test('files are found from where the caller stands', async () => {
  const { complaint } = await end(['seed', 'no-such-folder'], held);
  expect(complaint).toContain(join(process.cwd(), 'no-such-folder'));
});

test('what needs the directory for itself is refused, and the holder named', async () => {
  expect(await end(['migrate'], held)).toEqual({
    code: 1,
    said: '',
    complaint: `${held} is held by process ${server.child.pid}: stop it first, or set DATA_DIR to another directory.\n`,
  });
});

test('of two commands on a free directory the second is refused, and the first named', async () => {
  const free = join(directory, 'free');
  const first = command(free, ['seed']);
  while (!holderOf(free)) await wait(5);
  const second = await end(['seed'], free);
  expect([second, (await first.end).code, holderOf(free)]).toEqual([
    {
      code: 1,
      said: '',
      complaint: `${free} is held by process ${first.child.pid}: stop it first, or set DATA_DIR to another directory.\n`,
    },
    0,
    null,
  ]);
}, 120_000);

test('a socket left by a server that was killed is replaced, and one that stops takes its own along', async () => {
  const place = join(directory, 'left');
  const first = start(place);
  await first.address;
  first.child.kill('SIGKILL');
  await first.end;
  const alone = await end(['seed', '--json'], place);
  const second = start(place);
  await second.address;
  const served = await end(['seed'], place);
  second.child.kill('SIGTERM');
  await second.end;
  expect([alone.code, served.said, existsSync(join(place, 'solieu.sock'))]).toEqual([0, NOTHING_NEW, false]);
}, 120_000);

test('a directory whose path is too long for a socket has one elsewhere', async () => {
  const long = join(directory, 'long'.repeat(30));
  const far = start(long);
  await far.address;
  const elsewhere = readFileSync(join(long, 'solieu.sock.path'), 'utf8');
  const { said } = await end(['seed'], long);
  const mode = (statSync(elsewhere).mode & 0o777).toString(8);
  far.child.kill('SIGTERM');
  await far.end;
  expect([said, mode, existsSync(elsewhere)]).toEqual([NOTHING_NEW, '600', false]);
}, 120_000);

test('a socket that no server of ours made is no reason to fail', async () => {
  const odd = join(directory, 'odd');
  mkdirSync(odd);
  const other = createServer((socket) => socket.end('{"hello": 1}\n'));
  await new Promise<void>((resolve) => other.listen(join(odd, 'solieu.sock'), resolve));
  const { code } = await end(['seed'], odd);
  other.close();
  expect(code).toBe(0);
}, 60_000);

test('with DATABASE_URL a command opens the database server itself', async () => {
  const { url, stop } = await startServer();
  try {
    const migrated = await end(['migrate', '--json'], NOWHERE, { DATABASE_URL: url });
    const again = await end(['migrate'], NOWHERE, { DATABASE_URL: url });
    const { applied } = JSON.parse(migrated.said) as { applied: string[] };
    expect([applied.length > 0, again.said, existsSync(NOWHERE)]).toEqual([
      true,
      'Nothing to do: the tables are up to date.\n',
      false,
    ]);
  } finally {
    stop();
  }
}, 120_000);

/** The parts of the bundle that one loads before it does anything. */
function loadedWith(part: string, found = new Set<string>()): Set<string> {
  if (found.has(part)) return found;
  found.add(part);
  const text = readFileSync(join(BUNDLE, part), 'utf8');
  for (const [, other] of text.matchAll(/^(?:import|export|\}) ?(?:from )?"\.\/([^"]+)";$/gm))
    loadedWith(other!, found);
  return found;
}

test('a server loads no command before one is asked of it', () => {
  const main = readFileSync(join(BUNDLE, 'main.js'), 'utf8');
  const isWith = (name: string): boolean => {
    const part = new RegExp(`import\\("\\./(${name}-[^"]+)"\\)`).exec(main)![1]!;
    return [...loadedWith(part)].some((one) => readFileSync(join(BUNDLE, one), 'utf8').includes('CommanderError'));
  };
  expect([isWith('serve'), isWith('program')]).toEqual([false, true]);
});
