import { open, type FileHandle } from 'node:fs/promises';
import { Refused } from '../kernel/refused.js';

export interface ZipLimits {
  entries: number;
  unpackedBytes: number;
  ratio: number;
}

export const ZIP_LIMITS: ZipLimits = { entries: 1000, unpackedBytes: 512 * 1024 * 1024, ratio: 100 };

const END = { signature: 0x06054b50, bytes: 22, mostComment: 65_535 };
const ENTRY = { signature: 0x02014b50, bytes: 46 };
const MOST_DIRECTORY_BYTES = 4 * 1024 * 1024;
const [IN_ZIP64, ENCRYPTED] = [0xffffffff, 1];
/** Small files of blanks pack well: only what is large is judged by its ratio. */
const LEAST_JUDGED = 1024 * 1024;

/** Refuses a workbook by what the directory of its archive says, before anything is unpacked. */
export async function checkZip(path: string, name: string, limits = ZIP_LIMITS): Promise<void> {
  const wrong = (what: string): Refused => new Refused('INVALID', `${name} ${what}`);
  const file = await open(path);
  try {
    const { count, size, offset } = await endOf(file, wrong);
    if (count > limits.entries) throw wrong(`has ${count} parts: ${limits.entries} are the most.`);
    if (size > MOST_DIRECTORY_BYTES) throw wrong('has too large a directory.');
    const directory = await read(file, offset, size);
    checkEntries(directory, count, limits, wrong);
  } finally {
    await file.close();
  }
}

type Wrong = (what: string) => Refused;

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
    if (offset + size > whole) throw wrong('is not whole.');
    return { count, size, offset };
  }
  throw wrong('is not whole: it has no directory.');
}

function checkEntries(directory: Buffer, count: number, limits: ZipLimits, wrong: Wrong): void {
  let [at, found, unpacked] = [0, 0, 0];
  while (at + ENTRY.bytes <= directory.length && directory.readUInt32LE(at) === ENTRY.signature) {
    const [packedBytes, bytes] = [directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 24)];
    if (directory.readUInt16LE(at + 8) & ENCRYPTED) throw wrong('is encrypted: save it without a password.');
    if (bytes === IN_ZIP64 || packedBytes === IN_ZIP64) throw wrong(`is larger than ${megabytes(limits)} unpacked.`);
    if (bytes > LEAST_JUDGED && bytes > packedBytes * limits.ratio)
      throw wrong(`unpacks to more than ${limits.ratio} times its size.`);
    unpacked += bytes;
    found += 1;
    at += ENTRY.bytes + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  if (found !== count) throw wrong('is not whole: its directory does not say what it has.');
  if (unpacked > limits.unpackedBytes) throw wrong(`is larger than ${megabytes(limits)} unpacked.`);
}

const megabytes = ({ unpackedBytes }: ZipLimits): string => `${Math.floor(unpackedBytes / 1024 / 1024)} MB`;
