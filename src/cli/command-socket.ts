import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { z } from 'zod';
import type { Config } from '../config.js';
import { COMMAND_LINE } from '../kernel/actor.js';
import type { Database } from '../kernel/database.js';
import { lined, type RunCommand, type Session, type Shell } from './command.js';
import { onJsonLines, sendJson } from './json-lines.js';
import { placeSocket, removeSocket } from './socket-address.js';

/** Where commands of other processes come in. */
export interface CommandSocket {
  /** Takes no more commands, aborts those that run and waits for their end. */
  close: () => Promise<void>;
}

/** Longest line that asks for a command, in characters. */
const LONGEST_ASK = 1_000_000;
/** What a caller may leave unread, in bytes, before it counts as gone. */
const MOST_UNREAD = 256 * 1024 * 1024;

/** What a caller sends, in one line. It is answered by lines with `out`, `err` and at last `exit`. */
const Ask = z.object({ argv: z.array(z.string()).min(1), directory: z.string(), isTerminal: z.boolean() });

/** Only its owner may write to the socket, from the moment it is there. */
const OWNER_ONLY = 0o177;

/** Takes commands on the directory that this process holds, and runs them on its open database. */
export async function listenForCommands(config: Config, database: Database, run: RunCommand): Promise<CommandSocket> {
  const session: Session = { config, database, actor: COMMAND_LINE };
  const running = new Map<Promise<void>, AbortController>();
  const server = createServer((socket) => {
    const gone = new AbortController();
    // That it breaks off is told by its close.
    socket.on('error', () => undefined);
    socket.once('close', () => gone.abort(new Error('The caller is gone.')));
    let isAsked = false;
    onJsonLines(socket, LONGEST_ASK, (message) => {
      if (isAsked) return;
      isAsked = true;
      const command = answer(socket, Ask.parse(message), { session, run, signal: gone.signal });
      running.set(command, gone);
      void command.finally(() => running.delete(command));
    });
  });
  try {
    await listen(server, placeSocket(config.dataDirectory));
  } catch (error) {
    process.stderr.write(`Commands cannot be taken on ${config.dataDirectory}: ${(error as Error).message}\n`);
    return { close: () => Promise.resolve() };
  }
  const remove = (): void => removeSocket(config.dataDirectory);
  process.once('exit', remove);
  const close = async (): Promise<void> => {
    server.close();
    for (const stopping of running.values()) stopping.abort(new Error('The server stops.'));
    await Promise.all(running.keys());
    remove();
    process.off('exit', remove);
  };
  return { close };
}

async function listen(server: Server, path: string): Promise<void> {
  const listening = once(server, 'listening');
  const usual = process.umask(OWNER_ONLY);
  try {
    server.listen(path);
  } finally {
    process.umask(usual);
  }
  await listening;
}

interface Running {
  session: Session;
  run: RunCommand;
  signal: AbortSignal;
}

async function answer(socket: Socket, ask: z.infer<typeof Ask>, { session, run, signal }: Running): Promise<void> {
  const tell = (message: object): void => {
    sendJson(socket, message);
    if (socket.writableLength > MOST_UNREAD) socket.destroy();
  };
  const shell: Shell = {
    open: () => Promise.resolve(session),
    directory: ask.directory,
    out: (text) => tell({ out: lined(text) }),
    err: (text) => tell({ err: lined(text) }),
    isTerminal: ask.isTerminal,
    signal,
  };
  const exit = await run(ask.argv, shell).catch(() => 1);
  tell({ exit });
  socket.end();
}
