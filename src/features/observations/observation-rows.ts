import { type RawBuilder, sql } from 'kysely';
import type { Reading } from '../../kernel/reading.js';
import { number, rowsAsJson } from '../../kernel/rows-as-json.js';
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
import { NOTHING_SELDOM, printedColumns, type PrintedRow } from './printed-row.js';

/** A print of a figure; `parent` tells apart lists that were read in one statement. */
type ListedRow = readonly [parent: number, ...PrintedRow];

const ROWS = rowsAsJson([number('p.parent'), ...printedColumns()]);

/** Rows of lists, as one text. */
export interface ListedRows {
  rows: string;
}

/** The rows of a relation `(parent, …)` of `printsOfFigures` as they come, those of one figure side by side. */
export const rowsOf = (page: RawBuilder<unknown>): RawBuilder<ListedRows> => sql`select ${ROWS} from (${page}) p`;

/** The observations that rows tell of, by parent, in the order read. */
export async function observationsOf(
  reading: Reading,
  [answer]: readonly ListedRows[],
  asOf: string | null,
): Promise<Map<number, Observation[]>> {
  const make = await observationMaker(reading, asOf);
  const lists = new Map<number, Observation[]>();
  const rows = JSON.parse(answer!.rows) as ListedRow[];
  for (let first = 0, next = 1; first < rows.length; first = next, next += 1) {
    while (next < rows.length && isOfSameFigure(rows[first]!, rows[next]!)) next += 1;
    const [parent] = rows[first]!;
    const list = lists.get(parent) ?? [];
    if (list.length === 0) lists.set(parent, list);
    list.push(make(rows, first, next));
  }
  return lists;
}

const isOfSameFigure = ([parent, figure]: ListedRow, [other, otherFigure]: ListedRow): boolean =>
  figure === otherFigure && parent === other;

/** The observations that a relation of rows, as `rowsOf` takes it, tells of. */
export async function readObservations(
  reading: Reading,
  page: RawBuilder<unknown>,
  asOf: string | null,
): Promise<Map<number, Observation[]>> {
  const { rows } = await rowsOf(page).execute(reading.db);
  return observationsOf(reading, rows, asOf);
}

/** Makes an observation of its rows: those of a list from one place to another, which is not of it. */
type Make = (rows: readonly ListedRow[], first: number, next: number) => Observation;

async function observationMaker(reading: Reading, asOf: string | null): Promise<Make> {
  const [indicators, territories, breakdowns, agencies, sources, releases] = await Promise.all([
    reading.table(indicatorTable),
    reading.table(territoryTable),
    reading.table(breakdownTable),
    reading.table(agencyTable),
    reading.table(sourceTable),
    reading.table(releaseTable),
  ]);
  // Field by field: to spread what is seldom stated takes several times as long, and this is done for every figure.
  const printRow = (row: ListedRow): PrintRow => {
    const [, , , , , , , , printId, source, release, status, value, unitMultiplier, changes, seldom] = row;
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
  return (rows, first, next) => {
    const [, rowId, indicator, territory, breakdown, start, end, publisher] = rows[first]!;
    const printed: Print[] = [];
    const states = next === first + 1 ? [printRow(rows[first]!)] : inPrintOrder(rows.slice(first, next).map(printRow));
    for (const each of states) printed.push(new Print(each, printed));
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
