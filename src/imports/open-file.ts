import { open, stat } from 'node:fs/promises';
import { Refused } from '../kernel/refused.js';
import { type Delimiter, openCsv } from './csv.js';
import { readingDecimalCommas } from './decimal-comma.js';
import type { ImportKind, Incoming } from './kind.js';
import { openXlsx } from './xlsx.js';

export interface FileOptions {
  delimiter: Delimiter | null;
  /** Of a workbook; the first one where null. */
  sheet: string | null;
  /** Whether numbers are written `1.234,5`. */
  decimalComma: boolean;
}

const ZIP = Buffer.from('PK');
/** Of Excel 97–2003, and around a workbook with a password. */
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** A file of a kind by what it is, whatever its name ends with: a workbook, or CSV. */
export async function openFile(
  path: string,
  name: string,
  kind: Pick<ImportKind, 'columns'>,
  options: FileOptions,
): Promise<Incoming> {
  const incoming = await opened(path, name, kind, options);
  return options.decimalComma ? readingDecimalCommas(incoming, kind) : incoming;
}

async function opened(
  path: string,
  name: string,
  { columns }: Pick<ImportKind, 'columns'>,
  options: FileOptions,
): Promise<Incoming> {
  if (await isWorkbook(path, name)) {
    const numeric = columns.filter(({ isNumeric }) => isNumeric).map((column) => column.name);
    return openXlsx(path, name, { ...options, numeric });
  }
  if (options.sheet !== null) throw new Refused('INVALID', `${name} is no workbook: it has no sheets.`);
  return openCsv(path, name, options.delimiter);
}

async function isWorkbook(path: string, name: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new Refused('NOT_FOUND', `There is no file ${path}.`);
  if (!found.isFile()) throw new Refused('INVALID', `${path} is no file.`);
  const start = await startOf(path);
  if (start.equals(OLE)) {
    const advice = 'save it as a workbook (.xlsx) without a password, or as "CSV UTF-8".';
    throw new Refused('INVALID', `${name} is a workbook of Excel 97–2003 (.xls), or has a password: ${advice}`);
  }
  return start.subarray(0, ZIP.length).equals(ZIP);
}

async function startOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(OLE.length), 0, OLE.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
