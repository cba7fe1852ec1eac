import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  name: string;
  content: Buffer;
  /** What the directory says of its size; the truth unless told. */
  toldBytes?: number;
  /** Left out of the directory. */
  isHidden?: boolean;
  isEncrypted?: boolean;
}

/** An archive as the format has it, honest or not. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const packed = deflateRawSync(part.content);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(part.isEncrypted ? 1 : 0, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(part.content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(part.toldBytes ?? part.content.length, 18);
    shared.writeUInt16LE(part.name.length, 22);
    const name = Buffer.from(part.name);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, packed]);
    files.push(file);
    if (!part.isHidden) {
      const rest = Buffer.alloc(14);
      rest.writeUInt32LE(offset, 10);
      directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, rest, name]));
    }
    offset += file.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}
