import { type FileHandle, open } from 'node:fs/promises';
import type { Refused } from '../kernel/refused.js';

export interface ZipLimits {
  entries: number;
  unpackedBytes: number;
  ratio: number;
}

export const ZIP_LIMITS: ZipLimits = { entries: 1000, unpackedBytes: 512 * 1024 * 1024, ratio: 100 };

/** One file of an archive, as the directory tells of it. */
export interface ZipEntry {
  name: string;
  /** Where its own header begins. */
  offset: number;
  isDeflated: boolean;
  packedBytes: number;
  bytes: number;
}

const END = { signature: 0x06054b50, bytes: 22, mostComment: 65_535 };
const ENTRY = { signature: 0x02014b50, bytes: 46 };
const MOST_DIRECTORY_BYTES = 4 * 1024 * 1024;
const [ENCRYPTED, STORED, DEFLATED, TOO_LARGE] = [1, 0, 8, 0xffffffff];
/** Small files of blanks pack well: only what is large is judged by its ratio. */
export const LEAST_JUDGED = 1024 * 1024;

export type Wrong = (what: string) => Refused;

/** What the directory of a workbook's archive says, refused where it is beyond the limits: nothing is unpacked for it. */
export async function zipDirectory(path: string, limits: ZipLimits, wrong: Wrong): Promise<ZipEntry[]> {
  const file = await open(path);
  try {
    const { count, size, offset } = await endOf(file, wrong);
    if (count > limits.entries) throw wrong(`has ${count} parts: ${limits.entries} are the most.`);
    if (size > MOST_DIRECTORY_BYTES) throw wrong('has too large a directory.');
    const entries = entriesIn(await read(file, offset, size), wrong);
    if (entries.length !== count) throw wrong('is damaged (its directory does not say what it has): save it again.');
    checkSizes(entries, limits, wrong);
    return entries;
  } finally {
    await file.close();
  }
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

async function endOf(file: FileHandle, wrong: Wrong): Promise<{ count: number; size: number; offset: number }> {
  const { size: whole } = await file.stat();
  const length = Math.min(whole, END.bytes + END.mostComment);
  const tail = await read(file, whole - length, length);
  for (let at = tail.length - END.bytes; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END.signature) continue;
    const [count, size, offset] = [tail.readUInt16LE(at + 10), tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
    if (offset + size > whole) throw wrong('is cut off or damaged: save it again.');
    return { count, size, offset };
  }
  throw wrong('is cut off: save or send it again.');
}

function entriesIn(directory: Buffer, wrong: Wrong): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + ENTRY.bytes <= directory.length && directory.readUInt32LE(at) === ENTRY.signature) {
    if (directory.readUInt16LE(at + 8) & ENCRYPTED) throw wrong('is encrypted: save it without a password.');
    const method = directory.readUInt16LE(at + 10);
    if (method !== STORED && method !== DEFLATED) throw wrong('is packed in a way that is not read here.');
    const [name, extra, comment] = [28, 30, 32].map((place) => directory.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    entries.push({
      name: directory.toString('utf8', at + ENTRY.bytes, at + ENTRY.bytes + name),
      offset: directory.readUInt32LE(at + 42),
      isDeflated: method === DEFLATED,
      packedBytes: directory.readUInt32LE(at + 20),
      bytes: directory.readUInt32LE(at + 24),
    });
    at += ENTRY.bytes + name + extra + comment;
  }
  return entries;
}

function checkSizes(entries: readonly ZipEntry[], limits: ZipLimits, wrong: Wrong): void {
  let unpacked = 0;
  for (const { packedBytes, bytes } of entries) {
    unpacked += packedBytes === TOO_LARGE ? TOO_LARGE : bytes;
    if (unpacked > limits.unpackedBytes) throw wrong(`is larger than ${limits.unpackedBytes} bytes unpacked.`);
    if (bytes > LEAST_JUDGED && bytes > packedBytes * limits.ratio)
      throw wrong(`unpacks to more than ${limits.ratio} times its size.`);
  }
}
