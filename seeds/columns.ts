import type { Row } from './csv.js';
import type { References } from './reference.js';

/** The place of each row among those of its owner, in the order of the file. */
export function positions<C extends object>(rows: readonly Row<C>[], ownerOf: (cells: C) => string): number[] {
  const counts = new Map<string, number>();
  return rows.map((row) => {
    const owner = ownerOf(row.cells);
    const position = (counts.get(owner) ?? 0) + 1;
    counts.set(owner, position);
    return position;
  });
}

/** The document in which a row's facts are written. */
export const sourceId = (row: Row<{ source: string | null }>, { sources }: References): number | null =>
  sources.getIfAny(row.cells.source, row, 'source');

/** Where what a row is about lies. */
export const territoryId = (row: Row<{ territory: string | null }>, { territories }: References): number | null =>
  territories.getIfAny(row.cells.territory, row, 'territory');
