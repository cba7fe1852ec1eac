import { type RawBuilder, sql } from 'kysely';
import { momentOfRow } from '../../kernel/database-moment.js';
import type { Qualifier } from '../../kernel/printed-change.js';
import type { Reading } from '../../kernel/reading.js';
import { agencyTable } from '../agencies/agency.table.js';
import { breakdownTable } from '../dimensions/breakdown.table.js';
import { indicatorTable } from '../indicators/indicator.table.js';
import { Period } from '../periods/period.type.js';
import { releaseTable } from '../releases/release.table.js';
import { sourceTable } from '../sources/source.table.js';
import { territoryTable } from '../territories/territory.table.js';
import type { PlanTarget } from './plan.entity.js';
import { PlanPrint, type PlanPrintRow } from './plan-print.type.js';
import { Plan } from './plan.type.js';

/** One print of one plan. */
export interface PlanRow {
  plan_id: number;
  indicator_id: number;
  territory_id: number;
  breakdown_id: number;
  period_start: string;
  period_end: string;
  set_by_id: number | null;
  target: PlanTarget;
  print_id: string;
  source_id: number;
  release_id: number;
  locator: string | null;
  value: string | null;
  low: string | null;
  high: string | null;
  unit_multiplier: number | null;
  qualifier: Qualifier | null;
  note_vi: string | null;
  note_en: string | null;
  corrects_id: string | null;
  is_withdrawal: boolean;
  reason_vi: string | null;
  reason_en: string | null;
  known_from: string;
}

/** Columns of a plan `l` and of its print `p`. */
export const PLAN_COLUMNS: RawBuilder<unknown> = sql`l.id as plan_id, l.indicator_id, l.territory_id, l.breakdown_id,
  l.period_start, l.period_end, l.set_by_id, l.target, p.id::text as print_id, p.source_id, p.release_id, p.locator,
  p.value, p.low, p.high, p.unit_multiplier, p.qualifier, p.note_vi, p.note_en, p.corrects_id::text, p.is_withdrawal,
  p.reason_vi, p.reason_en, p.known_from`;

/** The oldest first. */
export const PRINT_ORDER: RawBuilder<unknown> = sql`p.published_latest, p.known_from, p.id`;

/** Makes a plan of its rows, one a print, the oldest first. */
export async function planMaker(reading: Reading, asOf: string | null): Promise<(rows: readonly PlanRow[]) => Plan> {
  const [indicators, territories, breakdowns, agencies, sources, releases] = await Promise.all([
    reading.table(indicatorTable),
    reading.table(territoryTable),
    reading.table(breakdownTable),
    reading.table(agencyTable),
    reading.table(sourceTable),
    reading.table(releaseTable),
  ]);
  const printRow = (row: PlanRow): PlanPrintRow => ({
    printId: row.print_id,
    source: sources.row(row.source_id),
    release: releases.row(row.release_id),
    locator: row.locator,
    value: row.value,
    low: row.low,
    high: row.high,
    unitMultiplier: row.unit_multiplier,
    qualifier: row.qualifier,
    noteVi: row.note_vi,
    noteEn: row.note_en,
    correctsId: row.corrects_id,
    isWithdrawal: row.is_withdrawal,
    reasonVi: row.reason_vi,
    reasonEn: row.reason_en,
    knownFrom: momentOfRow(row.known_from),
  });
  return (rows) => {
    const row = rows[0]!;
    const prints: PlanPrint[] = [];
    for (const each of rows) prints.push(new PlanPrint(printRow(each), prints));
    const parts = {
      rowId: row.plan_id,
      asOf,
      indicator: indicators.row(row.indicator_id),
      territory: territories.row(row.territory_id),
      breakdown: breakdowns.row(row.breakdown_id),
      period: Period.of(row.period_start, row.period_end),
      setBy: row.set_by_id === null ? null : agencies.row(row.set_by_id),
      target: row.target,
    };
    return new Plan(parts, prints);
  };
}
