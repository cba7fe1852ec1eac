import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { migrations } from '../schema/migrations/list.js';
import { entities } from '../src/entities.js';
import type { RecognitionKind } from '../src/features/products/recognition.entity.js';
import { covers, type Span, type Validity, validityOf } from '../src/features/products/validity.js';
import { type Database, openDatabase } from '../src/kernel/database.js';
import { folded } from '../src/kernel/folded.js';
import { parseUncertainDate } from '../src/kernel/uncertain-date.js';

let database: Database;

beforeAll(async () => {
  database = await openDatabase({ entities, migrations });
  await database.migrate();
}, 60_000);

afterAll(() => database.close());

const CASES: [string, RecognitionKind, string | null, string | null, Span | null, Span | null][] = [
  ['36 months from a day', 'OCOP', '2024-06-06', null, span('2024-06-06', '2027-06-06'), span('2024-06-06', '2027-06-06')],
  ['of a year, surely from its end', 'OCOP', '2023', null, span('2023-12-31', '2026-01-01'), span('2023-01-01', '2026-12-31')],
  ['of a month', 'OCOP', '2020-09', null, span('2020-09-30', '2023-09-01'), span('2020-09-01', '2023-09-30')],
  ['of a range', 'OCOP', '2023-09-25/2023-12-31', null, span('2023-12-31', '2026-09-25'), span('2023-09-25', '2026-12-31')],
  ['from a leap day', 'OCOP', '2024-02-29', null, span('2024-02-29', '2027-02-28'), span('2024-02-29', '2027-02-28')],
  ['of a range too long to be sure of any day', 'OCOP', '2020/2024', null, null, span('2020-01-01', '2027-12-31')],
  ['not dated', 'OCOP', null, null, null, null],
  ['not dated, with an end', 'OCOP', null, '2026-01-01', null, null],
  ['until an end that is stated', 'OCOP', '2023', '2026-06-30', span('2023-12-31', '2026-06-30'), span('2023-01-01', '2026-06-30')],
  ['until a month that is stated', 'OCOP', '2023-05-01', '2025-06', span('2023-05-01', '2025-06-01'), span('2023-05-01', '2025-06-30')],
  ['potential five stars', 'OCOP_POTENTIAL_FIVE_STAR', '2023-12-27', null, span('2023-12-27', '2026-12-27'), span('2023-12-27', '2026-12-27')],
  ['an indication, for good', 'GEOGRAPHICAL_INDICATION', '2012-02', null, span('2012-02-29', null), span('2012-02-01', null)],
  ['a mark, for nobody knows how long', 'COLLECTIVE_MARK', '2012-02', null, null, span('2012-02-01', null)],
  ['a mark with an end', 'CERTIFICATION_MARK', '2018', '2028', span('2018-12-31', '2028-01-01'), span('2018-01-01', '2028-12-31')],
  ['a list with its years', 'SPECIALTY', '2018', '2020', span('2018-12-31', '2020-01-01'), span('2018-01-01', '2020-12-31')],
  ['a candidate', 'OCOP_CANDIDATE', '2018', null, null, span('2018-01-01', null)],
]; // prettier-ignore

function span(from: string, until: string | null): Span {
  return { from, until };
}

describe('what is recognised is in force', () => {
  test.each(CASES)('%s', async (_, kind, issued, until, certain, possible) => {
    expect(validityOf(kind, issued, until)).toEqual({ certain, possible });
    expect(await storedValidity(kind, issued, until)).toEqual({ certain, possible });
  });
});

/** What the columns of the table make of the same dates. */
async function storedValidity(kind: RecognitionKind, issued: string | null, until: string | null): Promise<Validity> {
  const product = sql`insert into product (slug, name_vi) values ('p', 'P') on conflict (slug) do update set name_vi = 'P' returning id`;
  const source = sql`insert into source (code) values ('S') on conflict (code) do update set title = null returning id`;
  const { rows } = await sql<
    Record<'certain_from' | 'certain_until' | 'possible_from' | 'possible_until', string | null>
  >`
    with p as (${product}), s as (${source})
    insert into recognition (product_id, source_id, kind, issued_on, valid_until)
    select p.id, s.id, ${kind}, ${issued}::text, ${until}::text from p, s
    returning certain_from::text, certain_until::text, possible_from::text, possible_until::text`.execute(database.db);
  await sql`delete from recognition`.execute(database.db);
  const { certain_from, certain_until, possible_from, possible_until } = rows[0]!;
  return { certain: spanOf(certain_from, certain_until), possible: spanOf(possible_from, possible_until) };
}

