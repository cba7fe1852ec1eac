import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { Refused } from '../kernel/refused.js';

/** A line longer than a text may be is none of ours. */
const LONGEST_LINE = 256 * 1024 * 1024;

/** The lines of a gzipped file as they come. What is wrong with the file is refused by its name. */
export async function* linesOfFile(file: string): AsyncGenerator<string[]> {
  const packed = createReadStream(file);
  const text = createGunzip({ chunkSize: 256 * 1024 });
  packed.once('error', (error) => text.destroy(error));
  packed.pipe(text);
  text.setEncoding('utf8');
  let rest = '';
  try {
    for await (const chunk of text as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop()!;
      if (rest.length > LONGEST_LINE) throw new Refused('INVALID', `${file} is not a backup of Solieu.`);
      if (lines.length > 0) yield lines;
    }
  } catch (error) {
    throw refusalOf(error, file);
  } finally {
    packed.destroy();
    text.destroy();
  }
  if (rest !== '') throw new Refused('INVALID', `${file} is cut off: its last line has no end.`);
}

function refusalOf(error: unknown, file: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new Refused('NOT_FOUND', `${file}: there is no such file.`);
  if (code === 'EACCES' || code === 'EISDIR') return new Refused('INVALID', `${file} cannot be read: ${message}`);
  if (code === 'Z_BUF_ERROR') return new Refused('INVALID', `${file} is cut off: it ends before its footer.`);
  if (message === 'incorrect header check') return new Refused('INVALID', `${file} is not a backup of Solieu.`);
  if (code?.startsWith('Z_')) return new Refused('INVALID', `${file} is damaged: it cannot be unpacked (${message}).`);
  return error;
}
