import { type RawBuilder, sql } from 'kysely';
import { type Decimal, shift } from '../../kernel/decimal.js';
import { growthPercent } from '../../kernel/growth.js';
import { periodCode } from '../../kernel/period.js';
import { changePercent, type PrintedNumber } from '../../kernel/printed-change.js';
import { NEWEST } from '../observations/readable.js';
import { amountOf, type Printed } from './amount.js';
import { check } from './check.js';
import { halfOfIndex, indexOfChange } from './printed-index.js';
import {
  counts,
  endLastYear,
  figureOf,
  ownPrints,
  printedValues,
  seriesOf,
  standing,
  startBefore,
  startLastYear,
} from './standing.js';

interface Mismatch {
  basis: string;
  change: PrintedNumber;
  figure: Printed;
  base: Printed & { start: string; end: string };
}

/** The changes of print `o` that can be computed from levels, each with the period of its base and as an index number. */
const changes = sql`
  select e.key as basis, e.value as change, ${indexOfChange('e.value')} as index, ${halfOfIndex('e.value')} as half,
    case e.key when 'SAME_PERIOD_LAST_YEAR' then ${startLastYear('o.period_start')}
      when 'PREVIOUS_PERIOD' then ${startBefore('o.period_start', 'o.period_end')}
      when 'DECEMBER_LAST_YEAR' then case period_kind(o.period_start, o.period_end)
        when 'MONTH' then make_date(extract(year from o.period_start)::integer - 1, 12, 1) end end as base_start,
    case e.key when 'SAME_PERIOD_LAST_YEAR' then ${endLastYear('o.period_end')}
      when 'PREVIOUS_PERIOD' then o.period_start - 1
      else make_date(extract(year from o.period_start)::integer - 1, 12, 31) end as base_end
  from jsonb_each(o.changes) e
  where e.value ->> 'form' in ('PERCENT', 'INDEX', 'RATIO') and e.value ->> 'qualifier' is null`;

/** Whether an index number that rounds to `c.index` leads from the base to the value, all three within their rounding. */
const follows = sql`
  least((c.index - c.half) * (base.amount - base.half), (c.index - c.half) * (base.amount + base.half))
    <= 100 * (v.amount + v.half)
  and greatest((c.index + c.half) * (base.amount - base.half), (c.index + c.half) * (base.amount + base.half))
    >= 100 * (v.amount - v.half)`;

/** Values that grow in percent, and are known to be in one unit. */
const GROWING = sql`case i.kind when 'INDEX' then i.base_year is not null else u.code <> 'PERCENT' end`;

/** The changes `c` of prints `o` that do not lead from some print of their base to some print of their figure. */
const suspects = (releaseId: number): RawBuilder<unknown> => sql`
  ${ownPrints(releaseId)}
  join indicator i on i.id = o.indicator_id join unit u on u.id = i.unit_id and ${GROWING}
  cross join lateral (
    select c.* from (${changes} offset 0) c
    where exists (
      select from ${printedValues('o', sql`o.period_end`, sql`o.period_days`, counts(releaseId))} v
      cross join ${printedValues('o', sql`c.base_end`, sql`(c.base_end - c.base_start + 1)`, counts(releaseId))} base
      where not (${follows}))
    offset 0) c`;

/** Whether the change is the one that would stand. */
const stands = (releaseId: number): RawBuilder<unknown> => sql`o.id = (
  select p.id from print_reading p where (${seriesOf('p')}) = (${seriesOf('o')})
    and p.period_end = o.period_end and p.period_days = o.period_days
    and (jsonb_exists(p.changes, c.basis) or p.is_empty) and ${counts(releaseId)}
  order by ${NEWEST} limit 1)`;

/** Whether a figure after the base, up to this one, is marked as a break. */
const isAcrossBreak = (releaseId: number): RawBuilder<unknown> => sql`exists (
  select from print p where (${seriesOf('p')}) = (${seriesOf('o')}) and p.period_end between c.base_start and o.period_end
    and p.period_end - p.period_days + 1 > c.base_start and p.has_break and ${counts(releaseId)})`;

export const growthMismatch = check<Mismatch>({
  name: 'GROWTH_MISMATCH',
  severity: 'WARNING',
  statement: (releaseId) => sql`
    select ${figureOf('o')}, c.basis, c.change,
      jsonb_build_object('value', v.value::text, 'unit_multiplier', v.unit_multiplier) as figure,
      jsonb_build_object('value', base.value::text, 'unit_multiplier', base.unit_multiplier,
        'start', c.base_start, 'end', c.base_end) as base
    from ${suspects(releaseId)}
    cross join lateral ${standing('o', sql`o.period_end`, sql`o.period_days`, counts(releaseId))} v
    cross join lateral ${standing('o', sql`c.base_end`, sql`(c.base_end - c.base_start + 1)`, counts(releaseId))} base
    where v.qualifier is null and base.qualifier is null and base.amount > base.half and not (${follows})
      and ${stands(releaseId)} and not ${isAcrossBreak(releaseId)}`,
  message: ({ basis, change, figure, base }) =>
    `${basis} is printed as ${change.form} ${change.value}, a growth of ${changePercent(change)} %, ` +
    `but ${amountOf(figure)} is ${growthPercent(whole(figure), whole(base))} % over ${amountOf(base)} of ${periodCode(base)}.`,
});

const whole = ({ value, unit_multiplier }: Printed): Decimal => shift(value, unit_multiplier);
