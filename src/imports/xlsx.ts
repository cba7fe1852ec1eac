import type { CellValue, Row } from 'exceljs';
import { Refused } from '../kernel/refused.js';
import type { Incoming, RawRow, WrongCell } from './kind.js';
import { decimalsShown, withDecimals } from './number-format.js';
import { cellsIn, columnsIn } from './table-rows.js';
import { sheetOf } from './workbook.js';
import { checkZip, type ZipPart } from './zip-check.js';

export interface SheetOptions {
  /** The first one where null. */
  sheet: string | null;
  /** Whether texts write numbers with a decimal comma: numbers are then told so too. */
  decimalComma: boolean;
  /** Columns of numbers, which are read with the decimals that the sheet shows. */
  numeric: readonly string[];
}

/** What a cell holds, and in which format a number is shown. */
interface SheetCell {
  value: CellValue | undefined;
  format?: string;
}

/** A sheet of a workbook, row by row; its limits are checked before it is read. Formulas are not evaluated: they are errors. */
export async function openXlsx(path: string, name: string, options: SheetOptions): Promise<Incoming> {
  const parts = await checkZip(path, name);
  const pathOf = (line: number, column: string | null): string =>
    column === null ? `${name}:${line}` : `${name}:${line}:${column}`;
  const read = rowsOf(path, parts, name, options.sheet);
  const columns = await headerOf(read, name);
  async function* rows(): AsyncGenerator<RawRow> {
    try {
      for await (const { line, cells } of read) yield rawRow(columns, line, cells, options);
    } finally {
      await read.return(undefined);
    }
  }
  const iterator = rows();
  // Ends the reading of the workbook even where no row of it was asked for.
  const close = iterator.return.bind(iterator);
  iterator.return = async (value) => {
    await read.return(undefined);
    return close(value);
  };
  return { name, columns, rows: iterator, pathOf };
}

async function headerOf(read: AsyncGenerator<SheetRow, undefined>, name: string): Promise<string[]> {
  const header = await read.next();
  if (header.done) throw new Refused('INVALID', `${name} is empty: its first row names the columns.`);
  try {
    return columnsIn(
      name,
      header.value.cells.map(({ value }) => (typeof value === 'string' ? value : '')),
    );
  } catch (error) {
    await read.return(undefined);
    throw error;
  }
}

interface SheetRow {
  line: number;
  cells: SheetCell[];
}

async function* rowsOf(
  path: string,
  parts: readonly ZipPart[],
  name: string,
  wanted: string | null,
): AsyncGenerator<SheetRow, undefined> {
  try {
    for await (const row of await sheetOf(path, parts, name, wanted)) {
      const values = (row.values as CellValue[]).slice(1);
      if (values.some((value) => value !== null && value !== undefined))
        yield { line: row.number, cells: values.map((value, at) => ({ value, format: formatOf(row, value, at + 1) })) };
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('INVALID', `${name} cannot be read as a workbook: ${(error as Error).message.slice(0, 200)}`);
  }
  return undefined;
}

const formatOf = (row: Row, value: CellValue | undefined, column: number): string | undefined =>
  typeof value === 'number' ? row.getCell(column).numFmt : undefined;

function rawRow(
  columns: readonly string[],
  line: number,
  cells: readonly SheetCell[],
  { decimalComma, numeric }: SheetOptions,
): RawRow {
  const wrong: WrongCell[] = [];
  const texts = Array.from({ length: Math.max(cells.length, columns.length) }, (_, at) => {
    const [column, cell] = [columns[at] ?? null, cells[at]];
    const format = column !== null && numeric.includes(column) ? cell?.format : undefined;
    const read = textOf(cell?.value, format, decimalComma);
    if (typeof read === 'string') return read;
    wrong.push({ column, ...read });
    return '';
  });
  const raw = cellsIn(columns, texts, line);
  if (wrong.length > 0) raw.wrong = [...(raw.wrong ?? []), ...wrong];
  return raw;
}

type NoText = Omit<WrongCell, 'column'>;

/** A cell as it would stand in a CSV file. */
function textOf(cell: CellValue | undefined, format: string | undefined, decimalComma: boolean): string | NoText {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return String(cell);
  if (typeof cell === 'number') return numberText(cell, format, decimalComma);
  if (cell instanceof Date) return dayText(cell);
  if ('richText' in cell) return cell.richText.map(({ text }) => text).join('');
  if ('error' in cell) return { message: 'is an error of the spreadsheet.', value: cell.error };
  return { message: FORMULA, value: 'formula' in cell ? `=${cell.formula}` : null };
}

const PLAIN = 'write the number that is meant, in a cell with a plain format such as 0.0.';
const FORMULA = 'is a formula, which is not evaluated here: put its value in its place (copy, paste values).';

/** As spreadsheets show it: the digits beyond the fifteenth are noise of the machine. */
function numberText(number: number, format: string | undefined, decimalComma: boolean): string | NoText {
  const text = String(Number(number.toPrecision(15)));
  const decimals = format === undefined ? 0 : decimalsShown(format);
  if (decimals === null)
    return { message: `is shown as another number than it holds, by its format ${format}: ${PLAIN}`, value: text };
  const shown = text.includes('e') ? text : withDecimals(text, decimals);
  return decimalComma ? shown.replace('.', ',') : shown;
}

function dayText(date: Date): string {
  if (Number.isNaN(date.getTime())) return 'Invalid date';
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
}
