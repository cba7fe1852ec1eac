import { type ImportKind, type Incoming, leave, type RawRow, type WrongCell } from './kind.js';

const NUMBER = /-?\d[\d.,]*\d|-?\d/g;
const VIETNAMESE = /^-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/;

/** A cell with its numbers as they are kept: `1.234,5` is `1234.5`. Null where one is not written with a decimal comma. */
export function withDecimalPoints(cell: string): string | null {
  // Both ends of a range are numbers of their own: 15,5..16
  const parts = cell.split('..').map((part) => {
    const numbers = part.match(NUMBER) ?? [];
    // Digits parted by a blank would be two numbers.
    if (numbers.length > 1 || !numbers.every((number) => VIETNAMESE.test(number))) return null;
    return part.replace(NUMBER, (number) => number.replaceAll('.', '').replace(',', '.'));
  });
  return parts.includes(null) ? null : parts.join('..');
}

/** What comes in with a decimal comma, as it was told: in columns of numbers, and no guess at any of them. */
export function readingDecimalCommas(incoming: Incoming, { columns }: Pick<ImportKind, 'columns'>): Incoming {
  const numeric = columns.filter((column) => column.isNumeric).map(({ name }) => name);
  async function* rows(): AsyncGenerator<RawRow> {
    for await (const row of incoming.rows) yield pointed(row, numeric);
  }
  const iterator = rows();
  // Whoever leaves off before the first row leaves off the file too.
  const close = iterator.return.bind(iterator);
  iterator.return = async (value) => {
    await leave(incoming);
    return close(value);
  };
  return { ...incoming, rows: iterator };
}

function pointed(row: RawRow, numeric: readonly string[]): RawRow {
  const cells = { ...row.cells };
  const wrong: WrongCell[] = [];
  for (const column of numeric) {
    const cell = cells[column] ?? null;
    if (cell === null) continue;
    const read = withDecimalPoints(cell);
    if (read !== null) cells[column] = read;
    else wrong.push({ column, message: `"${cell}" is not written with a decimal comma, as in 1.234,5.`, value: cell });
  }
  return { ...row, cells, ...(wrong.length === 0 ? {} : { wrong: [...(row.wrong ?? []), ...wrong] }) };
}
