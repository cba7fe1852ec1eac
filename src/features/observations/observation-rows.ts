import { type RawBuilder, sql } from 'kysely';
import type { Reading } from '../../kernel/reading.js';
import {
  jsonOrNull,
  number,
  numberOrNull,
  parsedRows,
  rowsAsJson,
  word,
  wordOrNull,
} from '../../kernel/rows-as-json.js';
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
type ObservationRow = readonly [
  parent: number,
  id: string,
  indicator: number,
  territory: number,
  breakdown: number,
  periodStart: string,
  periodEnd: string,
  publisher: number,
  printId: string,
  source: number,
  release: number,
  status: ObservationStatus,
  value: string | null,
  unitMultiplier: number | null,
  changes: StoredChanges,
  seldom: Seldom | null,
];

const COLUMNS = [
  number('page.parent'),
  word('page.id'),
  number('page.indicator_id'),
  number('page.territory_id'),
  number('page.breakdown_id'),
  word('page.period_start'),
  word('page.period_end'),
  number('page.publisher_id'),
  word('p.id'),
  number('p.source_id'),
  number('p.release_id'),
  word('p.status'),
  wordOrNull('p.value'),
  numberOrNull('p.unit_multiplier'),
  jsonOrNull('p.changes'),
  jsonOrNull(`case
    when p.has_break or p.is_withdrawal
      or num_nonnulls(p.locator, p.qualifier, p.note_vi, p.note_en, p.corrects_id, p.reason_vi, p.reason_en) > 0
    then json_build_object('locator', p.locator, 'qualifier', p.qualifier, 'noteVi', p.note_vi, 'noteEn', p.note_en,
      'correctsId', p.corrects_id::text, 'isWithdrawal', p.is_withdrawal, 'hasBreak', p.has_break,
      'reasonVi', p.reason_vi, 'reasonEn', p.reason_en) end`),
];

const ROWS = rowsAsJson(COLUMNS);
const ROWS_IN_ORDER = rowsAsJson(COLUMNS, 'page.parent, page.place');

/** What few prints state; null where a print states nothing of it. */
type Seldom = Pick<
  PrintRow,
  'locator' | 'qualifier' | 'noteVi' | 'noteEn' | 'correctsId' | 'isWithdrawal' | 'hasBreak' | 'reasonVi' | 'reasonEn'
>;

const NOTHING_SELDOM: Seldom = {
  locator: null,
  qualifier: null,
  noteVi: null,
  noteEn: null,
  correctsId: null,
  isWithdrawal: false,
  hasBreak: false,
  reasonVi: null,
  reasonEn: null,
};

export const OBSERVATION_COLUMNS = sql`o.id, o.indicator_id, o.territory_id, o.breakdown_id, o.period_start, o.period_end, o.publisher_id`;

/**
 * The observations of a relation `page(parent, place, …)` with every readable print, by parent: in their places, or as they come
 * where `inOrder` is false.
 */
export async function readObservations(
  reading: Reading,
  page: RawBuilder<unknown>,
  asOf: string | null,
  inOrder = true,
): Promise<Map<number, Observation[]>> {
  const { rows } = await sql<{ rows: string }>`
    with page as materialized (${page})
    select ${inOrder ? ROWS_IN_ORDER : ROWS}
    from page cross join lateral (
      select p.* from ${prints(asOf)} where p.observation_id = page.id and ${readable(reading.moment, asOf)} offset 0) p
  `.execute(reading.db);
  return folded(parsedRows<ObservationRow>(rows), await observationMaker(reading, asOf));
}

/** Folds rows, print by print, into observations by parent, in the order read. */
function folded(rows: readonly ObservationRow[], make: (rows: ObservationRow[]) => Observation) {
  const lists = new Map<number, Observation[]>();
  for (let from = 0; from < rows.length;) {
    const [parent, id] = rows[from]!;
    let to = from + 1;
    while (to < rows.length && rows[to]![1] === id && rows[to]![0] === parent) to += 1;
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
  const printRow = ([
    ,
    ,
    ,
    ,
    ,
    ,
    ,
    ,
    printId,
    source,
    release,
    status,
    value,
    unitMultiplier,
    changes,
    seldom,
  ]: ObservationRow): PrintRow => ({
    ...(seldom ?? NOTHING_SELDOM),
    printId,
    source: sources.row(source),
    release: releases.row(release),
    status,
    value,
    unitMultiplier,
    changes,
  });
  return (rows) => {
    const [, rowId, indicator, territory, breakdown, start, end, publisher] = rows[0]!;
    const printed: Print[] = [];
    for (const each of inPrintOrder(rows.map(printRow))) printed.push(new Print(each, printed));
    return new Observation(
      {
        rowId,
        asOf,
        indicator: indicators.row(indicator),
        territory: territories.row(territory),
        breakdown: breakdowns.row(breakdown),
        period: Period.of(start, end),
        publisher: agencies.row(publisher),
      },
      printed,
    );
  };
}
