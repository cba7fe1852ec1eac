import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { deflateRawSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { sql } from 'kysely';
import { checkZip } from '../src/imports/zip-check.js';
import { fileFolder, type How, importing, refusalOf } from './support/imports.js';
import { testServer } from './support/server.js';
import { as } from './support/staff.js';
import { zipOf } from './support/zip.js';

const server = testServer();
const file = fileFolder();

const HEADER = ['indicator', 'territory', 'period', 'publisher', 'source', 'status', 'value', 'unit_multiplier'];
const EXPORTS = ['EXPORT_TURNOVER', 58, '2030-M01', 'DOIT_NINH_THUAN', 'NEWS_2024_06_06', 'ESTIMATED'];

type Sheets = Record<string, unknown[][]>;

async function workbook(sheets: Sheets): Promise<Buffer> {
  const book = new exceljs.Workbook();
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const bring = async (sheets: Sheets, how: How = {}) =>
  importing(server.database, file('figures.xlsx', await workbook(sheets)), how);

async function values(): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`select p.value::text as value from print p
    join release r on r.id = p.release_id where r.code = 'NEXT' order by p.id`.execute(server.database.db);
  return rows.map(({ value }) => value);
}

beforeEach(async () => {
  await server.figures.release('NEXT');
  await sql`delete from print where release_id in (select id from release where published_at is null)`.execute(
    server.database.db,
  );
});

test('a workbook is read as a file of text is: numbers, codes typed as numbers, texts with their digits', async () => {
  const second = [...EXPORTS.with(2, '2030-M02'), '47.0', 9];
  const report = await bring({ Figures: [HEADER, [...EXPORTS, 3300.63, 6], [], second] });
  expect([report.added, await values()]).toEqual([2, ['3300.63', '47.0']]);
});

/** A workbook of one figure, whose value is a number shown by a format. */
async function shownBy(format: string, value: number): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('A');
  sheet.addRows([HEADER, [...EXPORTS, value, 6]]);
  sheet.getCell(2, 2).numFmt = '0.0';
  sheet.getCell(2, HEADER.indexOf('value') + 1).numFmt = format;
  return Buffer.from(await book.xlsx.writeBuffer());
}

test.each([
  ['0.0', 47, '47.0'],
  ['#,##0.00', 3300.6, '3300.60'],
  ['0.0', 47.04, '47.04'],
  ['0.00_);[Red](0.00)', -47, '-47.00'],
  ['#,##0.##" tỷ 0.0%"', 47, '47'],
])(
  'a number has the decimals that its cell shows, and no fewer than it has: %s of %d is %s',
  async (format, value, kept) => {
    await importing(server.database, file('figures.xlsx', await shownBy(format, value)));
    expect(await values()).toEqual([kept]);
  },
);

test.each(['0.0%', '#,##0,', '0.0,,"tr"'])(
  'a number that its cell shows as another is an error: %s',
  async (format) => {
    const { fields } = await refusalOf(importing(server.database, file('figures.xlsx', await shownBy(format, 0.125))));
    const message = `is shown as another number than it holds, by its format ${format}: write the number that is meant, in a cell with a plain format such as 0.0.`;
    expect(fields).toEqual([{ path: 'figures.xlsx:2:value', message, value: '0.125' }]);
  },
);

test('the first sheet is read, or the one that is named', async () => {
  const sheets = { First: [HEADER, [...EXPORTS, 1, 6]], Second: [HEADER, [...EXPORTS, 2, 6]] };
  await bring(sheets, { sheet: 'Second' });
  await bring(sheets);
  const { reason, message } = await refusalOf(bring(sheets, { sheet: 'Third' }));
  expect([await values(), reason, message]).toEqual([
    ['1'],
    'NOT_FOUND',
    'figures.xlsx has no sheet "Third", but "First", "Second".',
  ]);
});

test('a workbook with more sheets than the one that is read, again and again, is read whole', async () => {
  const names = Array.from({ length: 3000 }, (_, at) => [`Số liệu xuất khẩu ${at}`, 'ước thực hiện đợt hai']);
  const sheets = { First: [HEADER, [...EXPORTS, 1, 6]], Second: names, Third: names };
  for (let time = 0; time < 10; time += 1) await bring(sheets);
  expect(await values()).toEqual(['1']);
});

test('letters are whole wherever a piece of the file ends', async () => {
  const rows = Array.from({ length: 3000 }, (_, at) => [
    ...EXPORTS.with(2, `${2030 + at}`),
    at,
    6,
    `Số liệu ước đợt ${at}`,
  ]);
  await bring({ A: [[...HEADER, 'note_vi'], ...rows] });
  const { rows: kept } = await sql<{ note: string }>`select p.note_vi as note from print p
    join release r on r.id = p.release_id where r.code = 'NEXT' order by p.value`.execute(server.database.db);
  expect(kept.map(({ note }) => note)).toEqual(rows.map((row) => row.at(-1)));
});

