import { sql } from 'kysely';
import { check } from './check.js';
import { figureOf, ownPrints } from './standing.js';

const hasShare = sql`exists (select from print_plan_share h where h.print_id = o.id)`;

export const statesNothing = check({
  name: 'STATES_NOTHING',
  severity: 'ERROR',
  statement: (releaseId) => sql`
    select ${figureOf('o')} from ${ownPrints(releaseId)}
    where not o.states_value and o.changes = '{}' and not o.has_break and not ${hasShare}`,
  message: () => 'Neither a value nor a change, nor why there is none: give one, or leave the print out.',
});

export const missingStatusWithValue = check<{ said: string }>({
  name: 'MISSING_STATUS_WITH_VALUE',
  severity: 'ERROR',
  statement: (releaseId) => sql`
    select ${figureOf('o')}, case when o.is_withdrawal then 'withdrawn' else o.status end as said from ${ownPrints(releaseId)}
    where o.is_empty and ${hasShare}`,
  message: ({ said }) => `It is ${said}, and a share of a plan is stated of it.`,
});

export const periodNotOver = check<{ appeared: string; ended: string }>({
  name: 'PERIOD_NOT_OVER',
  severity: 'WARNING',
  statement: (releaseId) => sql`
    select distinct ${figureOf('o')}, s.published_on as appeared, o.period_end::text as ended
    from ${ownPrints(releaseId)} join source s on s.id = o.source_id
    where o.status = 'FINAL' and o.value is not null and s.published_latest < o.period_end`,
  message: ({ appeared, ended }) => `Called final in a document of ${appeared}, before the period ended on ${ended}.`,
});
