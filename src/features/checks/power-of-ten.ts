import { type RawBuilder, sql } from 'kysely';
import { periodCode } from '../../kernel/period.js';
import { amountOf, type Printed } from './amount.js';
import { check } from './check.js';
import {
  amountIn,
  counts,
  endLastYear,
  figureOf,
  ownPrints,
  seriesOf,
  standing,
  startBefore,
  startLastYear,
  wasOut,
} from './standing.js';

interface Jump extends Printed {
  base: Printed & { start: string; end: string };
  power: number;
}

// Floating-point numbers are exact enough to tell powers of ten.
const logarithm = sql`log(abs((${amountIn('o')})::float8 / base.amount::float8))`;

/** About which power of ten the values differ; null for none, or by more than a factor of two from one. */
const power = sql`case when abs(${logarithm} - round(${logarithm})) <= log(2::float8)
  then nullif(round(${logarithm})::integer, 0) end`;

/**
 * The prints `o` of a release from which some print of the figure, or of a period it may be compared with, is a factor of four away.
 * Each day is looked up by itself: a list of days the planner may take for a filter, and read all of a series for each of its prints.
 */
const suspects = (releaseId: number): RawBuilder<unknown> => sql`(
  select o.* from ${ownPrints(releaseId)}
  cross join lateral (select abs(${amountIn('o')}) as amount, ${endLastYear('o.period_end')} as end_last_year offset 0) own
  where o.value <> 0 and exists (
    select from (values (o.period_end), (o.period_start - 1), (own.end_last_year)) at(day)
    cross join lateral (
      select from print p where (${seriesOf('p')}) = (${seriesOf('o')}) and p.period_end = at.day and ${counts(releaseId)}
        and (4 * abs(${amountIn('p')}) < own.amount or abs(${amountIn('p')}) > 4 * own.amount) offset 0) p)
  offset 0) o`;

/** What a print is compared with where its figure was never printed before. */
const neighbours = (releaseId: number): RawBuilder<unknown> => sql`
  select place, at.period_start, at.period_end, v.value, v.unit_multiplier, v.amount
  from (values
    (1, ${startBefore('o.period_start', 'o.period_end')}, o.period_start - 1),
    (2, ${startLastYear('o.period_start')}, ${endLastYear('o.period_end')})) at(place, period_start, period_end)
  cross join lateral ${standing('o', sql`at.period_end`, sql`(at.period_end - at.period_start + 1)`, counts(releaseId))} v
  where at.period_start is not null and last.value is null`;

export const powerOfTen = check<Jump>({
  name: 'POWER_OF_TEN',
  severity: 'WARNING',
  statement: (releaseId) => sql`
    select ${figureOf('o')}, o.value::text, o.unit_multiplier, compared.bases -> 0 as base, compared.powers[1] as power
    from ${suspects(releaseId)}
    left join lateral ${standing('o', sql`o.period_end`, sql`o.period_days`, wasOut(releaseId))} last on last.value <> 0
    cross join lateral (
      select array_agg(${power} order by base.place) as powers, jsonb_agg(jsonb_build_object('value', base.value::text,
        'unit_multiplier', base.unit_multiplier, 'start', base.period_start, 'end', base.period_end) order by base.place) as bases
      from (
        select 0 as place, o.period_start, o.period_end, last.value, last.unit_multiplier, last.amount where last.value is not null
        union all ${neighbours(releaseId)}) base
      where base.amount <> 0) compared
    where compared.powers[1] <> 0 and compared.powers[1] = all (compared.powers)`,
  message: ({ value, unit_multiplier, base, power: by }) =>
    `${amountOf({ value, unit_multiplier })} is about 10^${by} times ${amountOf(base)} of ${periodCode(base)}: is its multiplier right?`,
});
