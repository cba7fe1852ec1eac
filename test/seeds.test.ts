import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { seed } from '../seeds/seed.js';
import type { Database } from '../src/kernel/database.js';
import { SeedFolder } from './support/seed-folder.js';

let seeds: SeedFolder;
let database: Database;
let folder: string;

beforeAll(async () => {
  seeds = await SeedFolder.open();
  ({ database, path: folder } = seeds);
}, 60_000);

afterAll(() => seeds.close());

beforeEach(() => seeds.restore());

describe('a bad row stops the seeding with its file, row and column, and nothing is written', () => {
  const FIRST =
    'INDUSTRIAL_OUTPUT_VALUE,58,,2024-S1,DOIT_NINH_THUAN,NEWS_2024_06_06,ESTIMATED,3300.63,9,,PERCENT 14.45';
  test.each([
    [
      'prints.csv:2: column period: "2024-S3" is not a period',
      'prints.csv',
      FIRST,
      FIRST.replace('2024-S1', '2024-S3'),
    ],
    [
      'prints.csv:2: column value: "3300,63" is not a number',
      'prints.csv',
      FIRST,
      FIRST.replace('3300.63', '"3300,63"'),
    ],
    [
      'prints.csv:2: column status: "ESTIMATD" is not one of',
      'prints.csv',
      FIRST,
      FIRST.replace('ESTIMATED', 'ESTIMATD'),
    ],
    [
      'prints.csv:2: column status: says that there is no figure, but there is a value',
      'prints.csv',
      FIRST,
      FIRST.replace('ESTIMATED', 'MISSING'),
    ],
    ['prints.csv:2: column unit_multiplier: is empty', 'prints.csv', FIRST, FIRST.replace(',9,', ',,')],
    [
      'prints.csv:2: column unit_multiplier: "5" is not a power of ten',
      'prints.csv',
      FIRST,
      FIRST.replace(',9,', ',5,'),
    ],
    [
      'prints.csv:2: column same_period_last_year: "14.45" is not a change',
      'prints.csv',
      FIRST,
      FIRST.replace('PERCENT 14.45', '14.45'),
    ],
    [
      'prints.csv:2: column indicator: there is no indicator "INDUSTRIAL_OUTPUT_VALU". Did you mean "INDUSTRIAL_OUTPUT_VALUE"?',
      'prints.csv',
      FIRST,
      FIRST.replace('VALUE,', 'VALU,'),
    ],
    ['prints.csv:2: column territory: there is no territory "57"', 'prints.csv', FIRST, FIRST.replace(',58,', ',57,')],
    ['prints.csv:2: column territory: "56" names several units', 'prints.csv', FIRST, FIRST.replace(',58,', ',56,')],
    [
      'prints.csv:2: column territory: "58@2025-07-01" names no unit',
      'prints.csv',
      FIRST,
      FIRST.replace(',58,', ',58@2025-07-01,'),
    ],
    [
      'prints.csv:2: column breakdown: there is no item "INDUSTRY=X"',
      'prints.csv',
      FIRST,
      FIRST.replace(',58,,', ',58,INDUSTRY=X,'),
    ],
    [
      'prints.csv:2: column breakdown: "INDUSTRY=_T" is the total: leave it out',
      'prints.csv',
      FIRST,
      FIRST.replace(',58,,', ',58,INDUSTRY=_T,'),
    ],
    [
      'prints.csv:2: column breakdown: INDUSTRIAL_OUTPUT_VALUE is not broken down by PRODUCT',
      'prints.csv',
      FIRST,
      FIRST.replace(',58,,', ',58,PRODUCT=GRANITE,'),
    ],
    ['prints.csv:156: is the same as line 2', 'prints.csv', /$/, `INITIAL_LOAD,${FIRST},,,,\n`],
    ['prints.csv:1: column multiplier: is no column of this file', 'prints.csv', 'unit_multiplier', 'multiplier'],
    ['prints.csv: Invalid Record Length: expect 16, got 18 on line 2', 'prints.csv', FIRST, `${FIRST},,`],
    ['plans.csv:8: column high: is less than low', 'plans.csv', ',15,16,', ',16,15,'],
    ['plan_shares.csv:2: column plan_period: is of no plan', 'plan_shares.csv', ',2021,,LEVEL', ',2020,,LEVEL'],
    ['sources.csv:2: column published_on: "2024-06-31" is not a date', 'sources.csv', ',2024-06-06,', ',2024-06-31,'],
    ['sources.csv:2: column published_on: is empty, but figures cite this source', 'sources.csv', ',2024-06-06,', ',,'],
    [
      'territories.csv:28: column parent: there is no territory "5O"',
      'territories.csv',
      'Nha Trang,PROVINCIAL_CITY,56@2024-06-06',
      'Nha Trang,PROVINCIAL_CITY,5O',
    ],
    [
      'related_indicators.csv:2: column indicator: there is no indicator "CONSTRUCTION_VALUE"',
      'related_indicators.csv',
      'CONSTRUCTION_VALUE_ADDED,',
      'CONSTRUCTION_VALUE,',
    ],
    [
      'related_indicators.csv:2: column related: there is no indicator "INDUSTRY_CONSTRUCTION"',
      'related_indicators.csv',
      ',INDUSTRY_CONSTRUCTION_VALUE_ADDED',
      ',INDUSTRY_CONSTRUCTION',
    ],
    [
      'related_indicators.csv:2: column relation: "HAS_PART" is not one of OTHER_MEASURE, COUNTERPART, PART_OF',
      'related_indicators.csv',
      'PART_OF',
      'HAS_PART',
    ],
    [
      'related_indicators.csv:14: column related: these two are related by line 8 already',
      'related_indicators.csv',
      /$/,
      'IMPORT_TURNOVER,COUNTERPART,EXPORT_TURNOVER\n',
    ],
    [
      'related_indicators.csv:14: is the same as line 8',
      'related_indicators.csv',
      /$/,
      'EXPORT_TURNOVER,OTHER_MEASURE,IMPORT_TURNOVER\n',
    ],
    [
      'related_indicators.csv:14: column related: "CPI" is the indicator itself',
      'related_indicators.csv',
      /$/,
      'CPI,COUNTERPART,CPI\n',
    ],
    ['indicators.csv:13: column abbreviations: "XK; KNXK;XNK" is not a list', 'indicators.csv', 'XK;KNXK', 'XK; KNXK'],
    ['units.csv:2: column name_vi: "', 'units.csv', 'VND,đồng', 'VND,đồng'.normalize('NFD')],
    ['units.csv:2: column code: is empty', 'units.csv', 'VND,', ','],
  ])('%s', async (message, file, from, to) => {
    await seeds.edit(file, from, to);
    const before = await seeds.rowVersions();
    await expect(seed(database, folder)).rejects.toThrow(message);
    expect(await seeds.rowVersions()).toEqual(before);
  });
});

