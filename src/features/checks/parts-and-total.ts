import { type RawBuilder, sql } from 'kysely';
import { check } from './check.js';
import { counts, ownPrints, seriesOf, standing } from './standing.js';

/** Numbers in the multiplier of the total. */
interface Sum {
  parts: number;
  sum: string;
  total: string;
  difference: string;
  allowed: string;
  unit_multiplier: number;
}

/** The key of the breakdown that `part` is part of by its item `parent` or, without one, by the total of the dimension. */
const KEY_OF_WHOLE = sql`coalesce((
  select string_agg(word.text, ';' order by word.text collate "C") from (
    select d.code || '=' || case x.dimension_id when part.dimension_id then parent.code else xi.code end as text
    from breakdown_item x join dimension d on d.id = x.dimension_id join dimension_item xi on xi.id = x.item_id
    where x.breakdown_id = part.breakdown_id and (x.dimension_id <> part.dimension_id or parent.id is not null)) word), '')`;

/** Each breakdown with those into whose items of one level it is parted, and how many items the level has. */
const families = sql`
  select whole.id as whole_id, part.dimension_id, level.items, array_agg(part.breakdown_id) as parts,
    row_number() over () as family
  from breakdown_item part
  join dimension_item item on item.id = part.item_id and item.code <> '_T'
  left join dimension_item parent on parent.id = item.parent_id and parent.code <> '_T'
  join breakdown whole on whole.key = ${KEY_OF_WHOLE}
  cross join lateral (
    select count(*) as items from dimension_item other left join dimension_item above on above.id = other.parent_id and above.code <> '_T'
    where other.dimension_id = part.dimension_id and other.code <> '_T' and above.id is not distinct from parent.id) level
  group by whole.id, part.dimension_id, parent.id, level.items`;

/** Of which families the release prints the total or a part, once for each place, period and publisher. */
const asked = (releaseId: number): RawBuilder<unknown> => sql`
  select distinct on (o.indicator_id, o.territory_id, o.publisher_id, o.period_end, o.period_days, f.family)
    o.indicator_id, o.territory_id, f.whole_id as breakdown_id, o.publisher_id, o.period_end, o.period_days, f.parts, f.items
  from ${ownPrints(releaseId)}
  join indicator i on i.id = o.indicator_id and i.kind in ('FLOW', 'STOCK')
  join indicator_dimension has on has.indicator_id = i.id
  join family f on f.dimension_id = has.dimension_id
  cross join lateral unnest(array_append(f.parts, f.whole_id)) member(breakdown_id)
  where o.value is not null and member.breakdown_id = o.breakdown_id`;

const inTotal = (number: string): RawBuilder<unknown> =>
  sql`trim_scale((${sql.raw(number)}) * ('1e-' || v.unit_multiplier)::numeric)::text`;

export const partsAndTotal = check<Sum>({
  name: 'PARTS_AND_TOTAL',
  severity: 'WARNING',
  statement: (releaseId) => sql`
    with family as materialized (${families}), asked as materialized (${asked(releaseId)})
    select ${seriesOf('a')}, a.period_end, a.period_days, made.parts::integer, v.value::text as total, v.unit_multiplier,
      ${inTotal('made.amount')} as sum, ${inTotal('abs(made.amount - v.amount)')} as difference,
      ${inTotal('made.half + v.half')} as allowed
    from asked a
    cross join lateral ${standing('a', sql`a.period_end`, sql`a.period_days`, counts(releaseId))} v
    cross join lateral (
      select count(p.value) as parts, sum(p.amount) as amount, sum(p.half) as half, min(p.amount) as least, count(p.qualifier) as inexact
      from unnest(a.parts) part(breakdown_id)
      cross join lateral (select a.indicator_id, a.territory_id, part.breakdown_id, a.publisher_id) s
      cross join lateral ${standing('s', sql`a.period_end`, sql`a.period_days`, counts(releaseId))} p) made
    where v.qualifier is null and made.inexact = 0 and made.parts > 1 and abs(made.amount - v.amount) > made.half + v.half
      and (made.parts = a.items or (made.amount > v.amount and made.least >= 0))`,
  message: ({ parts, sum, total, difference, allowed, unit_multiplier }) =>
    `The sum of ${parts} parts, ${sum}, differs from the total, ${total}, by ${difference}; rounding allows ${allowed}` +
    `${unit_multiplier === 0 ? '' : ` (all × 10^${unit_multiplier})`}.`,
});
