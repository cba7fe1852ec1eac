import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refused } from '../kernel/refused.js';

export interface ReceivedFile {
  path: string;
  /** SHA-256 of its bytes. */
  checksum: string;
}

/** Names whose folder it is, so that a later process can tell that nobody uses it. */
const FOLDER = 'solieu-received-';

/** Removes what processes that were killed had received. */
export async function removeAbandoned(): Promise<void> {
  const folders = (await readdir(tmpdir())).filter((name) => name.startsWith(FOLDER) && isAbandoned(name));
  // What another user of the machine left is theirs to remove.
  const remove = (name: string): Promise<void> => rm(join(tmpdir(), name), { recursive: true, force: true });
  await Promise.allSettled(folders.map(remove));
}

function isAbandoned(folder: string): boolean {
  const pid = Number(folder.slice(FOLDER.length).split('-')[0]);
  try {
    process.kill(pid, 0);
    return pid === process.pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Keeps a body in a file that is this process's alone, for as long as it is used; never more than a part of it in memory. */
export async function withReceivedFile<T>(
  body: Readable,
  mostBytes: number,
  use: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), `${FOLDER}${process.pid}-`));
  try {
    const path = join(folder, 'file');
    return await use({ path, checksum: await received(body, path, mostBytes) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function received(body: Readable, path: string, mostBytes: number): Promise<string> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* watched(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const part of parts) {
      bytes += part.length;
      if (bytes > mostBytes) throw tooLarge(mostBytes);
      hash.update(part);
      yield part;
    }
  }
  try {
    await pipeline(partsOf(body), watched, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    // Whoever still sends is to hear the answer.
    body.unpipe().resume();
    throw error;
  }
  return hash.digest('hex');
}

/** The body, whose connection stays open for an answer when no more of it is wanted. */
function partsOf(body: Readable): PassThrough {
  const parts = body.pipe(new PassThrough());
  const breakOff = (): void => {
    if (!body.readableEnded) parts.destroy(new Refused('INVALID', 'The file broke off: nothing was brought in.'));
  };
  body.once('error', breakOff).once('close', breakOff);
  return parts;
}

export const tooLarge = (mostBytes: number): Refused =>
  new Refused('TOO_LARGE', `The file is larger than ${mostBytes} bytes: part it, or raise IMPORT_BYTES.`);