test('two that start at once seed once', async () => {
  const reports = await Promise.all([seed(database), seed(database)]);
  expect(reports.map(({ inserted }) => inserted.print ?? 0).sort()).toEqual([0, 154]);
});

test('twice is the same as once: not even the version of a row changes', async () => {
  await seed(database);
  const once = await seeds.rowVersions();
  expect(await seed(database)).toEqual({ inserted: {}, updated: {} });
  expect(await seeds.rowVersions()).toEqual(once);
});

test('every code of the files is there', async () => {
  const codesOf = async (file: string): Promise<string[]> => {
    const [, ...lines] = (await seeds.read(file)).trim().split('\n');
    return lines.map((line) => line.split(',')[0]!).sort();
  };
  for (const [table, file] of Object.entries({
    indicator: 'indicators',
    unit: 'units',
    agency: 'agencies',
    dimension: 'dimensions',
    source: 'sources',
    territory: 'territories',
  })) {
    const rows = await seeds.rowsOf<{ code: string }>(`select code from ${table}`);
    expect(rows.map((row) => row.code).sort()).toEqual(await codesOf(`${file}.csv`));
  }
});

test('numbers keep their printed digits', async () => {
  const rows = await seeds.rowsOf<{ value: string }>(
    `select value::text from print where value::text like '%.0' order by 1`,
  );
  expect(rows.map((row) => row.value)).toEqual(['32.0', '47.0']);
});

test('breakdowns sort as their classification does', async () => {
  const rows = await seeds.rowsOf<{ key: string }>(
    `select key from breakdown where key = '' or key like 'INDUSTRY=%' order by sort_key`,
  );
  const items = ['B', 'C', '102', '1072', '1104', '12', '13', '2012', '22', '30', 'D', 'E'];
  expect(rows.map((row) => row.key)).toEqual(['', ...items.map((item) => `INDUSTRY=${item}`)]);
});

test('a later print of a figure stands beside the first', async () => {
  const rows =
    await seeds.rowsOf(`select p.value::text, p.status, s.published_on from print p join source s on s.id = p.source_id
    join observation o on o.id = p.observation_id join breakdown b on b.id = o.breakdown_id join indicator i on i.id = o.indicator_id
    where i.code = 'GRDP_SHARE' and b.key = 'ECONOMIC_SECTOR=INDUSTRY_CONSTRUCTION' and o.period_end = '2023-03-31' order by s.published_latest`);
  expect(rows).toEqual([
    { value: '47.0', status: 'ESTIMATED', published_on: '2023-03' },
    { value: '40.1', status: 'UNSPECIFIED', published_on: '2024-03' },
  ]);
});

