import type { z } from 'zod';
import { meant, Row, SeedError } from '../../seeds/csv.js';
import type { Rule } from '../../seeds/rules.js';
import { Refused } from '../kernel/refused.js';
import type { Incoming, RawRow, WrongCell } from './kind.js';
import type { WrongCells } from './wrong-cells.js';

/** A cell that names something that is not there, told where it is found out. */
export class WrongCellError extends SeedError {
  constructor(readonly wrong: WrongCell) {
    super(wrong.message);
  }
}

/** A row as the seeds know it, whose errors name their cell. Cells that cannot be read are left out. */
export class IncomingRow<C extends object> extends Row<C> {
  readonly #raw: RawRow['cells'];

  constructor(
    { line, cells: raw }: RawRow,
    cells: C,
    /** Whether all its cells can be read and keep the rules. */
    readonly isRight: boolean,
  ) {
    super('', line, cells);
    this.#raw = raw;
  }

  override wrong(column: string | null, message: string): WrongCellError {
    return new WrongCellError({ column, message, value: column === null ? null : (this.#raw[column] ?? null) });
  }
}

type Shape = z.ZodObject<Record<string, z.ZodType>>;
type Read = { value: unknown } | { message: string };

const NONE: ReadonlySet<string | null> = new Set();
const MOST_KNOWN = 5000;
const VIETNAMESE = /\d,\d/;
const COMMA_HINT = ' If the file writes numbers with a decimal comma, say so: --decimal-comma, or decimalComma=true.';

/**
 * Reads rows by the shape and the rules of the seeds, cell by cell: the same few cells come again and again, and a shape asked
 * for a whole row a million times takes longer than all else.
 */
export class RowReader<S extends Shape> {
  readonly #columns: readonly [name: string, read: (cell: string | null) => Read][];

  constructor(
    shape: S,
    private readonly rules: readonly Rule<z.output<S>>[],
    /** Cells that are not of the file. */
    private readonly given: Readonly<Record<string, string>> = {},
  ) {
    this.#columns = Object.entries(shape.shape).map(([name, kind]) => [name, remembered(kind)]);
  }

  /** The columns that rows may have; one that may not be empty must be there. */
  checkHeader({ name, columns }: Pick<Incoming, 'name' | 'columns'>): void {
    const known = this.#columns.map(([column]) => column).filter((column) => !(column in this.given));
    const twice = columns.find((column, at) => columns.indexOf(column) < at);
    const strange = columns.find((column) => !known.includes(column));
    const missing = this.#columns.find(
      ([column, read]) => known.includes(column) && !columns.includes(column) && 'message' in read(null),
    );
    const complaint =
      (twice !== undefined && [twice, 'stands in the header twice.']) ||
      (strange !== undefined && [
        strange,
        `is no column here.${meant(strange, known) || ` There are ${known.join(', ')}.`}`,
      ]) ||
      (missing !== undefined && [missing[0], 'is missing: there must be such a column.']);
    if (!complaint) return;
    const [column, message] = complaint as [string, string];
    const field = { path: `${name}:1:${column}`, message, value: null };
    throw new Refused('INVALID', `${name}:1: "${column}" ${message}`, [field]);
  }

  /** The row with its cells read, as far as they can be: what is wrong is among the wrongs. Null where nothing can. */
  read(raw: RawRow, wrongs: WrongCells): IncomingRow<z.output<S>> | null {
    for (const wrong of raw.wrong ?? []) wrongs.add(raw.line, wrong);
    const told = raw.wrong ? new Set(raw.wrong.map(({ column }) => column)) : NONE;
    // Cells that do not fit the header say nothing.
    if (told.has(null)) return null;
    let isRight = told.size === 0;
    const cells: Record<string, unknown> = {};
    for (const [column, readCell] of this.#columns) {
      if (told.has(column)) continue;
      const cell = this.given[column] ?? raw.cells[column] ?? null;
      const read = readCell(cell);
      if ('value' in read) cells[column] = read.value;
      else {
        isRight = false;
        wrongs.add(raw.line, { column, message: read.message, value: cell });
      }
    }
    isRight &&= this.#keepsRules(raw, cells as z.output<S>, wrongs);
    return new IncomingRow(raw, cells as z.output<S>, isRight);
  }

  #keepsRules(raw: RawRow, cells: z.output<S>, wrongs: WrongCells): boolean {
    let isRight = true;
    for (const [column, isBroken, message] of this.rules) {
      if (!isBroken(cells)) continue;
      isRight = false;
      wrongs.add(raw.line, { column, message, value: raw.cells[column] ?? null });
    }
    return isRight;
  }
}

function remembered(kind: z.ZodType): (cell: string | null) => Read {
  const known = new Map<string | null, Read>();
  return (cell) => {
    const held = known.get(cell);
    if (held) return held;
    const { data, error } = kind.safeParse(cell);
    const read: Read = !isText(cell)
      ? { message: 'has signs in it that are no text.' }
      : error
        ? { message: hinted(error.issues[0]!.message, cell) }
        : { value: data };
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(cell, read);
    return read;
  };
}

/** Text as databases hold it: no zero character, no half of one. */
const isText = (cell: string | null): boolean => cell === null || (!cell.includes('\0') && cell.isWellFormed());

const hinted = (message: string, cell: string | null): string =>
  cell !== null && VIETNAMESE.test(cell) && /is not a (number|change)/.test(message) ? message + COMMA_HINT : message;

/** What a cell names, null where it is empty; undefined where it cannot be read, or is not there and then among the wrongs. */
export function named<C extends object, N extends keyof C & string, T>(
  row: IncomingRow<C>,
  column: N,
  codes: { get: (code: string, row: Row, column: string) => T },
  wrongs: WrongCells,
): T | Extract<C[N], null> | undefined {
  const cell = row.cells[column];
  if (cell === undefined) return undefined;
  if (cell === null) return cell as Extract<C[N], null>;
  return found(row, () => codes.get(cell as string, row, column), wrongs);
}

/** What is found by more than one cell; undefined where it is not there, which is then among the wrongs. */
export function found<T>(row: IncomingRow<object>, find: () => T, wrongs: WrongCells): T | undefined {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof WrongCellError)) throw error;
    wrongs.add(row.line, error.wrong);
    return undefined;
  }
}
