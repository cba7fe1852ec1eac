import { type Kysely, sql } from 'kysely';
import type { StoredChange, StoredChanges } from '../features/observations/print.entity.js';
import { periodCode } from '../kernel/period.js';
import type { Tables } from '../kernel/tables.js';
import type { Difference, Incoming } from './kind.js';

interface Said {
  value: string | null;
  multiplier: number | null;
  qualifier: string | null;
  status: string;
  changes: StoredChanges;
  isWithdrawal: boolean;
}

interface Found {
  line: number;
  outcome: Difference['outcome'];
  indicator: string;
  territory: string;
  breakdown: string;
  start: string;
  end: string;
  publisher: string;
  before: Said | null;
  after: Said;
}

const said = (alias: string) =>
  sql.raw(`jsonb_build_object('value', ${alias}.value::text, 'multiplier', ${alias}.unit_multiplier, 'qualifier',
    ${alias}.qualifier, 'status', ${alias}.status, 'changes', ${alias}.changes, 'isWithdrawal', ${alias}.is_withdrawal)`);

/** The first rows that add or change something, beside what stood before them. */
export async function differencesOf(
  db: Kysely<Tables>,
  releaseId: number,
  { pathOf }: Pick<Incoming, 'pathOf'>,
  most: number,
): Promise<Difference[]> {
  const { rows } = await sql<Found>`
    with shown as (select * from compared_print where outcome <> 'LEFT' order by line limit ${most})
    select c.line, c.outcome, n.code as indicator, t.code as territory, i.breakdown_key as breakdown,
      i.period_start::text as start, i.period_end::text as end, a.code as publisher,
      ${said('i')} as after, case when p.id is not null then ${said('p')} end as before
    from shown c join incoming_print i on i.line = c.line
    join indicator n on n.id = i.indicator_id join territory t on t.id = i.territory_id
    join agency a on a.id = i.publisher_id
    left join lateral (
      select p.* from print p join release r on r.id = p.release_id
      where p.observation_id = c.observation_id and case when c.own_id is not null then p.id = c.own_id
        else p.release_id <> ${releaseId} and r.published_at is not null end
      order by r.published_at desc, p.id desc limit 1) p on true
    order by c.line`.execute(db);
  return rows.map((row) => ({
    path: pathOf(row.line, null),
    outcome: row.outcome,
    subject: subjectOf(row),
    before: row.before && textOf(row.before),
    after: textOf(row.after),
  }));
}

const subjectOf = ({ indicator, territory, breakdown, start, end, publisher }: Found): string =>
  [indicator, territory, breakdown, periodCode({ start, end }), publisher].filter(Boolean).join(' ');

function textOf({ value, multiplier, qualifier, status, changes, isWithdrawal }: Said): string {
  if (isWithdrawal) return 'withdrawn';
  const number =
    value === null ? [] : [value, ...(multiplier ? [`×10^${multiplier}`] : []), ...(qualifier ? [qualifier] : [])];
  const stated = Object.entries(changes).map(([basis, change]) => `${basis} ${changeText(change)}`);
  return [[...number, status].join(' '), ...stated].join(', ');
}

const changeText = ({ form, value, low, high, qualifier }: StoredChange): string =>
  [form, value ?? `${low}..${high}`, qualifier].filter(Boolean).join(' ');