/** Workbooks that this process holds open, where the system tells. */
function heldOpen(): string[] {
  const open = existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd') : [];
  const paths = open.map((one) => (existsSync(`/proc/self/fd/${one}`) ? readlinkSync(`/proc/self/fd/${one}`) : ''));
  return paths.filter((path) => /figures\.xlsx|solieu-received/.test(path));
}

test('a workbook is let go of: after a wrong header, and where it was brought in before', async () => {
  const rows = Array.from({ length: 3000 }, (_, at) => [...EXPORTS.with(2, `${2030 + at}`), at, 6]);
  const headers = { ...(await as(server, 'EDITOR')), 'idempotency-key': 'june' };
  const payload = await workbook({ A: [HEADER, ...rows] });
  const sent = { method: 'POST', url: '/imports/observations?release=NEXT', headers, payload } as const;
  const told = [await server.http.inject(sent), await server.http.inject(sent)].map(({ statusCode }) => statusCode);
  const { reason } = await refusalOf(bring({ A: [['value', 'value'], ...rows] }));
  // A file is closed in the background.
  for (let tries = 0; heldOpen().length > 0 && tries < 100; tries += 1) await wait(10);
  expect([told, reason, heldOpen()]).toEqual([[200, 200], 'INVALID', []]);
});

test('with a decimal comma told, texts have it and numbers are numbers', async () => {
  await bring(
    { A: [HEADER, [...EXPORTS, 3300.63, 6], [...EXPORTS.with(2, '2030-M02'), '1.234,5', 6]] },
    { decimalComma: true },
  );
  expect(await values()).toEqual(['3300.63', '1234.5']);
});

test('a formula is an error that names its cell: what it once came to is not taken', async () => {
  const rows = [HEADER, [...EXPORTS, { formula: '1+1', result: 2 }, 6], [...EXPORTS, new Date('2024-06-06'), 6]];
  const { fields } = await refusalOf(bring({ A: rows }));
  expect(fields.map(({ path, message, value }) => [path, message, value])).toEqual([
    ['figures.xlsx:2:value', expect.stringMatching(/^is a formula/), '=1+1'],
    ['figures.xlsx:3:value', expect.stringMatching(/^"2024-06-06" is not a number/), '2024-06-06'],
  ]);
});

describe('an archive beyond the limits is refused before it is read', () => {
  const blank = Buffer.alloc(20 * 1024 * 1024);
  const LIMITS = { entries: 3, unpackedBytes: 1024 * 1024, ratio: 100 };
  const small = { name: 'a', content: Buffer.from('a') };
  test.each([
    [
      'a bomb',
      zipOf([{ name: 'a', content: blank }]),
      undefined,
      'figures.xlsx unpacks to more than 100 times its size.',
    ],
    ['too much', zipOf([{ name: 'a', content: blank }]), LIMITS, 'figures.xlsx is larger than 1048576 bytes unpacked.'],
    ['too many', zipOf(Array.from({ length: 4 }, () => small)), LIMITS, 'figures.xlsx has 4 parts: 3 are the most.'],
    [
      'a bomb that says it is small',
      zipOf([{ name: 'a', content: blank, toldBytes: 100 }]),
      undefined,
      'figures.xlsx does not unpack to what its directory says.',
    ],
    [
      'a part outside the directory',
      zipOf([small, { ...small, isHidden: true }, small]),
      undefined,
      'figures.xlsx has parts that its directory hides.',
    ],
    [
      'a password',
      zipOf([{ ...small, isEncrypted: true }]),
      undefined,
      'figures.xlsx is encrypted: save it without a password.',
    ],
    ['half a file', zipOf([small]).subarray(0, 30), undefined, 'figures.xlsx is cut off: save or send it again.'],
    ['no deflate', Buffer.from('PK'), undefined, 'figures.xlsx is cut off: save or send it again.'],
  ])('%s', async (_, content, limits, message) => {
    const refusal = await refusalOf(checkZip(file('figures.xlsx', content), 'figures.xlsx', limits));
    expect([refusal.reason, refusal.message]).toEqual(['INVALID', message]);
  });
});

test('an archive that is no workbook is refused', async () => {
  const path = file('figures.xlsx', zipOf([{ name: 'a.txt', content: deflateRawSync(Buffer.from('a')) }]));
  expect((await refusalOf(importing(server.database, path))).reason).toBe('NOT_FOUND');
});
