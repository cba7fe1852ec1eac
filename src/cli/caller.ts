import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { z } from 'zod';
import type { Shell } from './command.js';
import { onJsonLines, sendJson } from './json-lines.js';

const Told = z.union([z.object({ out: z.string() }), z.object({ err: z.string() }), z.object({ exit: z.number() })]);

const BROKEN_OFF =
  'The server that holds the directory ended before the command did: see whether it was done, and try again.';

/** A connection to the server that takes commands at a socket; null where none does. */
export async function reach(path: string): Promise<Socket | null> {
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return socket;
  } catch {
    return null;
  }
}

/** Has a command run by the server at the other end: what it tells is told here, and its exit code is ours. */
export async function ask(socket: Socket, argv: readonly string[], shell: Shell): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number | null>();
  onJsonLines(socket, Infinity, (message) => {
    const told = Told.parse(message);
    if ('out' in told) shell.out(told.out);
    else if ('err' in told) shell.err(told.err);
    else resolve(told.exit);
  });
  // Why it broke off is all the same: its close tells that it did.
  socket.on('error', () => undefined);
  socket.once('close', () => resolve(null));
  // The server aborts a command whose caller goes.
  shell.signal.addEventListener('abort', () => socket.destroy());
  sendJson(socket, { argv, directory: shell.directory, isTerminal: shell.isTerminal });
  const exit = await promise;
  if (exit === null && !shell.signal.aborted) shell.err(BROKEN_OFF);
  return exit ?? 1;
}
