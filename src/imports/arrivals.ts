import { Refused } from '../kernel/refused.js';
import { meant, Row } from '../../seeds/csv.js';
import type { Cell, Stored } from '../../seeds/tables.js';
import type { ImportOptions, Incoming, RawRow } from './kind.js';
import { fieldsOf, isNaming, isRequired, type Noun } from './noun.js';
import type { WrongFields } from './wrong-fields.js';

/** More rows of a catalogue than any province has; figures come in another way. */
const MOST_ROWS = 100_000;
const TOLD_EVERY = 1000;

/** One row on its way in. */
export interface Arrival {
  line: number;
  /** As errors name it: with the cells that it stands with, those of the database included. */
  row: Row;
  /** The cells that it states, as they were sent. */
  texts: ReadonlyMap<string, string | null>;
  /** The same, read. */
  cells: Record<string, unknown>;
  /** What of the table follows from them. */
  columns: Record<string, Cell>;
  /** What it links to, by its columns. */
  links: Map<string, readonly number[]>;
  /** The row of the database that it is about. */
  stored: Stored | null;
  /** Whether all that names it could be read. */
  isNamed: boolean;
}

/** Reads rows cell by cell; what is wrong is noted, and the rest is read on. */
export async function readArrivals(
  noun: Noun,
  incoming: Incoming,
  wrongs: WrongFields,
  progress: ImportOptions['progress'],
): Promise<Arrival[]> {
  checkColumns(noun, incoming, wrongs);
  const arrivals: Arrival[] = [];
  for await (const raw of incoming.rows) {
    if (arrivals.length === MOST_ROWS)
      throw new Refused('TOO_LARGE', `${incoming.name} has more than ${MOST_ROWS} rows: bring them in by parts.`);
    arrivals.push(arrivalOf(noun, incoming, raw, wrongs));
    if (arrivals.length % TOLD_EVERY === 0) progress(arrivals.length);
  }
  progress(arrivals.length);
  return arrivals;
}

function checkColumns(noun: Noun, { columns, pathOf }: Incoming, wrongs: WrongFields): void {
  const known = Object.keys(noun.fields);
  for (const [at, column] of columns.entries()) {
    if (!known.includes(column)) wrongs.add(1, column, `is no column of ${noun.name}.${meant(column, known)}`, column);
    else if (columns.indexOf(column) < at) wrongs.add(1, column, 'is there twice.', column);
  }
  const missing = known.filter((column) => !columns.includes(column) && isNaming(noun, column));
  for (const column of missing) wrongs.add(1, column, 'is missing: it names the rows.');
  if (columns.length === 0) throw new Refused('INVALID', `${pathOf(1, null)} has no columns.`);
  wrongs.refuseIfAny();
}

function arrivalOf(noun: Noun, { name, columns }: Incoming, raw: RawRow, wrongs: WrongFields): Arrival {
  const { line, cells: sent, wrong = [] } = raw;
  for (const { column, message, value } of wrong) wrongs.add(line, column, message, value);
  const spoilt = new Set(wrong.map(({ column }) => column));
  // Cells that do not fit the header say nothing.
  const legible = spoilt.has(null) ? [] : columns.filter((column) => !spoilt.has(column));
  const stated = legible.filter((column) => sent[column] !== undefined);
  const texts = new Map(stated.map((column) => [column, sent[column] || null]));
  const cells: Record<string, unknown> = {};
  let isNamed = wrong.length === 0;
  for (const [column, text] of texts) {
    const read = readCell(noun, column, text);
    if (typeof read === 'string') wrongs.add(line, column, read, text);
    else cells[column] = read.value;
    if (typeof read === 'string' && noun.identity.flat().includes(column)) isNamed = false;
  }
  const row = new Row(name, line, cells);
  return { line, row, texts, cells, columns: {}, links: new Map(), stored: null, isNamed };
}

/** The value of a cell, or what is wrong with it. */
export function readCell(noun: Noun, column: string, text: string | null): { value: unknown } | string {
  const { longest, link } = noun.fields[column]!;
  if (text !== null && longest !== undefined && text.length > longest)
    return `has ${text.length} characters; ${longest} are the most.`;
  const read = noun.shape.shape[column]!.safeParse(text);
  if (!read.success) return read.error.issues[0]!.message;
  if (link && new Set(read.data as string[]).size < (read.data as string[]).length) return 'names something twice.';
  return { value: read.data };
}

/** What a new row says in the columns that were left out; that one may not be left out is noted. */
export function completeNew(noun: Noun, arrival: Arrival, wrongs: WrongFields): void {
  for (const [column] of fieldsOf(noun)) {
    if (arrival.texts.has(column)) continue;
    const read = readCell(noun, column, null);
    if (typeof read !== 'string') arrival.cells[column] = read.value;
    else if (isRequired(noun, column)) wrongs.add(arrival.line, column, 'is missing, and this one is new.');
  }
}
