import { isDeepStrictEqual } from 'node:util';
import type { Row } from './csv.js';
import { type Cell, type Columns, type SeededTable, specOf, type Stored } from './tables.js';

/** A row that a table should have, and the line that says so. */
export interface Wanted<T extends SeededTable> {
  row: Row;
  columns: Columns<T>;
}

/** What names a row, as text. */
export const keyOf = (columns: object, key: readonly string[]): string =>
  JSON.stringify(key.map((column) => (columns as Readonly<Stored>)[column] ?? null));

/** Two lines may not be about the same row. */
export function refuseTwins(wanted: readonly { row: Row; columns: object }[], key: readonly string[]): void {
  const lines = new Map<string, Row>();
  for (const { row, columns } of wanted) {
    const text = keyOf(columns, key);
    const twin = lines.get(text);
    if (twin) throw row.wrong(null, `is the same as line ${twin.line} by its ${key.join(', ')}.`);
    lines.set(text, row);
  }
}

/** Pairs of which a key fits nothing else on either side. */
export function onlyOnes<W extends { columns: object }>(
  wanted: readonly W[],
  free: Iterable<Stored>,
  key: readonly string[],
): [W, Stored][] {
  const storedBy = Map.groupBy(free, (stored) => keyOf(stored, key));
  const pairs = [...Map.groupBy(wanted, (want) => keyOf(want.columns, key))].map(([text, wants]) => {
    const stored = storedBy.get(text) ?? [];
    return wants.length === 1 && stored.length === 1 ? [[wants[0]!, stored[0]!] satisfies [W, Stored]] : [];
  });
  return pairs.flat();
}

/** The columns that a row states. */
export function stated(table: SeededTable, { columns }: { columns: object }): Record<string, Cell> {
  const entries = Object.entries(columns as Readonly<Stored>);
  return Object.fromEntries(specOf(table).exact ? entries : entries.filter(([, cell]) => cell !== null));
}

/** The first column in which a stored row is not what is stated. */
export function difference(table: SeededTable, want: { columns: object }, stored: Readonly<Stored>): string | null {
  const entries = Object.entries(stated(table, want));
  return entries.find(([column, cell]) => !isDeepStrictEqual(cell, stored[column]))?.[0] ?? null;
}
