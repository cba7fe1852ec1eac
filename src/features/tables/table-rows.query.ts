import { type RawBuilder, sql } from 'kysely';
import type { Qualifier } from '../../kernel/printed-change.js';
import type { Reading } from '../../kernel/reading.js';
import { matching } from '../observations/matching.js';
import type { ObservationScope } from '../observations/observation-scope.js';
import type { ComparisonBasis, ObservationStatus, StoredChange } from '../observations/print.entity.js';
import { NEWEST, newestPrint, readable } from '../observations/readable.js';
import { IS_MEASURED_AGAINST, plansOf, PREFERENCE } from '../plans/plan-preference.js';
import type { TableMeasure } from './table.args.js';

/** One figure as a table shows it. */
export interface TableRow {
  indicator_id: number;
  territory_id: number;
  breakdown_id: number;
  period_start: string;
  period_end: string;
  publisher_id: number;
  status: ObservationStatus;
  value: string | null;
  unit_multiplier: number | null;
  qualifier: Qualifier | null;
  note_vi: string | null;
  note_en: string | null;
  /** As printed; null where it was not asked for. */
  change: StoredChange | null;
  plan_value: string | null;
  plan_multiplier: number | null;
}

export interface AskedMeasures {
  measures: readonly TableMeasure[];
  /** On which basis printed changes are read; null for none. */
  printedOn: ComparisonBasis | null;
}

/** Figures of a scope, each with what the measures need, in one statement; one more than `most` tells of too many. */
export async function tableRows(
  reading: Reading,
  scope: ObservationScope,
  asked: AskedMeasures,
  most: number,
): Promise<TableRow[]> {
  const { moment } = reading;
  const { from, where } = matching(scope, moment);
  const seen = readable(moment, scope.asOf);
  const change = asked.printedOn === null ? null : changeOf(asked.printedOn, seen);
  const plan = asked.measures.includes('PLAN') ? planOf(seen) : null;
  const { rows } = await sql<TableRow>`
    select o.indicator_id, o.territory_id, o.breakdown_id, o.period_start, o.period_end, o.publisher_id,
      p.status, p.value, p.unit_multiplier, p.qualifier, p.note_vi, p.note_en,
      ${change ? sql`change.stated` : sql`null`} as change,
      ${plan ? sql`planned.value` : sql`null`} as plan_value,
      ${plan ? sql`planned.unit_multiplier` : sql`null`} as plan_multiplier
    from ${from}
    cross join lateral (
      select p.status, p.value, p.unit_multiplier, p.qualifier, p.note_vi, p.note_en ${newestPrint(moment, scope.asOf)}) p
    ${change ?? sql``} ${plan ?? sql``}
    where ${where} limit ${most + 1}`.execute(reading.db);
  return rows;
}

/** The change that stands: an emptying print takes it away. */
const changeOf = (basis: ComparisonBasis, seen: RawBuilder<boolean>): RawBuilder<unknown> => sql`
  left join lateral (
    select p.changes -> ${basis}::text as stated from print_reading p
    where p.observation_id = o.id and (p.is_empty or p.changes -> ${basis}::text is not null) and ${seen}
    order by ${NEWEST} limit 1) change on true`;

/** The level that `Observation.plan(target: LEVEL)` gives. */
const planOf = (seen: RawBuilder<boolean>): RawBuilder<unknown> => sql`
  left join lateral (
    select l.id from (select o.*) o ${plansOf(seen)}
    where l.target = 'LEVEL' and ${IS_MEASURED_AGAINST}
      and exists (select from plan_print_reading p where p.plan_id = l.id and ${seen})
    order by ${PREFERENCE} limit 1) chosen on true
  left join lateral (
    select p.value, p.unit_multiplier from plan_print_reading p
    where p.plan_id = chosen.id and (p.is_withdrawal or p.value is not null or p.low is not null) and ${seen}
    order by ${NEWEST} limit 1) planned on true`;
