/**
 * What is asked in each turn, the same of everyone: as many different questions as the data allow, so that nobody answers from
 * what lies ready. Runs on Node's type stripping: only erasable syntax here.
 */
import { COMMUNES, FAMILIES, SETS } from './fill-catalogue.ts';
import { indicatorCode, INDICATORS, PERIODS, territoryCode } from './fill.ts';
import { chance } from './vocabulary.ts';

export interface Series {
  indicator: string;
  territory: string;
}

/** Products by their kind of goods or by where they are. */
export type Products = { group: string } | { territory: string };

/** A figure in the list of all, after which a page begins. */
export interface Place extends Series {
  /** Counted from 0 in its series. */
  period: number;
}

/** One indicator in one place: as many as there are series. */
export const series = (turn: number, territories: number): Series => ({
  indicator: indicator(turn),
  territory: territoryCode(Math.floor(turn / INDICATORS) % territories),
});

export const indicator = (turn: number): string => indicatorCode(turn % INDICATORS);

const GROUPS = [...FAMILIES, ...SETS];

export function products(turn: number): Products {
  const nth = turn >> 1;
  return turn % 2 === 0
    ? { group: GROUPS[nth % GROUPS.length]! }
    : { territory: `C${String((nth % COMMUNES) + 1).padStart(3, '0')}` };
}

/** Series whose every figure is a place where a page begins: spread over the middle of the list, neither at its start nor its end. */
export const placesIn = (territories: number): Series[] =>
  Array.from({ length: SERIES_OF_PLACES }, (_, nth) => ({
    indicator: indicatorCode(10 + ((nth * 37) % (INDICATORS - 20))),
    territory: territoryCode(Math.floor(chance(nth, 14) * territories)),
  }));

const SERIES_OF_PLACES = 60;

/** Which series a turn's place is in, and which figure there it is: far from that of the turn before. */
export const place = (turn: number): { series: number; period: number } => ({
  series: turn % SERIES_OF_PLACES,
  period: (Math.floor(turn / SERIES_OF_PLACES) * 67 + turn) % PERIODS,
});
