import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** The process that holds a directory. */
export interface Holder {
  pid: number;
  host: string;
  /** Start of the process as the system tells it: a number used again by another process is not the holder. */
  started: string;
}

/** Another process holds the directory. */
export class DirectoryHeld extends Error {}

/** An exclusive hold on a directory, for as long as this process lives. */
export interface DirectoryLock {
  release: () => void;
}

const LOCK = 'solieu.lock';

/**
 * Takes a directory for this process alone; two on one embedded database would corrupt it. The lock of a process that
 * is gone is taken over. Throws `DirectoryHeld`, which names the holder.
 */
export function lockDirectory(directory: string): DirectoryLock {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, LOCK);
  const mine = join(directory, `${LOCK}.${process.pid}`);
  const self: Holder = { pid: process.pid, host: hostname(), started: startOf(process.pid) };
  writeFileSync(mine, JSON.stringify(self));
  try {
    claim(file, mine, directory);
  } finally {
    rmSync(mine, { force: true });
  }
  const release = (): void => {
    if (isSame(readHolder(file), self)) rmSync(file, { force: true });
  };
  process.once('exit', release);
  return { release };
}

/** The running process that holds a directory; null where none does. */
export function holderOf(directory: string): Holder | null {
  const holder = readHolder(join(directory, LOCK));
  return holder && isAlive(holder) ? holder : null;
}

/** A link appears whole or not at all, and only one process can make it. */
function claim(file: string, mine: string, directory: string): void {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      linkSync(mine, file);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readHolder(file);
    if (holder && isAlive(holder)) throw held(directory, holder);
    setAside(file, holder);
  }
  throw new DirectoryHeld(`${directory} is being taken by another process right now.`);
}

/** Removes a dead holder's lock, and only that: another process may have taken it over meanwhile. */
function setAside(file: string, dead: Holder | null): void {
  const aside = `${file}.gone.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved && !isSame(moved, dead)) {
    try {
      linkSync(aside, file);
    } catch {
      // Somebody holds it already: what was moved aside was not the newest lock either.
    }
  }
  rmSync(aside, { force: true });
}

function readHolder(file: string): Holder | null {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    return typeof read.pid === 'number' ? { pid: read.pid, host: read.host ?? '', started: read.started ?? '' } : null;
  } catch {
    return null;
  }
}

const isSame = (a: Holder | null, b: Holder | null): boolean =>
  a !== null && b !== null && a.pid === b.pid && a.host === b.host && a.started === b.started;

/** On another machine nobody can be seen to be gone. */
function isAlive({ pid, host, started }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return startOf(pid) === started;
}

/** When a process started, in the system's own ticks; empty where the system does not tell. */
function startOf(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function held(directory: string, { pid, host }: Holder): DirectoryHeld {
  const where = host === hostname() ? '' : ` on ${host}`;
  return new DirectoryHeld(
    `${directory} is held by process ${pid}${where}: stop it first, or set DATA_DIR to another directory.`,
  );
}
