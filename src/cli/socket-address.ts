import { mkdtempSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Systems take no longer path for a socket, in bytes: 108 on Linux, 104 elsewhere, with the zero at its end. */
const LONGEST = 100;

const SOCKET = 'solieu.sock';
/** Where the path of a directory is too long: tells of the short one that stands for it. */
const ELSEWHERE = 'solieu.sock.path';

/** Where the server that holds a directory takes commands. */
export const socketOf = (directory: string): string => elsewhere(directory) ?? usual(directory);

/** The place of a new socket, with what another process left there removed. */
export function placeSocket(directory: string): string {
  removeSocket(directory);
  const path = usual(directory);
  if (isShort(path)) return path;
  // Only we may look into a folder made so: nobody puts a socket of theirs in its place.
  const short = join(mkdtempSync(join(tmpdir(), 'solieu-')), SOCKET);
  if (!isShort(short)) throw new Error(`${path} and ${short} are longer than a socket's path may be`);
  writeFileSync(join(directory, ELSEWHERE), short, { mode: 0o600 });
  return short;
}

/** Removes the socket of a directory, and what tells of it. */
export function removeSocket(directory: string): void {
  const short = elsewhere(directory);
  if (short === null) {
    rmSync(usual(directory), { force: true });
    return;
  }
  rmSync(short, { force: true });
  rmSync(join(directory, ELSEWHERE), { force: true });
  removeEmpty(dirname(short));
}

const usual = (directory: string): string => join(resolve(directory), SOCKET);

function elsewhere(directory: string): string | null {
  if (isShort(usual(directory))) return null;
  try {
    return readFileSync(join(directory, ELSEWHERE), 'utf8');
  } catch {
    return null;
  }
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It is gone, or holds something else: then it is not ours to remove.
  }
}

const isShort = (path: string): boolean => Buffer.byteLength(path) <= LONGEST;
