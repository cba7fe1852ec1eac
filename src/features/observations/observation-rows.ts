import { type RawBuilder, sql } from 'kysely';
import type { Reading } from '../../kernel/reading.js';
import { joinedRows, list, number, rowsAsJson } from '../../kernel/rows-as-json.js';
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
import { type FigureRow, figureColumns, NOTHING_SELDOM, printColumns, type PrintTuple } from './printed-row.js';
import { prints, readable } from './readable.js';

/** An observation of a list with its prints; `parent` tells apart lists that were read in one statement. */
type ListedRow = readonly [parent: number, ...FigureRow, prints: PrintTuple[]];

const COLUMNS = [number('page.parent'), ...figureColumns('page'), list('page.prints')];
const ROWS = rowsAsJson(COLUMNS);
const ROWS_IN_ORDER = rowsAsJson(COLUMNS, 'page.parent, page.place');

export const OBSERVATION_COLUMNS = sql`o.id, o.indicator_id, o.territory_id, o.breakdown_id, o.period_start, o.period_end, o.publisher_id`;

/** A relation of every readable print of an observation as one text `prints`, null where there is none. */
export const printsOf = (observation: string, moment: string, asOf: string | null): RawBuilder<unknown> => sql`
  (select ${sql.raw(joinedRows(printColumns()))} as prints from ${prints(asOf)}
   where p.observation_id = ${sql.ref(observation)} and ${readable(moment, asOf)})`;

/** Rows of lists, as one text. */
export interface ListedRows {
  rows: string;
}

/** The rows of a relation `page(parent, …, prints)` as they come. */
export const rowsOf = (page: RawBuilder<unknown>): RawBuilder<ListedRows> => sql`select ${ROWS} from (${page}) page`;

/** The observations that rows tell of, by parent, in the order read. */
export async function observationsOf(
  reading: Reading,
  [answer]: readonly ListedRows[],
  asOf: string | null,
): Promise<Map<number, Observation[]>> {
  const make = await observationMaker(reading, asOf);
  const lists = new Map<number, Observation[]>();
  for (const row of JSON.parse(answer!.rows) as ListedRow[]) {
    const list = lists.get(row[0]) ?? [];
    if (list.length === 0) lists.set(row[0], list);
    list.push(make(row));
  }
  return lists;
}

/** The observations of a relation `page(parent, place, …)` that the reader may see, in their places, by parent. */
export async function readObservations(
  reading: Reading,
  page: RawBuilder<unknown>,
  asOf: string | null,
): Promise<Map<number, Observation[]>> {
  const { rows } = await sql<ListedRows>`
    with listed as materialized (${page})
    select ${ROWS_IN_ORDER} from (
      select listed.*, p.prints from listed cross join lateral ${printsOf('listed.id', reading.moment, asOf)} p
      where p.prints is not null) page`.execute(reading.db);
  return observationsOf(reading, rows, asOf);
}

async function observationMaker(reading: Reading, asOf: string | null): Promise<(row: ListedRow) => Observation> {
  const [indicators, territories, breakdowns, agencies, sources, releases] = await Promise.all([
    reading.table(indicatorTable),
    reading.table(territoryTable),
    reading.table(breakdownTable),
    reading.table(agencyTable),
    reading.table(sourceTable),
    reading.table(releaseTable),
  ]);
  // Field by field: to spread what is seldom stated takes several times as long, and this is done for every figure.
  const printRow = (tuple: PrintTuple): PrintRow => {
    const [printId, source, release, status, value, unitMultiplier, changes, seldom] = tuple;
    const { locator, qualifier, hasBreak, noteVi, noteEn, correctsId, isWithdrawal, reasonVi, reasonEn } =
      seldom ?? NOTHING_SELDOM;
    return {
      printId,
      source: sources.row(source),
      release: releases.row(release),
      locator,
      status,
      value,
      unitMultiplier,
      qualifier,
      changes,
      hasBreak,
      noteVi,
      noteEn,
      correctsId,
      isWithdrawal,
      reasonVi,
      reasonEn,
    };
  };
  return ([, rowId, indicator, territory, breakdown, start, end, publisher, tuples]) => {
    const printed: Print[] = [];
    for (const each of inPrintOrder(tuples.map(printRow))) printed.push(new Print(each, printed));
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
