import { type RawBuilder, sql } from 'kysely';
import { amountOf, type Printed } from './amount.js';
import { check } from './check.js';
import type { Severity } from './finding.js';
import { amountIn, figureOf } from './standing.js';

/** What one print of a pair states. */
interface Place extends Printed {
  status: string;
  source: string;
  locator: string | null;
}

interface Repeated {
  one: Omit<Place, 'value'> & { value: string | null };
  other: Omit<Place, 'value'> & { value: string | null };
  is_contradiction: boolean;
}

/**
 * Pairs of prints `x` and `y` of one figure and document date in a release, in the order of entry. Each print is fetched by its
 * id, whatever the planner believes of a release that was filled a moment ago.
 */
export const pairs = (releaseId: number): RawBuilder<unknown> => sql`
  (select array_agg(p.id) as ids from print p where p.release_id = ${releaseId} group by p.observation_id having count(*) > 1) twice
  cross join lateral (select p.* from print p where p.id = any(twice.ids) offset 0) x
  cross join lateral (select p.* from print p where p.id = any(twice.ids) and p.id > x.id offset 0) y
  join source xs on xs.id = x.source_id join source ys on ys.id = y.source_id and ys.published_latest = xs.published_latest`;

const ofChange = (change: string): RawBuilder<unknown> => sql`(
  (${sql.ref(change)} ->> 'value')::numeric, (${sql.ref(change)} ->> 'low')::numeric, (${sql.ref(change)} ->> 'high')::numeric,
  ${sql.ref(change)} ->> 'qualifier')`;

/** Whether both state a thing, and differently; one form of a change beside another is for INDEX_AND_GROWTH. */
const CONTRADICTS = sql`(
  x.states_value and y.states_value and (x.is_empty, ${amountIn('x')}, x.qualifier, x.status)
    is distinct from (y.is_empty, ${amountIn('y')}, y.qualifier, y.status)
  or exists (select from jsonb_each(x.changes) a join jsonb_each(y.changes) b using (key)
    where a.value ->> 'form' = b.value ->> 'form' and ${ofChange('a.value')} is distinct from ${ofChange('b.value')}))`;

const SAYS_THE_SAME = sql`x.source_id = y.source_id and (x.status, ${amountIn('x')}, x.qualifier, x.changes)
  is not distinct from (y.status, ${amountIn('y')}, y.qualifier, y.changes)`;

const place = (print: string, source: string): RawBuilder<unknown> => sql`jsonb_build_object(
  'value', ${sql.ref(`${print}.value`)}::text, 'unit_multiplier', ${sql.ref(`${print}.unit_multiplier`)},
  'status', ${sql.ref(`${print}.status`)}, 'source', ${sql.ref(`${source}.code`)}, 'locator', ${sql.ref(`${print}.locator`)})`;

export const duplicates = check<Repeated>({
  name: 'DUPLICATE',
  severity: severityOf,
  statement: (releaseId) => sql`
    select ${figureOf('x')}, ${place('x', 'xs')} as one, ${place('y', 'ys')} as other, ${CONTRADICTS} as is_contradiction
    from ${pairs(releaseId)}
    where x.corrects_id is null and y.corrects_id is null and not x.is_withdrawal and not y.is_withdrawal
      and (${CONTRADICTS} or ${SAYS_THE_SAME})`,
  message: ({ one, other, is_contradiction }) =>
    is_contradiction
      ? `${whereIs(one)} states ${told(one)}, ${whereIs(other)} states ${told(other)}: one of the two is to go.`
      : `${whereIs(one)} and ${whereIs(other)} say the same: once is enough.`,
});

function severityOf({ one, other, is_contradiction }: Repeated): Severity {
  return is_contradiction && one.source === other.source ? 'ERROR' : 'WARNING';
}

const whereIs = ({ source, locator }: Repeated['one']): string =>
  locator === null ? source : `${source} (${locator})`;

function told({ value, status, ...place }: Repeated['one']): string {
  return value === null ? `no value (${status})` : `${amountOf({ ...place, value })} (${status})`;
}
