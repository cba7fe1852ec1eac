import { type RawBuilder, sql } from 'kysely';
import type { Reading } from '../../kernel/reading.js';
import { number, parsedRows, rowsAsJson } from '../../kernel/rows-as-json.js';
import { agencyTable } from '../agencies/agency.table.js';
import { breakdownTable } from '../dimensions/breakdown.table.js';
import { indicatorTable } from '../indicators/indicator.table.js';
import { Period } from '../periods/period.type.js';
import { releaseTable } from '../releases/release.table.js';
import { sourceTable } from '../sources/source.table.js';
import { territoryTable } from '../territories/territory.table.js';
import { inPrintOrder } from './known-from.js';
import { Observation } from './observation.type.js';
import { Print, type PrintRow } from './print.type.js';
import { NOTHING_SELDOM, type PrintedRow, printedColumns } from './printed-row.js';
import { prints, readable } from './readable.js';

/** A print of an observation of a list; `parent` tells apart lists that were read in one statement. */
type ListedRow = readonly [parent: number, ...PrintedRow];

const COLUMNS = [number('page.parent'), ...printedColumns('page')];
const ROWS = rowsAsJson(COLUMNS);
const ROWS_IN_ORDER = rowsAsJson(COLUMNS, 'page.parent, page.place');

export const OBSERVATION_COLUMNS = sql`o.id, o.indicator_id, o.territory_id, o.breakdown_id, o.period_start, o.period_end, o.publisher_id`;

/** Rows of `observationRows`, as one text. */
export interface ListedRows {
  rows: string;
}

/**
 * Every readable print of the observations of a relation `page(parent, place, …)`: in their places, or as they come where `inOrder`
 * is false.
 */
export const observationRows = (
  page: RawBuilder<unknown>,
  moment: string,
  asOf: string | null,
  inOrder = true,
): RawBuilder<ListedRows> => sql`
  with page as materialized (${page})
  select ${inOrder ? ROWS_IN_ORDER : ROWS}
  from page cross join lateral (
    select p.* from ${prints(asOf)} where p.observation_id = page.id and ${readable(moment, asOf)} offset 0) p`;

/** The observations that rows tell of, by parent. */
export const observationsOf = async (
  reading: Reading,
  rows: readonly ListedRows[],
  asOf: string | null,
): Promise<Map<number, Observation[]>> => folded(parsedRows<ListedRow>(rows), await observationMaker(reading, asOf));

/** The observations of a relation `page(parent, place, …)` in their places, by parent. */
export async function readObservations(
  reading: Reading,
  page: RawBuilder<unknown>,
  asOf: string | null,
): Promise<Map<number, Observation[]>> {
  const { rows } = await observationRows(page, reading.moment, asOf).execute(reading.db);
  return observationsOf(reading, rows, asOf);
}

/** Folds rows, print by print, into observations by parent, in the order read. */
function folded(rows: readonly ListedRow[], make: (rows: ListedRow[]) => Observation) {
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

async function observationMaker(reading: Reading, asOf: string | null): Promise<(rows: ListedRow[]) => Observation> {
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
  ]: ListedRow): PrintRow => ({
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
