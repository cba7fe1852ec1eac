import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { nearest } from '../src/kernel/nearest.js';

/** What is wrong with the seeds, and where: file, line, column. */
export class SeedError extends Error {
  override name = 'SeedError';

  /** `column` and `what` are told apart where one row of many is wrong; null and the whole message where it is the file. */
  constructor(
    message: string,
    readonly column: string | null = null,
    readonly what: string = message,
  ) {
    super(message);
  }
}

/** One line of a CSV file, its cells read. */
export class Row<C extends object = object> {
  constructor(
    private readonly file: string,
    readonly line: number,
    readonly cells: C,
  ) {}

  /** The error that stops the seeding; a column is one of the file, or of the table that it is written to. */
  wrong(column: string | null, what: string): SeedError {
    const place = `${this.file}:${this.line}: ${column === null ? '' : `column ${column}: `}`;
    return new SeedError(`${place}${what}`, column, what);
  }
}

type Shape = z.ZodObject<Record<string, z.ZodType>>;

/** Reads a file of the folder; the first bad row is a `SeedError`. Empty cells are null, as are those of a column left out. */
export async function readRows<S extends Shape>(folder: string, name: string, shape: S): Promise<Row<z.output<S>>[]> {
  const file = `${basename(folder)}/${name}`;
  const [header, ...lines] = parseCsv(file, await readFile(join(folder, name)));
  if (!header) throw new SeedError(`${file}: has no header`);
  checkHeader(new Row(file, header.line, {}), header.cells, shape);
  const places = Object.keys(shape.shape).map((column): [string, number] => [column, header.cells.indexOf(column)]);
  return lines.map(({ line, cells }) => {
    const record = Object.fromEntries(places.map(([column, at]) => [column, cells[at] || null]));
    return readRow(new Row(file, line, record), file, shape);
  });
}

interface Line {
  line: number;
  cells: string[];
}

function parseCsv(file: string, content: Buffer): Line[] {
  try {
    const records = parse(content, { bom: true, info: true, skipEmptyLines: true }) as unknown as {
      info: { lines: number };
      record: string[];
    }[];
    return records.map(({ info, record }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new SeedError(`${file}: ${error.message}`);
  }
}

function checkHeader(row: Row, columns: string[], shape: Shape): void {
  const known = Object.keys(shape.shape);
  const strange = columns.find((column, at) => !known.includes(column) || columns.indexOf(column) < at);
  if (strange !== undefined)
    throw row.wrong(strange, `is no column of this file, or is there twice.${meant(strange, known)}`);
  const missing = known.find((column) => !columns.includes(column) && !shape.shape[column]!.safeParse(null).success);
  if (missing !== undefined) throw row.wrong(missing, 'is missing.');
}

function readRow<S extends Shape>(row: Row, file: string, shape: S): Row<z.output<S>> {
  const read = shape.safeParse(row.cells);
  if (read.success) return new Row(file, row.line, read.data);
  const { path, message } = read.error.issues[0]!;
  throw row.wrong(path.join('.') || null, message);
}

/** ` Did you mean "…"?`, or nothing where no candidate is close. */
export function meant(typed: string, candidates: Iterable<string>): string {
  const close = nearest(typed, candidates);
  return close === null ? '' : ` Did you mean "${close}"?`;
}
