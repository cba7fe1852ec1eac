import { type RawBuilder, sql } from 'kysely';
import { check } from './check.js';
import { pairs } from './duplicates.js';
import { halfOfIndex, indexOfChange } from './printed-index.js';
import { figureOf, ownPrints } from './standing.js';

interface Disagreement {
  basis: string | null;
  one: string;
  other: string;
}

const written = (change: string): RawBuilder<unknown> =>
  sql`(${sql.ref(change)} ->> 'form') || ' ' || (${sql.ref(change)} ->> 'value')`;

const isExact = (change: string): RawBuilder<unknown> =>
  sql`${sql.ref(change)} ->> 'form' in ('PERCENT', 'INDEX', 'RATIO') and ${sql.ref(change)} ->> 'qualifier' is null`;

/** Two prints of one document state a change in two forms. */
const inTwoForms = (releaseId: number): RawBuilder<unknown> => sql`
  select ${figureOf('x')}, a.key as basis, ${written('a.value')} as one, ${written('b.value')} as other
  from ${pairs(releaseId)}
  cross join lateral jsonb_each(x.changes) a join lateral jsonb_each(y.changes) b on b.key = a.key
  where x.source_id = y.source_id and x.corrects_id is null and y.corrects_id is null
    and ${isExact('a.value')} and ${isExact('b.value')} and a.value ->> 'form' <> b.value ->> 'form'
    and abs(${indexOfChange('a.value')} - ${indexOfChange('b.value')}) > ${halfOfIndex('a.value')} + ${halfOfIndex('b.value')}`;

/** Whether the change of `e` is not what the value of print `o` says of an index. */
const DIFFERS = sql`abs(${indexOfChange('e.value')} - o.value)
  > ${halfOfIndex('e.value')} + ('5e' || (-1 - scale(o.value)))::numeric`;

/** The value of an index is its change on the base period; one without a known base year is a change on some period. */
const besideValue = (releaseId: number): RawBuilder<unknown> => sql`
  select ${figureOf('o')}, case when stated.on_base is null then null else 'BASE_PERIOD' end as basis,
    'the value ' || o.value as one, coalesce(stated.on_base, stated.all_of_them) as other
  from ${ownPrints(releaseId)}
  join indicator i on i.id = o.indicator_id and i.kind = 'INDEX'
  cross join lateral (
    select count(*) as changes, count(*) filter (where ${DIFFERS}) as differing,
      string_agg(${written('e.value')}, ', ' order by e.key) as all_of_them,
      max(${written('e.value')}) filter (where e.key = 'BASE_PERIOD' and ${DIFFERS}) as on_base
    from jsonb_each(o.changes) e where ${isExact('e.value')}) stated
  where o.value is not null and o.qualifier is null and o.unit_multiplier = 0
    and (stated.on_base is not null or (i.base_year is null and stated.changes > 0 and stated.differing = stated.changes))`;

export const indexAndGrowth = check<Disagreement>({
  name: 'INDEX_AND_GROWTH',
  severity: 'ERROR',
  statement: (releaseId) => sql`${inTwoForms(releaseId)} union all ${besideValue(releaseId)}`,
  message: ({ basis, one, other }) =>
    basis === null
      ? `${one} of an index without a base year fits none of its changes, ${other}: correct them, or give its indicator a base year.`
      : `${basis}: ${one} and ${other} are two forms of one fact, and disagree.`,
});
