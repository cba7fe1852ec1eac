import { type RawBuilder, sql } from 'kysely';
import type { Qualifier } from '../../kernel/printed-change.js';
import type { Reading } from '../../kernel/reading.js';
import { constant, numberOrNull, parsedRows, rowsAsJson, wordOrNull } from '../../kernel/rows-as-json.js';
import { matching } from '../observations/matching.js';
import type { ObservationScope } from '../observations/observation-scope.js';
import { inPrintOrder } from '../observations/known-from.js';
import type { ComparisonBasis, ObservationStatus, StoredChange } from '../observations/print.entity.js';
import { NOTHING_SELDOM, type PrintedRow, printedColumns } from '../observations/printed-row.js';
import { NEWEST, printsOfFigures, readable } from '../observations/readable.js';
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

/** A figure, a print of it and its plan. */
type PlannedRow = readonly [...PrintedRow, planValue: string | null, planMultiplier: number | null];

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
  const [sources, releases] = await Promise.all([reading.table(sourceTable), reading.table(releaseTable)]);
  const rows = await printedRows(reading, scope, asked, most);
  const dated = (row: PlannedRow) => {
    const [, , , , , , , printId, source, release, , , , , seldom] = row;
    const correctsId = seldom?.correctsId ?? null;
    return { row, printId, correctsId, source: sources.row(source), release: releases.row(release) };
  };
  return folded(rows, asked.printedOn, (prints) => inPrintOrder(prints.map(dated)).map(({ row }) => row));
}

/** Every readable print of the figures. */
async function printedRows(
  reading: Reading,
  scope: ObservationScope,
  asked: AskedMeasures,
  most: number,
): Promise<PlannedRow[]> {
  const { moment } = reading;
  const { from, where } = matching(scope, moment);
  const seen = readable(moment, scope.asOf);
  const plan = asked.measures.includes('PLAN') ? planOf(seen) : null;
  const columns = [
    ...printedColumns(asked.printedOn !== null),
    plan ? wordOrNull('planned.value') : constant('null'),
    plan ? numberOrNull('planned.unit_multiplier') : constant('null'),
  ];
  const { rows } = await sql<{ rows: string }>`
    select ${rowsAsJson(columns)}
    from (select o.* from ${from} where ${where} limit ${sql.lit(most + 1)}) o
    cross join lateral (
      select p.* from ${printsOfFigures(moment, scope.asOf)} p where p.observation_id = o.id offset 0) p
    ${plan ?? sql``}`.execute(reading.db);
  return parsedRows<PlannedRow>(rows);
}

type InOrder = (prints: PlannedRow[]) => PlannedRow[];

/** What stands of each figure's prints. */
function folded(rows: readonly PlannedRow[], printedOn: ComparisonBasis | null, inOrder: InOrder): TableRow[] {
  const figures = new Map<string, PlannedRow[]>();
  for (const row of rows) {
    const prints = figures.get(row[0]);
    if (prints) prints.push(row);
    else figures.set(row[0], [row]);
  }
  return Array.from(figures.values(), (printed) => standingOf(printed, printedOn, inOrder));
}

function standingOf(printed: PlannedRow[], printedOn: ComparisonBasis | null, inOrder: InOrder): TableRow {
  const states = (printed.length === 1 ? printed : inOrder(printed)).map((print) => ({ print, row: statedIn(print) }));
  const change = printedOn && changeStanding(states, printedOn)?.row.changes[printedOn];
  return tableRow((valueStanding(states) ?? states.at(-1)!).print, change ?? null);
}

const statedIn = ([, , , , , , , , , , status, value, , changes, seldom]: PlannedRow): Stated => ({
  status,
  value,
  changes,
  isWithdrawal: seldom?.isWithdrawal === true,
});

function tableRow(print: PlannedRow, change: StoredChange | null): TableRow {
  const [
    ,
    indicator,
    territory,
    breakdown,
    start,
    end,
    publisher,
    ,
    ,
    ,
    status,
    value,
    power,
    ,
    seldom,
    planValue,
    planPower,
  ] = print;
  const { qualifier, noteVi, noteEn } = seldom ?? NOTHING_SELDOM;
  return {
    indicator_id: indicator,
    territory_id: territory,
    breakdown_id: breakdown,
    period_start: start,
    period_end: end,
    publisher_id: publisher,
    status,
    value,
    unit_multiplier: power,
    qualifier,
    note_vi: noteVi,
    note_en: noteEn,
    change,
    plan_value: planValue,
    plan_multiplier: planPower,
  };
}

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
