/**
 * Fills a migrated and seeded database with made-up figures, the same in every run: a hundred indicators in as many places as
 * make up the number asked, 200 months each, one print each, in one release. They come in month by month, as real ones do.
 * Row ids begin beyond those of the seeds. Runs on Node's type stripping: only erasable syntax here.
 */
import type { Client } from 'pg';

export const INDICATORS = 100;
export const PERIODS = 200;
export const SOURCES = 24;
const INDICATOR_BASE = 1_000_001;
const TERRITORY_BASE = 2_000_001;
const SOURCE_BASE = 2_000_001;
const RELEASE_BASE = 2_000_001;
const BASE = 1_000_000_001;
const ROWS_A_STATEMENT = 250_000;

/** How many places so many observations are of. */
export const territoriesOf = (observations: number): number =>
  Math.max(1, Math.round(observations / INDICATORS / PERIODS));

export const indicatorCode = (place: number): string => `BENCH_${String(place + 1).padStart(3, '0')}`;
export const territoryCode = (place: number): string => `B${String(place + 1).padStart(4, '0')}`;

export async function fillFigures(client: Client, observations: number): Promise<void> {
  const territories = territoriesOf(observations);
  await client.query('set statement_timeout = 0');
  await fillCodes(client, territories);
  await withoutChecks(client, () =>
    withoutIndexes(client, async () => {
      const step = Math.max(1, Math.floor(ROWS_A_STATEMENT / INDICATORS / territories));
      for (let first = 0; first < PERIODS; first += step) {
        await fillMonths(client, territories, first, Math.min(first + step, PERIODS) - 1);
      }
    }),
  );
  await client.query(`update release set published_at = '2022-03-01' where id = ${RELEASE_BASE}`);
}

/** Indicators, places, documents and a release, which is a draft yet. */
export async function fillCodes(client: Client, territories: number): Promise<void> {
  await client.query(`
    insert into indicator (id, code, name_vi, unit_id, kind)
    select ${INDICATOR_BASE} + i, 'BENCH_' || lpad((i + 1)::text, 3, '0'), 'Chỉ tiêu ' || i + 1, unit.id, 'FLOW'
    from generate_series(0, ${INDICATORS - 1}) i, unit where unit.code = 'VND'`);
  await client.query(`
    insert into territory (id, code, name, type, level)
    select ${TERRITORY_BASE} + t, 'B' || lpad((t + 1)::text, 4, '0'), 'Xã ' || t + 1, 'COMMUNE', 'COMMUNE'
    from generate_series(0, ${territories - 1}) t`);
  await client.query(`insert into release (id, code, title_vi) values (${RELEASE_BASE}, 'BENCH', 'Số liệu đo tốc độ')`);
  await client.query(`
    insert into source (id, code, title, publisher_id, published_on, published_precision, published_earliest, published_latest)
    select ${SOURCE_BASE} + s, 'BENCH_' || s + 1, 'Tài liệu ' || s + 1, agency.id, d::text, 'DAY', d, d
    from generate_series(0, ${SOURCES - 1}) s, lateral (select date '2020-02-29' + s * 30 as d) on_day, agency
    where agency.code = 'NSO'`);
}

/** The triggers that refuse wrong rows rest meanwhile, row by row as they are; those that derive what is read go on. */
async function withoutChecks(client: Client, fill: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%s trigger %I', t.tgrelid::regclass, t.tgname) as name from pg_trigger t join pg_proc f on f.oid = t.tgfoid
    where t.tgrelid in ('observation'::regclass, 'print'::regclass) and (t.tgisinternal or starts_with(f.proname, 'refuse_'))`);
  const turn = async (how: string): Promise<void> => {
    for (const { name } of rows) await client.query(`alter table ${name.replace(' trigger', ` ${how} trigger`)}`);
  };
  await turn('disable');
  await fill();
  await turn('enable');
}

/** Indexes but for the primary keys are made afterwards, which is several times quicker. */
async function withoutIndexes(client: Client, fill: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ drop: string; make: string }>(`
    select
      case when c.oid is null then format('drop index %s', i.indexrelid::regclass)
        else format('alter table %s drop constraint %I', i.indrelid::regclass, c.conname) end as drop,
      case when c.oid is null then pg_get_indexdef(i.indexrelid)
        else format('alter table %s add constraint %I %s', i.indrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) end as make
    from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.contype = 'u'
    where i.indrelid in ('observation'::regclass, 'print'::regclass) and not i.indisprimary order by i.indexrelid`);
  for (const { drop } of rows) await client.query(drop);
  await fill();
  for (const { make } of rows) await client.query(make);
}

async function fillMonths(client: Client, territories: number, first: number, last: number): Promise<void> {
  const places = `generate_series(${first}, ${last}) m, generate_series(0, ${INDICATORS - 1}) i, generate_series(0, ${territories - 1}) t`;
  const id = `${BASE} + (m * ${INDICATORS} + i) * ${territories} + t`;
  await client.query(`
    insert into observation (id, indicator_id, territory_id, period_start, period_end, publisher_id)
    select ${id}, ${INDICATOR_BASE} + i, ${TERRITORY_BASE} + t, start, (start + interval '1 month - 1 day')::date, agency.id
    from ${places}, lateral (select (date '2005-01-01' + m * interval '1 month')::date as start) month, agency
    where agency.code = 'NSO' order by m, i, t`);
  await client.query(`
    insert into print (id, observation_id, release_id, source_id, status, value, unit_multiplier, changes)
    select ${id}, ${id}, ${RELEASE_BASE}, ${SOURCE_BASE} + (m + i) % ${SOURCES}, 'ESTIMATED',
      round((1000 + n % 9000)::numeric / 7, 2), 9, jsonb_build_object('SAME_PERIOD_LAST_YEAR',
        jsonb_build_object('form', 'PERCENT', 'value', ((n % 200) / 10.0)::numeric(5, 1)::text))
    from ${places}, lateral (select i * 7919 + t * 104729 + m * 6133 as n) made order by m, i, t`);
}
