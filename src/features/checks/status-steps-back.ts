import { sql } from 'kysely';
import { check } from './check.js';
import { counts, figureOf, ownPrints, printedValues, standing, wasOut } from './standing.js';

export const statusStepsBack = check<{ status: string }>({
  name: 'STATUS_STEPS_BACK',
  severity: 'WARNING',
  statement: (releaseId) => sql`
    select ${figureOf('o')}, o.status from (
      select o.* from ${ownPrints(releaseId)}
      where o.status in ('PROVISIONAL', 'ESTIMATED', 'FORECAST') and o.value is not null and exists (
        select from ${printedValues('o', sql`o.period_end`, sql`o.period_days`, wasOut(releaseId))} v where v.status = 'FINAL')
      offset 0) o
    cross join lateral ${standing('o', sql`o.period_end`, sql`o.period_days`, wasOut(releaseId))} last
    cross join lateral ${standing('o', sql`o.period_end`, sql`o.period_days`, counts(releaseId))} v
    where last.status = 'FINAL' and last.value is not null and v.id = o.id`,
  message: ({ status }) => `It stands as FINAL, and would stand as ${status}.`,
});
