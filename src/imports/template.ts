import type { Workbook } from 'exceljs';
import { stringify } from 'csv-stringify/sync';
import type { Column, ImportKind } from './kind.js';

type Laid = Pick<ImportKind, 'name' | 'columns'>;

/** An empty file of a kind: the names of its columns. */
export const csvTemplate = ({ columns }: Laid): string => stringify([columns.map(({ name }) => name)]);

/** The same as a workbook, with what the columns hold on a second sheet. */
export async function xlsxTemplate(kind: Laid): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  addEmpty(workbook, kind);
  addColumns(workbook, kind.columns);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addEmpty(workbook: Workbook, { name, columns }: Laid): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  // Codes and periods are texts: a spreadsheet must not make numbers or dates of them.
  sheet.columns = columns.map((column) => ({
    header: column.name,
    width: Math.max(12, column.name.length + 2),
    style: { numFmt: column.isNumeric ? 'General' : '@' },
  }));
  sheet.getRow(1).font = { bold: true };
}

function addColumns(workbook: Workbook, columns: readonly Column[]): void {
  const sheet = workbook.addWorksheet('columns');
  sheet.addRow(['column', 'must be there', 'what it holds', 'example']).font = { bold: true };
  for (const { name, isRequired, description, example } of columns)
    sheet.addRow([name, isRequired ? 'yes' : '', description, example]);
  for (const [at, width] of [26, 14, 100, 28].entries()) sheet.getColumn(at + 1).width = width;
}
