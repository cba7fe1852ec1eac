import { Migration } from '@mikro-orm/migrations';

/** What names are found and sorted by, and what a date that is not exact lies between. */
export class WordsAndDates extends Migration {
  override name = '0002-words-and-dates';

  override up(): void {
    for (const statement of [...words, ...dates]) this.addSql(statement);
  }
}

/** Combining marks: the five tones in the order of a dictionary (à ả ã á ạ), and the marks that make another letter. */
const TONES = '\\u0300\\u0309\\u0303\\u0301\\u0323';
const LETTER_MARKS = '\\u0302\\u0306\\u031b';
const OTHER_MARKS = '\\u0304\\u0305\\u0307\\u0308\\u030a-\\u031a\\u031c-\\u0322\\u0324-\\u036f';
const ALPHABET = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
const PLACES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg';

// Letters and marks apart; only ASCII and đ have capitals then, whatever the locale of the database.
const decomposed = `translate(lower(normalize(t, NFD) collate "C"), 'Đ', 'đ')`;

const words = [
  'create extension if not exists pg_trgm',
  // Mirrored by kernel/folded.ts for what is searched in memory.
  `create function folded(t text) returns text language sql immutable strict parallel safe as $$
    select trim(regexp_replace(
      translate(regexp_replace(${decomposed}, '[\\u0300-\\u036f]', '', 'g'), 'đ', 'd'), '[^a-z0-9]+', ' ', 'g'))
  $$`,
  // Words by their letters first (d before đ, a ă â), the tones of the whole name last. Words are parted by !, which
  // sorts before letters and digits; the tones stand behind a blank, which sorts before all.
  `create function vietnamese_sort_key(t text) returns text language sql immutable strict parallel safe as $$
    select trim(both '!' from regexp_replace(
        translate(normalize(regexp_replace(${decomposed}, '[${TONES}${OTHER_MARKS}]', '', 'g'), NFC),
          '${ALPHABET}', '${PLACES}'), '[^0-9A-Za-g]+', '!', 'g'))
      || ' ' || rtrim(translate(
        regexp_replace(regexp_replace(${decomposed}, '[${LETTER_MARKS}${OTHER_MARKS}]', '', 'g'), '[^${TONES}]', '0', 'g'),
        U&'${TONES.replaceAll('\\u', '\\')}', '12345'), '0')
  $$`,
  // Texts of a list, to be searched as one.
  `create function joined(t text[]) returns text language sql immutable strict parallel safe as $$
    select array_to_string(t, ' ')
  $$`,
];

const day = `make_date(left(d, 4)::int, substr(d, 6, 2)::int, substr(d, 9, 2)::int)`;
const month = `make_date(left(d, 4)::int, substr(d, 6, 2)::int, 1)`;
const quarter = `make_date(left(d, 4)::int, substr(d, 7, 1)::int * 3 - 2, 1)`;

/** Mirrors kernel/uncertain-date.ts, so that the days can be filtered and indexed where the rows are. */
const dates = [
  `create function earliest_day(d text) returns date language sql immutable strict parallel safe as $$
    select case
      when d ~ '^[1-9]\\d{3}-\\d{2}-\\d{2}(/|$)' then ${day}
      when d ~ '^[1-9]\\d{3}-\\d{2}(/|$)' then ${month}
      when d ~ '^[1-9]\\d{3}-Q[1-4](/|$)' then ${quarter}
      when d ~ '^[1-9]\\d{3}(/|$)' then make_date(left(d, 4)::int, 1, 1) end
  $$`,
  `create function latest_day(whole text) returns date language sql immutable strict parallel safe as $$
    select case
      when d ~ '^[1-9]\\d{3}-\\d{2}-\\d{2}$' then ${day}
      when d ~ '^[1-9]\\d{3}-\\d{2}$' then (${month} + interval '1 month - 1 day')::date
      when d ~ '^[1-9]\\d{3}-Q[1-4]$' then (${quarter} + interval '3 months - 1 day')::date
      when d ~ '^[1-9]\\d{3}$' then make_date(left(d, 4)::int, 12, 31) end
    from (select regexp_replace(whole, '^.*/', '')) as last_part(d)
  $$`,
  `create function is_partial_date(d text) returns boolean language sql immutable parallel safe as $$
    select d is null or (d !~ '/.*/' and earliest_day(d) <= latest_day(d)) is true
  $$`,
];
