import type { IncomingBreakdowns } from './breakdowns.js';
import type { KnownCodes } from './known-codes.js';
import { type IncomingRow, named } from './row-reader.js';
import type { WrongCells } from './wrong-cells.js';

/** What a row of figures or plans names, by the ids of the database; a breakdown by its key. */
export interface NamedIds {
  indicator: number;
  territory: number;
  breakdown: string;
  /** The publisher of a figure; who set a plan, null where that is unknown. */
  agency: number | null;
  source: number;
  /** The release whose print is mended. */
  corrects: number | null;
}

interface Names {
  indicator: string;
  territory: string;
  breakdown: readonly string[];
  source: string;
  corrects: string | null;
}

/** Null where something is wrong with the row: whatever it names that is not there is then among the wrongs. */
export function namedIds<C extends Names>(
  row: IncomingRow<C>,
  agencyColumn: keyof C & string,
  codes: KnownCodes,
  breakdowns: IncomingBreakdowns,
  wrongs: WrongCells,
): NamedIds | null {
  const names: IncomingRow<Names> = row;
  const indicator = named(names, 'indicator', codes.indicators, wrongs);
  const territory = named(names, 'territory', codes.territories, wrongs);
  const breakdown = breakdowns.keyOf(names, wrongs);
  const agency = named(row, agencyColumn, codes.agencies, wrongs);
  const source = named(names, 'source', codes.sources, wrongs);
  const corrects = named(names, 'corrects', codes.published, wrongs);
  if (!row.isRight || indicator === undefined || territory === undefined || breakdown === undefined) return null;
  if (agency === undefined || source === undefined || corrects === undefined) return null;
  return { indicator, territory, breakdown, agency, source, corrects };
}
