import { createReadStream } from 'node:fs';
import type { CellValue, Row } from 'exceljs';
import { Refused } from '../kernel/refused.js';
import type { Incoming, RawRow, WrongCell } from './kind.js';
import { cellsIn, columnsIn } from './table-rows.js';
import { checkZip } from './zip-check.js';

export interface SheetOptions {
  /** The first one where null. */
  sheet: string | null;
  /** Whether texts write numbers with a decimal comma: numbers are then told so too. */
  decimalComma: boolean;
}

type Sheet = AsyncIterable<Row> & { name?: string };
/** What it learns of a workbook while reading it. */
interface Reader {
  model?: { sheets?: { name: string }[] };
}

/** A sheet of a workbook, row by row; its limits are checked before it is read. Formulas are not evaluated: they are errors. */
export async function openXlsx(path: string, name: string, options: SheetOptions): Promise<Incoming> {
  await checkZip(path, name);
  const pathOf = (line: number, column: string | null): string =>
    column === null ? `${name}:${line}` : `${name}:${line}:${column}`;
  const read = rowsOf(path, name, options.sheet);
  const header = await read.next();
  if (header.done) throw new Refused('INVALID', `${name} is empty: its first row names the columns.`);
  const columns = columnsIn(
    name,
    header.value.cells.map((cell) => (typeof cell === 'string' ? cell : '')),
  );
  async function* rows(): AsyncGenerator<RawRow> {
    try {
      for await (const { line, cells } of read) yield rawRow(columns, line, cells, options.decimalComma);
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

interface SheetRow {
  line: number;
  cells: CellValue[];
}

async function* rowsOf(path: string, name: string, wanted: string | null): AsyncGenerator<SheetRow, undefined> {
  const { default: exceljs } = await import('exceljs');
  const file = createReadStream(path);
  const options = {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  };
  const reader = new exceljs.stream.xlsx.WorkbookReader(file, options as never);
  const sheets = reader[Symbol.asyncIterator]() as unknown as AsyncGenerator<Sheet>;
  try {
    const sheet = await sheetIn(reader, sheets, name, wanted);
    for await (const row of sheet) {
      const cells = (row.values as CellValue[]).slice(1);
      if (cells.some((cell) => cell !== null && cell !== undefined)) yield { line: row.number, cells };
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('INVALID', `${name} cannot be read as a workbook: ${(error as Error).message.slice(0, 200)}`);
  } finally {
    // Sheets that it has put aside are cleared away as they are passed.
    await passOver(sheets);
    file.destroy();
  }
  return undefined;
}

async function sheetIn(
  reader: Reader,
  sheets: AsyncGenerator<Sheet>,
  name: string,
  wanted: string | null,
): Promise<Sheet> {
  for (let next = await sheets.next(); !next.done; next = await sheets.next()) {
    if (next.value.name === (wanted ?? reader.model?.sheets?.[0]?.name)) return next.value;
  }
  const names = reader.model?.sheets?.map((sheet) => `"${sheet.name}"`) ?? [];
  throw new Refused('NOT_FOUND', `${name} has no sheet "${wanted ?? ''}", but ${names.join(', ') || 'none'}.`);
}

async function passOver(sheets: AsyncGenerator<Sheet>): Promise<void> {
  try {
    while (!(await sheets.next()).done);
  } catch {
    // What is wrong with them was told, or does not matter.
  }
}

function rawRow(columns: readonly string[], line: number, cells: readonly CellValue[], decimalComma: boolean): RawRow {
  const wrong: WrongCell[] = [];
  const texts = Array.from({ length: Math.max(cells.length, columns.length) }, (_, at) => {
    const read = textOf(cells[at], decimalComma);
    if (typeof read === 'string') return read;
    wrong.push({ column: columns[at] ?? null, ...read });
    return '';
  });
  const raw = cellsIn(columns, texts, line);
  if (wrong.length > 0) raw.wrong = [...(raw.wrong ?? []), ...wrong];
  return raw;
}

type NoText = Omit<WrongCell, 'column'>;

/** A cell as it would stand in a CSV file. */
function textOf(cell: CellValue | undefined, decimalComma: boolean): string | NoText {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return String(cell);
  if (typeof cell === 'number') return numberText(cell, decimalComma);
  if (cell instanceof Date) return dayText(cell);
  if ('richText' in cell) return cell.richText.map(({ text }) => text).join('');
  if ('error' in cell) return { message: 'is an error of the spreadsheet.', value: cell.error };
  return { message: FORMULA, value: 'formula' in cell ? `=${cell.formula}` : null };
}

const FORMULA = 'is a formula, which is not evaluated here: put its value in its place (copy, paste values).';

/** As spreadsheets show it: the digits beyond the fifteenth are noise of the machine. */
function numberText(number: number, decimalComma: boolean): string {
  const text = String(Number(number.toPrecision(15)));
  return decimalComma ? text.replace('.', ',') : text;
}

function dayText(date: Date): string {
  if (Number.isNaN(date.getTime())) return 'Invalid date';
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
}
