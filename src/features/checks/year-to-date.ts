import { sql } from 'kysely';
import { periodCode } from '../../kernel/period.js';
import { type Printed, amountOf } from './amount.js';
import { check } from './check.js';
import { counts, ownPrints, seriesOf, standing } from './standing.js';

interface Below {
  whole: Printed;
  part: Printed & { start: string; end: string };
}

const FIXED = sql`('MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR_TO_DATE')`;

// Where a year has no longer year-to-date, nothing of it is read.
const hasYearToDate = sql`exists (
  select from print y where (${seriesOf('y')}) = (${seriesOf('s')})
    and y.period_end between make_date(s.year, 2, 1) and make_date(s.year, 12, 31)
    and y.period_days = y.period_end - make_date(s.year, 1, 1) + 1)`;

export const yearToDateBelowMonth = check<Below>({
  name: 'YTD_BELOW_MONTH',
  severity: 'WARNING',
  statement: (releaseId) => sql`
    select ${seriesOf('s')}, found.*
    from (select distinct ${seriesOf('o')}, extract(year from o.period_end)::integer as year
      from ${ownPrints(releaseId)} where o.value is not null) s
    join indicator i on i.id = s.indicator_id and i.kind = 'FLOW'
    cross join lateral (
      with figure as (
        select distinct p.period_end - p.period_days + 1 as period_start, p.period_end, p.period_days from print p
        where (${seriesOf('p')}) = (${seriesOf('s')}) and p.period_end between make_date(s.year, 1, 1) and make_date(s.year, 12, 31)
          and p.period_end - p.period_days + 1 >= make_date(s.year, 1, 1) and ${counts(releaseId)}),
      known as (
        select f.*, v.* from figure f
        cross join lateral ${standing('s', sql`f.period_end`, sql`f.period_days`, counts(releaseId))} v
        where v.value is not null and v.qualifier is null)
      select distinct on (whole.period_end) whole.period_end, whole.period_days,
        jsonb_build_object('value', whole.value::text, 'unit_multiplier', whole.unit_multiplier) as whole,
        jsonb_build_object('value', part.value::text, 'unit_multiplier', part.unit_multiplier,
          'start', part.period_start, 'end', part.period_end) as part
      from known whole join known part
        on part.period_end <= whole.period_end and part.period_days < whole.period_days
        and whole.amount + whole.half < part.amount - part.half
      where whole.period_start = make_date(s.year, 1, 1) and is_year_to_date(whole.period_start, whole.period_end)
        and period_kind(part.period_start, part.period_end) in ${FIXED}
        and ${releaseId} in (whole.release_id, part.release_id)
        and not exists (select from known k where k.amount < 0)
      order by whole.period_end, part.amount desc, part.period_end) found
    where ${hasYearToDate}`,
  message: ({ whole, part }) =>
    `${amountOf(whole)} is below ${amountOf(part)}, which ${periodCode(part)} within it has.`,
});
