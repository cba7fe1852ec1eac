import { type Kysely, type RawBuilder, sql } from 'kysely';
import { periodCode } from '../../kernel/period.js';
import type { Tables } from '../../kernel/tables.js';
import type { CheckName } from './check-name.js';
import type { Finding, Severity } from './finding.js';

/** A figure by its codes. */
interface Named {
  indicator: string;
  territory: string;
  breakdown: string;
  period_start: string;
  period_end: string;
  publisher: string;
}

/** Finds what is wrong with the prints of a release: one statement. */
export type Check = (db: Kysely<Tables>, releaseId: number, most: number) => Promise<Finding[]>;

interface Rule<F> {
  name: CheckName;
  severity: Severity | ((facts: F) => Severity);
  /** Selects the identities of figures that something is wrong with, and the facts; decimals as text. */
  statement: (releaseId: number) => RawBuilder<unknown>;
  message: (facts: F) => string;
}

// A code that several units have borne goes with a day of the one.
const named = sql`i.code as indicator, b.key as breakdown, a.code as publisher,
  (found.period_end - found.period_days + 1)::text as period_start,
  case when exists (select from territory other where other.code = t.code and other.id <> t.id)
    then t.code || '@' || coalesce(t.valid_from, t.valid_to - 1, current_date) else t.code end as territory`;

/** A check, from the statement that finds and the words that tell. Findings go by the codes of their figures. */
export function check<F>({ name, severity, statement, message }: Rule<F>): Check {
  return async (db, releaseId, most) => {
    const { rows } = await sql<Named & F>`
      with found as materialized (${statement(releaseId)})
      select found.*, found.period_end::text as period_end, ${named}
      from found join indicator i on i.id = found.indicator_id join territory t on t.id = found.territory_id
      join breakdown b on b.id = found.breakdown_id join agency a on a.id = found.publisher_id
      order by i.code, t.code, t.id, b.sort_key, b.key, found.period_end, found.period_days, a.code limit ${most}`.execute(db);
    return rows.map((row) => ({
      check: name,
      severity: typeof severity === 'string' ? severity : severity(row),
      subject: subjectOf(row),
      message: message(row),
    }));
  };
} // prettier-ignore

function subjectOf({ indicator, territory, breakdown, period_start, period_end, publisher }: Named): string {
  const period = periodCode({ start: period_start, end: period_end });
  return [indicator, territory, ...breakdown.split(';'), period, publisher].filter((word) => word !== '').join(' ');
}
