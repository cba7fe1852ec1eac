import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';
import { Refused } from '../kernel/refused.js';
import { ZIP_LIMITS, type Wrong, type ZipEntry, zipDirectory } from './zip-directory.js';

const HEADER = { signature: 0x04034b50, bytes: 30 };
const [SIZES_FOLLOW, MOST_TRAILER_BYTES] = [8, 24];

/**
 * Refuses a workbook whose archive is beyond the limits, or is not what its directory says: each part is unpacked to nowhere and
 * counted, and no part lies outside the directory.
 */
export async function checkZip(path: string, name: string, limits = ZIP_LIMITS): Promise<void> {
  const wrong: Wrong = (what) => new Refused('INVALID', `${name} ${what}`);
  const entries = await zipDirectory(path, limits, wrong);
  let next = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (entry.offset < next || entry.offset > next + MOST_TRAILER_BYTES)
      throw wrong('has parts that its directory hides.');
    const start = await dataOf(path, entry, wrong);
    await checkUnpacked(path, entry, start, wrong);
    next = start + entry.packedBytes;
  }
}

/** Where its bytes begin: behind its own header, which tells the same as the directory. */
async function dataOf(path: string, { offset, packedBytes }: ZipEntry, wrong: Wrong): Promise<number> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER.bytes), 0, HEADER.bytes, offset);
    if (bytesRead < HEADER.bytes || buffer.readUInt32LE(0) !== HEADER.signature) throw wrong('is not whole.');
    const told = buffer.readUInt32LE(18);
    if (told !== packedBytes && !(buffer.readUInt16LE(6) & SIZES_FOLLOW))
      throw wrong('has parts that its directory hides.');
    return offset + HEADER.bytes + buffer.readUInt16LE(26) + buffer.readUInt16LE(28);
  } finally {
    await file.close();
  }
}

async function checkUnpacked(path: string, entry: ZipEntry, start: number, wrong: Wrong): Promise<void> {
  if (entry.packedBytes === 0) return;
  const packed = createReadStream(path, { start, end: start + entry.packedBytes - 1 });
  const unpacked = entry.isDeflated ? packed.pipe(createInflateRaw()) : packed;
  let bytes = 0;
  try {
    for await (const part of unpacked as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > entry.bytes) break;
    }
  } catch {
    throw wrong('cannot be unpacked.');
  } finally {
    packed.destroy();
  }
  if (bytes !== entry.bytes) throw wrong('does not unpack to what its directory says.');
}
