import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { ImportOptions, Incoming, RawRow } from '../../src/imports/kind.js';

/** A CSV file on its way in. */
export function incomingOf(name: string, text: string): Incoming {
  const [columns = [], ...lines] = parse(text, { bom: true, skipEmptyLines: true });
  const rows = lines.map((cells, at): RawRow => ({
    line: at + 2,
    cells: Object.fromEntries(columns.map((column, place) => [column, cells[place] || null])),
  }));
  return {
    name,
    columns,
    rows: given(rows),
    pathOf: (line, column) => [name, line, column].filter((part) => part !== null).join(':'),
  };
}

async function* given(rows: readonly RawRow[]): AsyncGenerator<RawRow> {
  for (const row of rows) yield row;
}

export const seedText = (file: string): string =>
  readFileSync(new URL(`../../seeds/${file}.csv`, import.meta.url), 'utf8');

export const asUsual: ImportOptions = { release: null, mostErrors: 50, mostDifferences: 50, progress: () => undefined };