function spanOf(from: string | null, until: string | null): Span | null {
  if (from === null || until === null || until < from) return null;
  return { from, until: until === 'infinity' ? null : until };
}

test.each([
  ['2024-06-06', '2024-06-08', true],
  ['2024-06-05', '2024-06-08', false],
  ['2024-06-06', '2027-06-07', false],
])('a fair from %s to %s is within validity: %s', (from, until, is) => {
  expect(covers(span('2024-06-06', '2027-06-06'), from, until)).toBe(is);
});

test('what is valid for good covers all days from its start, what is valid on none covers none', () => {
  expect([
    covers(span('2012-02-29', null), '2012-02-29', '2999-12-31'),
    covers(null, '2024-06-06', '2024-06-06'),
  ]).toEqual([true, false]);
});

describe('the database reads as we do', () => {
  const DATES = [
    '2024', '2024-Q1', '2024-Q4', '2023-02', '2024-02', '2024-12', '2024-02-29', '2024-Q3/2024-Q4', '2023-12/2024-01',
    '2024-01-01/2024-04-30', '2020/2024-06-06', '2023-09-25/2023-12-31',
  ]; // prettier-ignore
  test.each(DATES)('the date %s', async (date) => {
    const { rows } =
      await sql`select earliest_day(${date}::text)::text as earliest, latest_day(${date}::text)::text as latest,
      is_partial_date(${date}::text) as "isDate"`.execute(database.db);
    const { earliest, latest } = parseUncertainDate(date);
    expect(rows).toEqual([{ earliest, latest, isDate: true }]);
  });

  test.each([
    '',
    '2024-13',
    '24',
    '2024-Q5',
    '2024-6',
    '2024-05/2024-04',
    '2024/2025/2026',
    '2024/',
    '/2024',
    '06/06/2024',
    'x',
  ])('%j, which is no date', async (date) => {
    expect(() => parseUncertainDate(date)).toThrow('is not a date');
    const read = sql<{ is: boolean }>`select is_partial_date(${date}::text) as "is"`.execute(database.db);
    // A month that is none is an error of the database's own.
    expect(await read.then(({ rows }) => rows[0]!.is).catch(() => false)).toBe(false);
  });

  test.each([
    'Nước mắm Cà Ná',
    'Nước mắm Cà Ná'.normalize('NFD'),
    'Snack rong biển rang phồng V.Robi',
    'ĐẶC SẢN Đông Hải',
    '  Chả cá -- hấp!  ',
    'Sầu riêng 100% (cấp đông)',
    'Katê, Chăm',
    '%_"\'\\',
    'İstanbul ß Ünïcödé',
    '',
  ])('the text %j as it is searched', async (text) => {
    const { rows } = await sql`select folded(${text}::text) as folded`.execute(database.db);
    expect(rows).toEqual([{ folded: folded(text) }]);
  });

  test.each([
    ['da', 'dà', 'dả', 'dã', 'dá', 'dạ', 'dam', 'dăm', 'dâm', 'đa'],
    ['An', 'Áo', 'ăn', 'ân', 'Bà'],
    ['Cá', 'Cà phê', 'Cá thu', 'Cam'],
    ['e', 'ê', 'o', 'ô', 'ơ', 'u', 'ư', 'y'],
    ['Chả cá', 'Chả cá chiên', 'Chả cá hấp', 'Chả cá Thuận'],
    ['Nhỏ', 'Nho 9', 'Nho đỏ'],
  ])('%s … in the order of a dictionary', async (...words) => {
    const order = words.flat();
    const { rows } = await sql<{ word: string }>`select word from unnest(${[...order].reverse()}::text[]) word
      order by vietnamese_sort_key(word) collate "C"`.execute(database.db);
    expect(rows.map(({ word }) => word)).toEqual(order);
  });
});
