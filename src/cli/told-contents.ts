import type { TableEnd } from '../backup/format.js';

const number = new Intl.NumberFormat('en-GB');

/** A line for each table that has rows, and their sum. */
export function toldContents(tables: readonly TableEnd[]): string {
  const total = { name: 'all', rows: tables.reduce((sum, { rows }) => sum + rows, 0) };
  const lines = [...tables.filter(({ rows }) => rows > 0), total].map(
    ({ name, rows }) => [name, number.format(rows)] as const,
  );
  const [names, counts] = [0, 1].map((at) => Math.max(...lines.map((line) => line[at]!.length))) as [number, number];
  return lines.map(([name, count]) => `${name.padEnd(names)}  ${count.padStart(counts)}\n`).join('');
}
