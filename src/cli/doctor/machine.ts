import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Config, readConfig, WrongConfig } from '../../config.js';
import { holderOf } from '../../kernel/directory-lock.js';
import { type Diagnosis, error, fine, named, type Verdict, warning } from './diagnosis.js';

const GIGABYTE = 1024 ** 3;
/** Below it an import, a backup or the log of a day may fill the disk. */
const ENOUGH = GIGABYTE;

/** The variables, each wrong one in a line of its own; no configuration where one is wrong. */
export function configuration(environment: Record<string, string | undefined>): [Config | null, Diagnosis[]] {
  try {
    return [readConfig(environment), [named('configuration', fine('Every variable can be read.'))]];
  } catch (thrown) {
    if (!(thrown instanceof WrongConfig)) throw thrown;
    return [null, thrown.message.split('\n').map((line) => named('configuration', wrongVariable(line)))];
  }
}

const wrongVariable = (line: string): Verdict =>
  error(line, `Set ${line.split(':')[0]} to such a value, or unset it to have the usual one.`);

export const nodeVersion = (): Diagnosis =>
  named('node', fine(`Node ${process.versions.node} on ${process.platform}, ${process.arch}.`));

/** The directory of the embedded database, and the room that it has. */
export const machine = (directory: string): Diagnosis[] => [
  named('directory', directoryOf(resolve(directory))),
  named('disk', room(resolve(directory))),
];

function directoryOf(directory: string): Verdict {
  const existing = nearestExisting(directory);
  if (!statSync(existing).isDirectory()) {
    return error(`${existing} is a file.`, 'Set DATA_DIR to a directory, or to a path where one can be made.');
  }
  if (!isWritable(existing)) {
    const { username } = userInfo();
    return error(
      `${existing} cannot be written to by ${username}, who runs this.`,
      `Give it to that account (chown -R ${username} ${existing}), or set DATA_DIR to another directory.`,
    );
  }
  if (existing !== directory) return fine(`${directory} is not there yet: the first start makes it.`);
  return held(directory);
}

function held(directory: string): Verdict {
  const holder = holderOf(directory);
  if (!holder) return fine(`${directory} can be written to, and nobody holds it.`);
  const { pid, host } = holder;
  if (host !== hostname()) {
    return error(
      `${directory} is held by process ${pid} on ${host}, another machine; its database was not looked into.`,
      `Stop that process. If ${host} is gone for good, as a removed container is, remove ${join(directory, 'solieu.lock')}.`,
    );
  }
  if (pid === process.pid) return fine(`${directory} is held by process ${pid}, the server that answers this.`);
  return error(
    `${directory} is held by process ${pid}, which takes no commands; its database was not looked into.`,
    `Wait until that process has ended, or end it (kill ${pid}).`,
  );
}

/** Whether another process than this one holds it. */
export const isHeldByAnother = (directory: string): boolean => {
  const holder = holderOf(directory);
  return holder !== null && (holder.pid !== process.pid || holder.host !== hostname());
};

function room(directory: string): Verdict {
  const { bavail, bsize } = statfsSync(nearestExisting(directory));
  const free = bavail * bsize;
  const told = `${(free / GIGABYTE).toFixed(1)} GB are free for ${directory}.`;
  return free >= ENOUGH ? fine(told) : warning(told, 'Make room: a full disk stops every change of the data.');
}

function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path));
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
