import { Refused } from '../kernel/refused.js';
import type { RawRow } from './kind.js';

const MOST_COLUMNS = 100;

/** The names in a header, without the empty ones behind the last. */
export function columnsIn(name: string, header: readonly string[]): string[] {
  const columns = header.map((cell) => cell.trim());
  while (columns.at(-1) === '') columns.pop();
  if (columns.length === 0) throw new Refused('INVALID', `${name} has no header: its first line names the columns.`);
  if (columns.length <= MOST_COLUMNS) return columns;
  throw new Refused('INVALID', `${name} has ${columns.length} columns: ${MOST_COLUMNS} are the most.`);
}

/** One row by the names of its columns; empty cells are null. */
export function cellsIn(columns: readonly string[], row: readonly string[], line: number): RawRow {
  const cells: Record<string, string | null> = {};
  for (let at = 0; at < columns.length; at += 1) cells[columns[at]!] = row[at] || null;
  const raw: RawRow = { line, cells };
  const beyond = row.slice(columns.length).find((cell) => cell !== '');
  if (row.length < columns.length)
    raw.wrong = [{ column: null, message: `has ${row.length} cells, and the header ${columns.length}.`, value: null }];
  if (beyond !== undefined) raw.wrong = [{ column: null, message: 'has more cells than the header.', value: beyond }];
  return raw;
}
