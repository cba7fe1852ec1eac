import { type RawBuilder, sql } from 'kysely';
import { NEWEST } from '../observations/readable.js';

/** What identifies a series, and a figure in it, as columns of a relation. */
export const seriesOf = (of: string): RawBuilder<unknown> =>
  sql.raw(
    ['indicator_id', 'territory_id', 'breakdown_id', 'publisher_id'].map((column) => `${of}.${column}`).join(', '),
  );
export const figureOf = (of: string): RawBuilder<unknown> =>
  sql`${seriesOf(of)}, ${sql.ref(`${of}.period_end`)}, ${sql.ref(`${of}.period_days`)}`;

/** The prints `o` of a release, each with the first day of its period. */
export const ownPrints = (releaseId: number): RawBuilder<unknown> => sql`
  (select p.*, p.period_end - p.period_days + 1 as period_start from print p where p.release_id = ${releaseId}) o`;

// An array that does not lean on a row is read once in a statement.
const inReleases = (such: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`p.release_id = any(array(select r.id from release r where ${such}))`;
const isOut = sql`r.published_at <= (select clock_timestamp())`;

/** Whether print `p` counts beside those of a release: it is out, or of the release itself. */
export const counts = (releaseId: number): RawBuilder<boolean> => inReleases(sql`${isOut} or r.id = ${releaseId}`);

/** Whether print `p` was out before the release. */
export const wasOut = (releaseId: number): RawBuilder<boolean> => inReleases(sql`${isOut} and r.id <> ${releaseId}`);

/** Whether print `p` is of the figure of series `of` whose period ends on `end` and has `days` days. */
const isOf = (of: string, end: RawBuilder<unknown>, days: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(${seriesOf('p')}) = (${seriesOf(of)}) and p.period_end = ${end} and p.period_days = ${days}`;

/**
 * The print that a value comes from, of the figure of series `of` whose period ends on `end` and has `days` days: a subquery for
 * `lateral`, which the index of prints by series answers. `whose` tells which prints count.
 */
export const standing = (
  of: string,
  end: RawBuilder<unknown>,
  days: RawBuilder<unknown>,
  whose: RawBuilder<boolean>,
): RawBuilder<unknown> => sql`(
  select p.id, p.release_id, p.value, p.unit_multiplier, p.qualifier, p.status, ${amountIn('p')} as amount, ${halfIn('p')} as half
  from print_reading p
  where ${isOf(of, end, days)} and p.states_value and ${whose}
  order by ${NEWEST} limit 1)`;

/**
 * All values that were printed of such a figure, in no order. Of a hundred thousand prints nearly all are in order: to see that no
 * printed value could make one a finding takes a fraction of what it takes to tell which of them stands.
 */
export const printedValues = (
  of: string,
  end: RawBuilder<unknown>,
  days: RawBuilder<unknown>,
  whose: RawBuilder<boolean>,
): RawBuilder<unknown> => sql`(
  select p.status, ${amountIn('p')} as amount, ${halfIn('p')} as half
  from print p where ${isOf(of, end, days)} and p.value is not null and ${whose})`;

/** The value of a print in the unit itself, exactly. */
export const amountIn = (print: string): RawBuilder<unknown> =>
  sql.raw(`${print}.value * ('1e' || ${print}.unit_multiplier)::numeric`);

/** Half a unit of its last printed digit. */
const halfIn = (print: string): RawBuilder<unknown> =>
  sql.raw(`('5e' || (${print}.unit_multiplier - scale(${print}.value) - 1))::numeric`);

/** The last day of the same period a year before, as `samePeriodLastYear` has it. */
export const endLastYear = (end: string): RawBuilder<unknown> => sql`case when extract(day from ${sql.ref(end)} + 1) = 1
  then (${sql.ref(end)} + 1 - interval '1 year')::date - 1 else (${sql.ref(end)} - interval '1 year')::date end`;

/** Its first day. */
export const startLastYear = (start: string): RawBuilder<unknown> => sql`(${sql.ref(start)} - interval '1 year')::date`;

/** The first day of the period before of the same kind; null where the kind has none. */
export const startBefore = (start: string, end: string): RawBuilder<unknown> => sql`
  (${sql.ref(start)} - case period_kind(${sql.ref(start)}, ${sql.ref(end)}) when 'MONTH' then interval '1 month'
    when 'QUARTER' then interval '3 months' when 'HALF_YEAR' then interval '6 months' when 'YEAR' then interval '1 year' end)::date`;
