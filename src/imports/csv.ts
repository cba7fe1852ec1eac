import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { Refused } from '../kernel/refused.js';
import type { Incoming, RawRow } from './kind.js';
import { columnsIn, cellsIn } from './table-rows.js';

export type Delimiter = ',' | ';' | '\t';

const BLOCK_BYTES = 512 * 1024;
const MOST_RECORD_BYTES = 64 * 1024;
/** A first line that tells spreadsheets the delimiter. */
const HINT = /^"?sep=([,;\t])"?\r?\n/i;
const MOST_HINT_BYTES = 10;
const [NEWLINE, QUOTE, NUL] = [0x0a, 0x22, 0x00];
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Whole records of a file, and the line on which the first begins. */
interface Block {
  bytes: Buffer;
  line: number;
}

const pathIn =
  (name: string) =>
  (line: number, column: string | null): string =>
    column === null ? `${name}:${line}` : `${name}:${line}:${column}`;

/**
 * A CSV file in UTF-8, read block by block: with a byte order mark or without, its delimiter told by a first line `sep=;` or the header unless given.
 * What makes the rest unreadable (other bytes than UTF-8, a quote that is not closed) is refused with its line.
 */
export async function openCsv(path: string, name: string, given: Delimiter | null): Promise<Incoming> {
  const { bytes } = await firstBlock(path, name);
  const hint = HINT.exec(bytes.toString('latin1', 0, MOST_HINT_BYTES));
  const first = firstRecord(bytes.subarray(hint?.[0].length ?? 0));
  const delimiter = given ?? (hint?.[1] as Delimiter | undefined) ?? delimiterOf(first);
  const [header] = recordsOf({ bytes: first, line: hint ? 2 : 1 }, name, delimiter);
  const columns = columnsIn(name, header?.cells ?? []);
  const pathOf = pathIn(name);
  async function* rows(): AsyncGenerator<RawRow> {
    for await (const block of blocksOf(path, name)) {
      for (const { line, cells } of recordsOf(block, name, delimiter)) {
        if (line > header!.line && !isBlank(cells)) yield cellsIn(columns, cells, line);
      }
    }
  }
  return { name, columns, rows: rows(), pathOf };
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '');

async function firstBlock(path: string, name: string): Promise<Block> {
  for await (const block of blocksOf(path, name)) return block;
  throw new Refused('INVALID', `${name} is empty: its first line names the columns.`);
}

/** Names of columns hold neither: whichever stands in the header parts them. */
function delimiterOf(record: Buffer): Delimiter {
  const header = record.toString('utf8');
  return ([';', ',', '\t'] as const).find((one) => header.includes(one)) ?? ',';
}

const firstRecord = (bytes: Buffer): Buffer => {
  const end = bytes.indexOf(NEWLINE);
  return end === -1 ? bytes : bytes.subarray(0, end + 1);
};

async function* blocksOf(path: string, name: string): AsyncGenerator<Block> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  let isStart = true;
  for await (const chunk of createReadStream(path, { highWaterMark: BLOCK_BYTES }) as AsyncIterable<Buffer>) {
    let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (isStart && bytes.subarray(0, 3).equals(BYTE_ORDER_MARK)) bytes = bytes.subarray(3);
    isStart = false;
    const end = endOfRecords(bytes);
    if (end === 0 && bytes.length > MOST_RECORD_BYTES) throw unreadable(name, line, UNENDING);
    if (end > 0) yield checked({ bytes: bytes.subarray(0, end), line }, name);
    line += newlinesIn(bytes, end);
    rest = bytes.subarray(end);
  }
  if (rest.length > 0) yield checked({ bytes: rest, line }, name);
}

const UNENDING = 'a row is over 64 KB, or a quote in it is not closed.';

/** Where the last whole record ends: a newline within quotes ends none. */
function endOfRecords(bytes: Buffer): number {
  if (!bytes.includes(QUOTE)) return bytes.lastIndexOf(NEWLINE) + 1;
  let [end, isQuoted] = [0, false];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (byte === NEWLINE && !isQuoted) end = at + 1;
  }
  return end;
}

function newlinesIn(bytes: Buffer, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1 && at < end; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}

/** Bytes that are not text would come in as something else: they are refused, with the line they stand on. */
function checked(block: Block, name: string): Block {
  const { bytes, line } = block;
  if (isUtf8(bytes) && !bytes.includes(NUL)) return block;
  let [start, at] = [0, line];
  for (;;) {
    const end = bytes.indexOf(NEWLINE, start);
    const row = bytes.subarray(start, end === -1 ? bytes.length : end);
    if (!isUtf8(row)) throw unreadable(name, at, 'is not UTF-8: save the file as "CSV UTF-8".');
    if (row.includes(NUL)) throw unreadable(name, at, 'has a NUL character in it.');
    [start, at] = [end + 1, at + 1];
  }
}

interface CsvRecord {
  line: number;
  cells: string[];
}

function recordsOf(block: Block, name: string, delimiter: Delimiter): CsvRecord[] {
  const shared = {
    delimiter,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    max_record_size: MOST_RECORD_BYTES,
  };
  try {
    // Without quotes every line is a record, which is told from the others by its place alone.
    if (!block.bytes.includes(QUOTE)) {
      const records = parse(block.bytes, shared);
      return records.map((cells, at) => ({ line: block.line + at, cells }));
    }
    const options = { ...shared, info: true } as const;
    const records = parse(block.bytes, options) as unknown as { info: { lines: number }; record: string[] }[];
    return records.map(({ info, record }) => ({ line: block.line + info.lines - 1, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines = 1 } = error as { lines?: number };
    throw unreadable(name, block.line + lines - 1, MESSAGES[error.code] ?? error.message);
  }
}

const MESSAGES: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is not closed.',
  CSV_INVALID_CLOSING_QUOTE: 'has more behind a closing quote: write a quote within a cell as "".',
  INVALID_OPENING_QUOTE:
    'has a quote within a cell that is not quoted: put the cell in quotes, and write "" for a quote.',
  CSV_MAX_RECORD_SIZE: UNENDING,
};

function unreadable(name: string, line: number, what: string): Refused {
  const field = { path: pathIn(name)(line, null), message: what, value: null };
  return new Refused('INVALID', `${field.path}: ${what} Nothing was brought in.`, [field]);
}
