/**
 * Fills a migrated and seeded database with made-up figures: `observations` of them, one print each, a hundred indicators,
 * monthly and cumulative periods, in one release. Runs on Node's type stripping: only erasable syntax here.
 */
import type { Client } from 'pg';

const INDICATORS = 100;
const PERIODS = 200;

export async function fill(client: Client, observations: number): Promise<void> {
  const territories = Math.max(1, Math.round(observations / INDICATORS / PERIODS));
  await client.query('set statement_timeout = 0');
  await client.query(`
    insert into indicator (code, name_vi, unit_id, kind)
    select 'BENCH_' || lpad(i::text, 3, '0'), 'Chỉ tiêu ' || i, (select id from unit where code = 'VND'), 'FLOW'
    from generate_series(1, ${INDICATORS}) i`);
  await client.query(`
    insert into territory (code, name, type, level, parent_id)
    select 'B' || lpad(t::text, 4, '0'), 'Xã ' || t, 'COMMUNE', 'COMMUNE', null from generate_series(1, ${territories}) t`);
  await client.query(`insert into release (code, title_vi) values ('BENCH', 'Số liệu đo tốc độ')`);
  await client.query(`
    insert into source (code, title, publisher_id, published_on, published_precision, published_earliest, published_latest)
    select 'BENCH_' || s, 'Tài liệu ' || s, (select id from agency where code = 'NSO'), d::text, 'DAY', d, d
    from generate_series(1, 24) s, lateral (select date '2020-01-31' + s * 30 as d) on_day`);
  await client.query(`
    insert into observation (indicator_id, territory_id, period_start, period_end, publisher_id)
    select i.id, t.id, first, last, (select id from agency where code = 'NSO')
    from indicator i, territory t, generate_series(0, ${PERIODS - 1}) m,
      lateral (select (date '2005-01-01' + m * interval '1 month')::date as first) f,
      lateral (select (first + interval '1 month - 1 day')::date as last) l
    where i.code like 'BENCH%' and t.code like 'B0%'`);
  await client.query(`
    insert into print (observation_id, release_id, source_id, status, value, unit_multiplier, changes)
    select o.id, (select id from release where code = 'BENCH'), (select min(id) from source where code like 'BENCH%') + o.id % 24,
      'ESTIMATED', round((1000 + o.id % 9000)::numeric / 7, 2), 9,
      jsonb_build_object('SAME_PERIOD_LAST_YEAR', jsonb_build_object('form', 'PERCENT', 'value', ((o.id % 200) / 10.0)::numeric(5, 1)::text))
    from observation o join indicator i on i.id = o.indicator_id where i.code like 'BENCH%'`);
  await client.query(`update release set published_at = clock_timestamp() where code = 'BENCH'`);
  await client.query('vacuum analyze');
}
