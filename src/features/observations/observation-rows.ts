import { type RawBuilder, sql } from 'kysely';
import type { Qualifier } from '../../kernel/printed-change.js';
import type { Reading } from '../../kernel/reading.js';
import { agencyTable } from '../agencies/agency.table.js';
import { breakdownTable } from '../dimensions/breakdown.table.js';
import { indicatorTable } from '../indicators/indicator.table.js';
import { Period } from '../periods/period.type.js';
import { releaseTable } from '../releases/release.table.js';
import { sourceTable } from '../sources/source.table.js';
import { territoryTable } from '../territories/territory.table.js';
import { inPrintOrder } from './known-from.js';
import { Observation } from './observation.type.js';
import type { ObservationStatus, StoredChanges } from './print.entity.js';
import { Print, type PrintRow } from './print.type.js';
import { prints, readable } from './readable.js';

/** One print of one observation of a list; `parent` tells apart lists that were read in one statement. */
export interface ObservationRow {
  parent: number;
  id: string;
  indicator_id: number;
  territory_id: number;
  breakdown_id: number;
  period_start: string;
  period_end: string;
  publisher_id: number;
  print_id: string;
  source_id: number;
  release_id: number;
  locator: string | null;
  status: ObservationStatus;
  value: string | null;
  unit_multiplier: number | null;
  qualifier: Qualifier | null;
  /** In JSON: few readers ask for changes. */
  changes: string;
  has_break: boolean;
  note_vi: string | null;
  note_en: string | null;
  corrects_id: string | null;
  is_withdrawal: boolean;
  reason_vi: string | null;
  reason_en: string | null;
}

export const OBSERVATION_COLUMNS = sql`o.id, o.indicator_id, o.territory_id, o.breakdown_id, o.period_start, o.period_end, o.publisher_id`;

/** Every readable print of the observations of a relation `page(parent, place, …)`; `inOrder` sorts by these two. */
export const printsOf = (
  page: RawBuilder<unknown>,
  moment: string,
  asOf: string | null,
  inOrder = true,
): RawBuilder<ObservationRow> => sql`
  with page as materialized (${page})
  select page.parent, page.id::text, page.indicator_id, page.territory_id, page.breakdown_id,
    page.period_start, page.period_end, page.publisher_id, p.id::text as print_id, p.source_id, p.release_id, p.locator,
    p.status, p.value, p.unit_multiplier, p.qualifier, p.changes::text, p.has_break, p.note_vi, p.note_en,
    p.corrects_id::text, p.is_withdrawal, p.reason_vi, p.reason_en
  from page cross join lateral (
    select p.* from ${prints(asOf)} where p.observation_id = page.id and ${readable(moment, asOf)} offset 0) p
  ${inOrder ? sql`order by page.parent, page.place` : sql``}`;

/** Folds rows, print by print, into observations by parent, in the order read. */
export async function observationsOf(
  reading: Reading,
  rows: readonly ObservationRow[],
  asOf: string | null,
): Promise<Map<number, Observation[]>> {
  const make = await observationMaker(reading, asOf);
  const lists = new Map<number, Observation[]>();
  for (let from = 0; from < rows.length;) {
    const { parent, id } = rows[from]!;
    let to = from + 1;
    while (to < rows.length && rows[to]!.id === id && rows[to]!.parent === parent) to += 1;
    const list = lists.get(parent) ?? [];
    if (list.length === 0) lists.set(parent, list);
    list.push(make(rows.slice(from, to)));
    from = to;
  }
  return lists;
}

async function observationMaker(
  reading: Reading,
  asOf: string | null,
): Promise<(rows: ObservationRow[]) => Observation> {
  const [indicators, territories, breakdowns, agencies, sources, releases] = await Promise.all([
    reading.table(indicatorTable),
    reading.table(territoryTable),
    reading.table(breakdownTable),
    reading.table(agencyTable),
    reading.table(sourceTable),
    reading.table(releaseTable),
  ]);
  const printRow = (row: ObservationRow): PrintRow => ({
    printId: row.print_id,
    source: sources.row(row.source_id),
    release: releases.row(row.release_id),
    locator: row.locator,
    status: row.status,
    value: row.value,
    unitMultiplier: row.unit_multiplier,
    qualifier: row.qualifier,
    get changes() {
      return changesOf(row);
    },
    hasBreak: row.has_break,
    noteVi: row.note_vi,
    noteEn: row.note_en,
    correctsId: row.corrects_id,
    isWithdrawal: row.is_withdrawal,
    reasonVi: row.reason_vi,
    reasonEn: row.reason_en,
  });
  return (rows) => {
    const row = rows[0]!;
    const printed: Print[] = [];
    for (const each of inPrintOrder(rows.map(printRow))) printed.push(new Print(each, printed));
    return new Observation(
      {
        rowId: row.id,
        asOf,
        indicator: indicators.row(row.indicator_id),
        territory: territories.row(row.territory_id),
        breakdown: breakdowns.row(row.breakdown_id),
        period: Period.of(row.period_start, row.period_end),
        publisher: agencies.row(row.publisher_id),
      },
      printed,
    );
  };
}

const NO_CHANGES: StoredChanges = {};

const changesOf = ({ changes }: ObservationRow): StoredChanges =>
  changes === '{}' ? NO_CHANGES : (JSON.parse(changes) as StoredChanges);