test('a plan known only by its share has a print without numbers, of the same document', async () => {
  const rows =
    await seeds.rowsOf(`select s.percent::text, t.value, t.source_id = p.source_id as same_document from print_plan_share s
    join print p on p.id = s.print_id join plan_print t on t.plan_id = s.plan_id order by s.percent`);
  expect(rows).toEqual(['8.4', '55', '103', '128.5'].map((percent) => ({ percent, value: null, same_document: true })));
});

describe('what is published stands', () => {
  test.each([
    [
      'prints.csv:2: column value: "3300.64" differs from "3300.63" in release INITIAL_LOAD',
      'prints.csv',
      ',3300.63,',
      ',3300.64,',
    ],
    ['prints.csv:32: column value: "47.00" differs from "47.0"', 'prints.csv', ',47.0,', ',47.00,'],
    [
      'prints.csv:2: column changes: {"SAME_PERIOD_LAST_YEAR":{"form":"PERCENT","value":"14.46"}} differs',
      'prints.csv',
      'PERCENT 14.45',
      'PERCENT 14.46',
    ],
    [
      'prints.csv:2: is not in release INITIAL_LOAD, which has its moment. Put it in a new release.',
      'prints.csv',
      'INDUSTRIAL_OUTPUT_VALUE,58',
      'INDUSTRIAL_OUTPUT_VALUE,VN',
    ],
    ['plans.csv:2: column value: "4" differs from "3"', 'plans.csv', ',3,,,0', ',4,,,0'],
    ['plan_shares.csv:2: column percent: "104" differs from "103"', 'plan_shares.csv', ',103', ',104'],
    ['releases.csv:2: column published_at: release INITIAL_LOAD has', 'releases.csv', '2025-12-01', '2025-12-02'],
  ])('%s', async (message, file, from, to) => {
    await seeds.edit(file, from, to);
    const before = await seeds.rowVersions();
    await expect(seed(database, folder)).rejects.toThrow(message);
    expect(await seeds.rowVersions()).toEqual(before);
  });
});

test('an empty cell leaves standing what was learned since, a stated one is put back', async () => {
  await seeds.rowsOf(`update territory set valid_from = '1976-01-01', name = 'Ha Noi' where code = '01'`);
  await seeds.rowsOf(`update indicator set next_release_on = '2026-01-06' where code = 'CPI'`);
  expect(await seed(database)).toEqual({ inserted: {}, updated: { territory: 1 } });
  expect(await seeds.rowsOf(`select name, valid_from::text from territory where code = '01'`)).toEqual([
    { name: 'Hà Nội', valid_from: '1976-01-01' },
  ]);
  expect(await seeds.rowsOf(`select next_release_on::text from indicator where code = 'CPI'`)).toEqual([
    { next_release_on: '2026-01-06' },
  ]);
});

test('a start that is known at last is filled in the same unit', async () => {
  const idOf = () => seeds.rowsOf(`select id from territory where code = '42' order by id`);
  const before = await idOf();
  await seeds.edit('territories.csv', 'VN,,,,,\n19', 'VN,1991-08-12,,,,\n19');
  expect(await seed(database, folder)).toEqual({ inserted: {}, updated: { territory: 1 } });
  expect(await idOf()).toEqual(before);
});

test('a mistake of ours is mended by a correction in a new release', async () => {
  await seeds.append('releases.csv', 'MENDED,Đính chính,Correction,2025-12-02T00:00:00+07:00');
  await seeds.edit('prints.csv', 'note_en\n', 'note_en,corrects,reason_vi\n');
  await seeds.edit('prints.csv', /(?<=\n.*)$/gm, ',,');
  await seeds.edit('prints.csv', /\n,,$/, '\n');
  await seeds.append(
    'prints.csv',
    'MENDED,EXPORT_TURNOVER,58,,2024-S1,DOIT_NINH_THUAN,NEWS_2024_06_06,ESTIMATED,51,6,,,,,,,INITIAL_LOAD,Chép nhầm',
  );
  expect(await seed(database, folder)).toEqual({ inserted: { release: 1, print: 1 }, updated: {} });
  expect(await seed(database, folder)).toEqual({ inserted: {}, updated: {} });
  const rows = await seeds.rowsOf(
    `select p.value::text, m.value::text as mended from print p join print m on m.id = p.corrects_id`,
  );
  expect(rows).toEqual([{ value: '51', mended: '50' }]);
});
