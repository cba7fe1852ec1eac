import { type RawBuilder, sql } from 'kysely';
import type { Qualifier } from '../../kernel/printed-change.js';
import type { Reading } from '../../kernel/reading.js';
import { matching } from '../observations/matching.js';
import type { ObservationScope } from '../observations/observation-scope.js';
import { inPrintOrder } from '../observations/known-from.js';
import type { ComparisonBasis, ObservationStatus, StoredChange, StoredChanges } from '../observations/print.entity.js';
import { NEWEST, prints, readable } from '../observations/readable.js';
import { changeStanding, type Stated, valueStanding } from '../observations/standing.js';
import { IS_MEASURED_AGAINST, plansOf, PREFERENCE } from '../plans/plan-preference.js';
import { releaseTable } from '../releases/release.table.js';
import { sourceTable } from '../sources/source.table.js';
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

/** A figure and one print of it, as read. */
interface PrintedRow extends Omit<TableRow, 'change'> {
  id: string;
  print_id: string;
  source_id: number;
  release_id: number;
  corrects_id: string | null;
  is_withdrawal: boolean;
  /** In JSON. */
  changes: string;
}

/** Figures of a scope, each with what the measures need; one more than `most`, or more, tells of too many. */
export async function tableRows(
  reading: Reading,
  scope: ObservationScope,
  asked: AskedMeasures,
  most: number,
): Promise<TableRow[]> {
  const [sources, releases] = await Promise.all([reading.table(sourceTable), reading.table(releaseTable)]);
  const rows = await printedRows(reading, scope, asked, most);
  const dated = (row: PrintedRow) => ({
    row,
    printId: row.print_id,
    correctsId: row.corrects_id,
    source: sources.row(row.source_id),
    release: releases.row(row.release_id),
  });
  return foldedRows(rows, asked.printedOn, (prints) => inPrintOrder(prints.map(dated)).map(({ row }) => row));
}

/** Every readable print of the figures, as long as they are not too many. */
async function printedRows(
  reading: Reading,
  scope: ObservationScope,
  asked: AskedMeasures,
  most: number,
  limit = 2 * (most + 1),
): Promise<PrintedRow[]> {
  const { moment } = reading;
  const { from, where } = matching(scope, moment);
  const seen = readable(moment, scope.asOf);
  const plan = asked.measures.includes('PLAN') ? planOf(seen) : null;
  const { rows } = await sql<PrintedRow>`
    select o.id::text, o.indicator_id, o.territory_id, o.breakdown_id, o.period_start, o.period_end, o.publisher_id, p.*,
      ${plan ? sql`planned.value` : sql`null`} as plan_value,
      ${plan ? sql`planned.unit_multiplier` : sql`null`} as plan_multiplier
    from ${from}
    cross join lateral (
      select p.id::text as print_id, p.source_id, p.release_id, p.corrects_id::text, p.is_withdrawal, p.status, p.value,
        p.unit_multiplier, p.qualifier, p.note_vi, p.note_en,
        ${asked.printedOn === null ? sql`'{}'` : sql`p.changes::text`} as changes
      from ${prints(scope.asOf)} where p.observation_id = o.id and ${seen} offset 0) p
    ${plan ?? sql``}
    where ${where} limit ${sql.lit(limit)}`.execute(reading.db);
  const isCut = rows.length === limit && new Set(rows.map(({ id }) => id)).size <= most;
  return isCut ? printedRows(reading, scope, asked, most, limit * 4) : rows;
}

type InOrder = (prints: PrintedRow[]) => PrintedRow[];

/** What stands of each figure's prints. */
function foldedRows(rows: readonly PrintedRow[], printedOn: ComparisonBasis | null, inOrder: InOrder): TableRow[] {
  const figures = new Map<string, PrintedRow[]>();
  for (const row of rows) {
    const prints = figures.get(row.id);
    if (prints) prints.push(row);
    else figures.set(row.id, [row]);
  }
  const folded = (printed: PrintedRow[]): TableRow => {
    const states = (printed.length === 1 ? printed : inOrder(printed)).map((row) => ({ ...row, row: statedIn(row) }));
    const standing = valueStanding(states) ?? states.at(-1)!;
    const change = printedOn && changeStanding(states, printedOn)?.row.changes[printedOn];
    return { ...standing, change: change ?? null };
  };
  return [...figures.values()].map(folded);
}

const statedIn = ({ value, status, is_withdrawal: isWithdrawal, changes }: PrintedRow): Stated => ({
  value,
  status,
  isWithdrawal,
  changes: changes === '{}' ? {} : (JSON.parse(changes) as StoredChanges),
});

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
