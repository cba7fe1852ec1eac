import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RunCommand, Shell } from '../src/cli/command.js';
import { type CommandSocket, listenForCommands } from '../src/cli/command-socket.js';
import { readConfig } from '../src/config.js';
import type { Database } from '../src/kernel/database.js';
import { type DirectoryLock, lockDirectory } from '../src/kernel/directory-lock.js';
import { buildIfStale, command, killStarted } from './support/process.js';
import { newFolder } from './support/scratch.js';

const directory = newFolder('socket');

/** The server is this process: it holds the directory, and each test says what it does with a command. */
let lock: DirectoryLock;
let commands: CommandSocket;
let run: RunCommand;

beforeAll(async () => {
  buildIfStale();
  lock = lockDirectory(directory);
  commands = await listenForCommands(readConfig({ DATA_DIR: directory }), {} as Database, (argv, shell) =>
    run(argv, shell),
  );
}, 180_000);
afterAll(async () => {
  killStarted();
  await commands.close();
  lock.release();
  rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
});

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve()));

test('a command is told what its caller typed, and where, and ends for both alike', async () => {
  const shells: Shell[] = [];
  run = async (argv, shell) => {
    shells.push(shell);
    shell.out(argv.join(' '));
    shell.err('beside');
    shell.out('ố'.repeat(100_000));
    return 7;
  };
  const { code, said, complaint } = await command(directory, ['audit', '--code', 'a "b"\n']).end;
  expect([code, said, complaint, shells[0]!.directory, shells[0]!.isTerminal]).toEqual([
    7,
    `audit --code a "b"\n${'ố'.repeat(100_000)}\n`,
    'beside\n',
    process.cwd(),
    false,
  ]);
});

test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)('a command aborts when its caller goes by %s', async (signal) => {
  const begun = Promise.withResolvers<AbortSignal>();
  run = async (_, shell) => {
    begun.resolve(shell.signal);
    await aborted(shell.signal);
    return 1;
  };
  const caller = command(directory, ['audit']);
  const isAborted = aborted(await begun.promise);
  caller.child.kill(signal);
  await isAborted;
  expect((await caller.end).said).toBe('');
});
