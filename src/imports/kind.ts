import type { Writing } from '../features/audit/writing.js';

/** One row of a file, or of a list that a client sent: its cells as text, null where empty or left out. */
export interface RawRow {
  /** In a file: its line, from 1, the header included. In a list: its place, from 0. */
  line: number;
  cells: Readonly<Record<string, string | null>>;
  /** What is wrong with the row before its cells are read: for whoever checks it to report. */
  wrong?: readonly WrongCell[];
}

/** A cell, or with a null column the whole row, that is not as it should be. */
export interface WrongCell {
  column: string | null;
  message: string;
  value: string | null;
}

/** Rows on their way in, read one by one: there may be a million. */
export interface Incoming {
  /** As errors name it: `observations.csv`. */
  name: string;
  /** The columns that it has; what they hold is in the rows. */
  columns: readonly string[];
  rows: AsyncIterable<RawRow>;
  /** How an error names a cell: `observations.csv:7:value`, or `prints.3.value` in a list. */
  pathOf: (line: number, column: string | null) => string;
}

/** Lets go of the file that rows come from, read to its end or not at all. */
export async function leave({ rows }: Incoming): Promise<void> {
  await rows[Symbol.asyncIterator]().return?.();
}

export interface Column {
  name: string;
  /** What it holds, in which form. */
  description: string;
  isRequired: boolean;
  example: string;
  /** Whether it holds numbers, which files may write with a decimal comma. */
  isNumeric?: boolean;
}

/** What would be, or was, done with one row. */
export interface Difference {
  /** As errors name the row: `observations.csv:7`. */
  path: string;
  outcome: 'ADDED' | 'PRINTED_AGAIN' | 'CHANGED' | 'LEFT';
  /** What it is about, by codes. */
  subject: string;
  before: string | null;
  after: string | null;
}

export interface ImportReport {
  added: number;
  /** Of figures: those that an earlier release printed. */
  printedAgain: number;
  changed: number;
  /** The same already. */
  left: number;
  /** The first of them, those that were left excepted. */
  differences: readonly Difference[];
}

export interface ImportOptions {
  /** Code of the draft that figures and plans go into; null for kinds that belong to no release. */
  release: string | null;
  mostErrors: number;
  mostDifferences: number;
  /** Told now and then how many rows were read. */
  progress: (rows: number) => void;
}

/** What can be brought in. */
export interface ImportKind {
  /** As the command line and paths name it: `observations`, `products`. */
  name: string;
  description: string;
  columns: readonly Column[];
  /** Throws `Refused('INVALID', …)` with every wrong cell, up to the limit; the transaction it runs in is then rolled back. */
  bringIn: (writing: Writing, incoming: Incoming, options: ImportOptions) => Promise<ImportReport>;
}
