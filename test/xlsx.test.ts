import { deflateRawSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { sql } from 'kysely';
import { checkZip } from '../src/imports/zip-check.js';
import { fileFolder, type How, importing, refusalOf } from './support/imports.js';
import { testServer } from './support/server.js';
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
    ['half a file', zipOf([small]).subarray(0, 30), undefined, 'figures.xlsx is not whole: it has no directory.'],
    ['no deflate', Buffer.from('PK'), undefined, 'figures.xlsx is not whole: it has no directory.'],
  ])('%s', async (_, content, limits, message) => {
    const refusal = await refusalOf(checkZip(file('figures.xlsx', content), 'figures.xlsx', limits));
    expect([refusal.reason, refusal.message]).toEqual(['INVALID', message]);
  });
});

test('an archive that is no workbook is refused', async () => {
  const path = file('figures.xlsx', zipOf([{ name: 'a.txt', content: deflateRawSync(Buffer.from('a')) }]));
  expect((await refusalOf(importing(server.database, path))).reason).toBe('NOT_FOUND');
});
