import { type Kysely, sql } from 'kysely';
import type { Tables } from '../kernel/tables.js';
import { STATED } from './staged-print.js';

/** Digits are part of what was printed: 47.0 is not 47. */
const same = sql.raw(STATED.map((name) => (name === 'value' ? 'i.value::text' : `i.${name}`)).join(', '));
const asOwn = sql.raw(STATED.map((name) => (name === 'value' ? 'own.value::text' : `own.${name}`)).join(', '));

/** Makes the figures that are not there yet, which compares the rows about them; how many those are. */
export async function compareNew(db: Kysely<Tables>): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    with made as (
      insert into observation (indicator_id, territory_id, breakdown_id, period_start, period_end, publisher_id)
      select distinct i.indicator_id, i.territory_id, b.id, i.period_start, i.period_end, i.publisher_id
      from incoming_print i join breakdown b on b.key = i.breakdown_key
      order by 1, 2, 3, 5, 4, 6
      on conflict (indicator_id, territory_id, breakdown_id, period_end, period_days, publisher_id) do nothing
      returning *)
    insert into compared_print (line, observation_id, source_id, locator, breakdown_id, period_days, outcome)
    select i.line, o.id, i.source_id, i.locator, o.breakdown_id, o.period_days, 'ADDED'
    from incoming_print i join breakdown b on b.key = i.breakdown_key join made o
      on (o.indicator_id, o.territory_id, o.breakdown_id, o.period_start, o.period_end, o.publisher_id)
        = (i.indicator_id, i.territory_id, b.id, i.period_start, i.period_end, i.publisher_id)`.execute(db);
  return Number(numAffectedRows);
}

/**
 * Compares the rows about figures that were there. What the transaction has put in itself is another row of the file. The planner
 * takes six columns that agree for so rare that few rows are left, to read whose draft from end to end is cheap: `+ 0` keeps it at
 * the figures.
 */
export async function compareKnown(db: Kysely<Tables>, releaseId: number): Promise<void> {
  await sql`
    insert into compared_print
    select i.line, o.id, i.source_id, i.locator, mended.id, o.breakdown_id, o.period_days, own.id,
      case
        when own.xmin = pg_current_xact_id()::xid then 'TWIN'
        when own.id is not null then case when (${same}) is distinct from (${asOwn}) then 'CHANGED' else 'LEFT' end
        when exists (select from print p join release r on r.id = p.release_id
          where p.observation_id = o.id and p.release_id <> ${releaseId} and r.published_at is not null)
          then 'PRINTED_AGAIN'
        else 'ADDED' end
    from incoming_print i
    join breakdown b on b.key = i.breakdown_key
    cross join lateral (
      select o.* from observation o
      where (o.indicator_id, o.territory_id, o.breakdown_id, o.period_end, o.period_days, o.publisher_id)
        = (i.indicator_id, i.territory_id, b.id, i.period_end, i.period_end - i.period_start + 1, i.publisher_id) offset 0
    ) o
    left join lateral (
      select max(p.id) as id from print p where i.corrects_release_id is not null and p.observation_id = o.id
        and p.release_id = i.corrects_release_id and p.source_id = i.source_id and p.locator is not distinct from i.locator
    ) mended on true
    left join print own on own.observation_id = o.id and own.release_id + 0 = ${releaseId}
      and own.source_id = i.source_id and own.locator is not distinct from i.locator
      and own.corrects_id is not distinct from mended.id
    where not exists (select from compared_print c where c.line = i.line)`.execute(db);
}
