import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { Refused } from '../kernel/refused.js';
import { ZIP_LIMITS, type Wrong, type ZipEntry, zipDirectory } from './zip-directory.js';

const HEADER = { signature: 0x04034b50, bytes: 30 };
const [SIZES_FOLLOW, MOST_TRAILER_BYTES] = [8, 24];

/** One file of an archive, and where its bytes begin. */
export interface ZipPart extends ZipEntry {
  start: number;
}

/**
 * The parts of a workbook's archive. Refuses one that is beyond the limits, or is not what its directory says: each part is unpacked to nowhere and
 * counted, and no part lies outside the directory.
 */
export async function checkZip(path: string, name: string, limits = ZIP_LIMITS): Promise<ZipPart[]> {
  const wrong: Wrong = (what) => new Refused('INVALID', `${name} ${what}`);
  const entries = await zipDirectory(path, limits, wrong);
  const parts: ZipPart[] = [];
  let next = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (entry.offset < next || entry.offset > next + MOST_TRAILER_BYTES)
      throw wrong('has parts that its directory hides.');
    const part = { ...entry, start: await dataOf(path, entry, wrong) };
    await checkUnpacked(path, part, wrong);
    parts.push(part);
    next = part.start + part.packedBytes;
  }
  return parts;
}

/** What a part unpacks to. Destroyed, it lets go of the file. */
export function unpacked(path: string, { start, packedBytes, isDeflated }: ZipPart): Readable {
  const packed = createReadStream(path, { start, end: start + packedBytes - 1 });
  // Whoever reads hears of the error.
  return isDeflated ? pipeline(packed, createInflateRaw(), () => undefined) : packed;
}

/** Where its bytes begin: behind its own header, which tells the same as the directory. */
async function dataOf(path: string, { offset, packedBytes }: ZipEntry, wrong: Wrong): Promise<number> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER.bytes), 0, HEADER.bytes, offset);
    if (bytesRead < HEADER.bytes || buffer.readUInt32LE(0) !== HEADER.signature)
      throw wrong('is cut off or damaged: save it again.');
    const told = buffer.readUInt32LE(18);
    if (told !== packedBytes && !(buffer.readUInt16LE(6) & SIZES_FOLLOW))
      throw wrong('has parts that its directory hides.');
    return offset + HEADER.bytes + buffer.readUInt16LE(26) + buffer.readUInt16LE(28);
  } finally {
    await file.close();
  }
}

async function checkUnpacked(path: string, part: ZipPart, wrong: Wrong): Promise<void> {
  if (part.packedBytes === 0) return;
  let bytes = 0;
  try {
    for await (const piece of unpacked(path, part) as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > part.bytes) break;
    }
  } catch {
    throw wrong('cannot be unpacked.');
  }
  if (bytes !== part.bytes) throw wrong('does not unpack to what its directory says.');
}
