/** Rows below their head, each column as wide as its widest cell. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, at) => all.reduce((most, row) => Math.max(most, row[at]!.length), 0));
  const line = (row: readonly string[]): string => row.map((cell, at) => cell.padEnd(widths[at]!)).join('  ');
  return all.map((row) => `${line(row).trimEnd()}\n`).join('');
}
