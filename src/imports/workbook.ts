import type { Readable } from 'node:stream';
import type { Row } from 'exceljs';
import { Refused } from '../kernel/refused.js';
import { unpacked, type ZipPart } from './zip-check.js';

type Sheet = AsyncIterable<Row>;

/**
 * What ExcelJS makes of the parts of a workbook. Its own walk through an archive takes them in the order in which they lie there:
 * it misses a list of sheets that comes last, keeps sheets in temporary files that it removes while they are opened, and breaks
 * letters that lie on the edge of two pieces.
 */
interface Parser {
  workbookRels?: { Id: string; Target: string }[];
  model?: { sheets?: { name: string; rId: string }[] };
  _parseRels: (part: Readable) => Promise<void>;
  _parseWorkbook: (part: Readable) => Promise<void>;
  _parseStyles: (part: Readable) => Promise<void>;
  _parseSharedStrings: (part: Readable) => AsyncIterable<unknown>;
  _parseWorksheet: (part: Readable, number: string) => Iterable<{ value: Sheet }>;
}

const FOLDER = 'xl/';

/** The rows of a sheet, the first one where none is wanted by name; read as they are asked for. */
export async function sheetOf(
  path: string,
  parts: readonly ZipPart[],
  name: string,
  wanted: string | null,
): Promise<Sheet> {
  const textOf = (part: string): Readable | null => {
    const found = parts.find((one) => one.name === part && one.bytes > 0);
    return found ? unpacked(path, found).setEncoding('utf8') : null;
  };
  const parser = await newParser();
  const read = async (part: string, by: (text: Readable) => Promise<void>): Promise<void> => {
    const text = textOf(FOLDER + part);
    if (text) await by(text);
  };
  await read('_rels/workbook.xml.rels', (text) => parser._parseRels(text));
  await read('workbook.xml', (text) => parser._parseWorkbook(text));
  await read('styles.xml', (text) => parser._parseStyles(text));
  await read('sharedStrings.xml', async (text) => {
    const strings = parser._parseSharedStrings(text)[Symbol.asyncIterator]();
    while (!(await strings.next()).done);
  });
  const part = partOf(parser, name, wanted);
  const text = textOf(part);
  if (!text) throw new Refused('INVALID', `${name} is damaged: it has no part ${part}. Save it again.`);
  const [sheet] = parser._parseWorksheet(text, '');
  return sheet!.value;
}

async function newParser(): Promise<Parser> {
  const { default: exceljs } = await import('exceljs');
  const options = {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  } as const;
  return new exceljs.stream.xlsx.WorkbookReader('', options) as unknown as Parser;
}

/** Where a sheet lies, as the workbook tells: from its own folder, or from the top. */
function partOf({ model, workbookRels = [] }: Parser, name: string, wanted: string | null): string {
  const sheets = model?.sheets ?? [];
  const sheet = wanted === null ? sheets[0] : sheets.find((one) => one.name === wanted);
  const target = workbookRels.find(({ Id }) => Id === sheet?.rId)?.Target;
  if (target !== undefined) return target.startsWith('/') ? target.slice(1) : FOLDER + target;
  const names = sheets.map((one) => `"${one.name}"`).join(', ');
  throw new Refused('NOT_FOUND', `${name} has no sheet "${wanted ?? ''}", but ${names || 'none'}.`);
}
