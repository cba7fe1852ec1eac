import type { Socket } from 'node:net';
import { isatty } from 'node:tty';
import { readConfig } from '../config.js';
import { COMMAND_LINE } from '../kernel/actor.js';
import { holderOf, lockDirectory } from '../kernel/directory-lock.js';
import { openAsFound, openUpToDate } from '../open.js';
import { ask, reach } from './caller.js';
import { lined, type Session, type Shell } from './command.js';
import { isAlone } from './commands.js';
import { run } from './program.js';
import { socketOf } from './socket-address.js';

type Environment = Record<string, string | undefined>;

/** How long a command that is told to stop may take to end by itself. */
const MOST_STOP_MS = 2000;

/** Runs a command: in the server that holds the directory, where one does, else here. Gives the exit code. */
export async function commandLine(argv: readonly string[], environment: Environment): Promise<number> {
  const { shell, close } = localShell(environment);
  const server = isHelp(argv) || isAlone(argv[0]) ? null : await serverOf(environment);
  const code = server ? await ask(server, argv, shell) : await run(argv, shell);
  await close();
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  return code;
}

const isHelp = (argv: readonly string[]): boolean =>
  argv[0] === 'help' || ['-h', '--help', '-V', '--version'].some((option) => argv.includes(option));

/** The server that holds the directory; null where none does, and where opening it will tell what is wrong. */
async function serverOf(environment: Environment): Promise<Socket | null> {
  try {
    const { databaseUrl, dataDirectory } = readConfig(environment);
    return databaseUrl || !holderOf(dataDirectory) ? null : await reach(socketOf(dataDirectory));
  } catch {
    return null;
  }
}

/** A shell in this process, and what closes the database that was opened in it. */
function localShell(environment: Environment): { shell: Shell; close: () => Promise<void> } {
  let opened: Promise<Session> | null = null;
  const shell: Shell = {
    open: (state = 'UP_TO_DATE') => (opened ??= open(environment, state)),
    directory: process.cwd(),
    out: writerTo(process.stdout),
    err: writerTo(process.stderr),
    isTerminal: isatty(process.stderr.fd),
    signal: signalled(),
  };
  const close = async (): Promise<void> => {
    const session = await opened?.catch(() => null);
    await session?.database.close();
  };
  return { shell, close };
}

/** The lock of an embedded directory goes with the process. */
async function open(environment: Environment, state: 'UP_TO_DATE' | 'AS_FOUND'): Promise<Session> {
  const config = readConfig(environment);
  if (!config.databaseUrl) lockDirectory(config.dataDirectory);
  const database = await (state === 'UP_TO_DATE' ? openUpToDate(config) : openAsFound(config));
  return { config, database, actor: COMMAND_LINE };
}

/** Whoever reads may go at any moment (`| head`): the rest is then told to nobody. */
function writerTo(stream: NodeJS.WriteStream): (text: string) => void {
  stream.on('error', () => undefined);
  return (text) => void stream.write(lined(text));
}

const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
  stream.writable ? new Promise((resolve) => stream.write('', () => resolve())) : Promise.resolve();

function signalled(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stopping.abort(new Error('Stopped.'));
      setTimeout(() => process.exit(1), MOST_STOP_MS).unref();
    });
  }
  return stopping.signal;
}
