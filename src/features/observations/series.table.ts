import { compareCodes } from '../../kernel/code-table.js';
import { type Reading, referenceTable } from '../../kernel/reading.js';
import { breakdownTable } from '../dimensions/breakdown.table.js';
import { indicatorTable } from '../indicators/indicator.table.js';
import { territoryTable } from '../territories/territory.table.js';
import type { ObservationScope, SeriesScope } from './observation-scope.js';

/** The series of one indicator, unit and breakdown, whoever publishes them. */
export interface SeriesBundle {
  readonly indicator: number;
  readonly territory: number;
  readonly breakdown: number;
  /** How many publishers it has: as many figures of one period, at most. */
  readonly publishers: number;
  /** By what lists order it: code of the indicator, code and first day of the unit, place of the breakdown. */
  readonly codes: readonly [indicator: string, territory: string, validFrom: string, breakdown: string];
}

/** The parent below which a list hangs, where that is an indicator or a unit. */
export type SeriesParent = { indicator: number } | { territory: number } | null;

const compareSeries = (a: SeriesBundle, b: SeriesBundle): number =>
  compareCodes(a.codes[0], b.codes[0]) ||
  compareCodes(a.codes[1], b.codes[1]) ||
  compareCodes(a.codes[2], b.codes[2]) ||
  compareCodes(a.codes[3], b.codes[3]);

/** How many selections out of all series are remembered. */
const MOST_REMEMBERED = 50;

/** More prints of a figure than this are not foreseen. */
const MOST_PRINTS = 3;

/** All series in the default order of lists. Some have no visible figure: a walk meets nothing there. */
export class SeriesTable {
  readonly #list: readonly SeriesBundle[];
  readonly #ofIndicator: Map<number, SeriesBundle[]>;
  readonly #ofTerritory: Map<number, SeriesBundle[]>;
  readonly #remembered = new Map<string, readonly SeriesBundle[]>();
  #printsOfFigure = 2;

  constructor(series: SeriesBundle[]) {
    this.#list = series.sort(compareSeries);
    this.#ofIndicator = Map.groupBy(this.#list, ({ indicator }) => indicator);
    this.#ofTerritory = Map.groupBy(this.#list, ({ territory }) => territory);
  }

  /** The series of a scope below a parent, in the default order. */
  within(scope: ObservationScope, parent: SeriesParent): readonly SeriesBundle[] {
    const near = this.#near(scope, parent);
    if (near) return near.filter(isWithin(scope));
    const name = JSON.stringify([scope.series, scope.territories]);
    const known = this.#remembered.get(name) ?? this.#list.filter(isWithin(scope));
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(name, known);
    return known;
  }

  /** How many prints each figure of a list may be taken to have, on average; in quarters: each makes another statement. */
  get printsOfFigure(): number {
    return Math.ceil(4 * this.#printsOfFigure) / 4;
  }

  /** Learns from what a list has met: at once where it was more, with some to spare, and by and by where it was less. */
  met(prints: number, figures: number): void {
    const needed = prints === figures ? 1 : Math.ceil((4 * prints) / figures + 0.5) / 4;
    this.#printsOfFigure = Math.min(Math.max(needed, this.#printsOfFigure - 1 / 16), MOST_PRINTS);
  }

  /** A few series among which those of the scope are; null where only all of them are enough. */
  #near({ series, territories }: ObservationScope, parent: SeriesParent): readonly SeriesBundle[] | null {
    if (parent && 'indicator' in parent) return this.#ofIndicator.get(parent.indicator) ?? [];
    if (parent) return this.#ofTerritory.get(parent.territory) ?? [];
    const indicators = series.flatMap((one) => one.indicators ?? [null]);
    if (!indicators.includes(null)) return this.#merged(indicators as number[], this.#ofIndicator);
    return territories && this.#merged(territories, this.#ofTerritory);
  }

  #merged(rows: readonly number[], lists: Map<number, SeriesBundle[]>): readonly SeriesBundle[] {
    const distinct = [...new Set(rows)];
    if (distinct.length === 1) return lists.get(distinct[0]!) ?? [];
    return distinct.flatMap((row) => lists.get(row) ?? []).sort(compareSeries);
  }
}

function isWithin({ series, territories }: ObservationScope): (one: SeriesBundle) => boolean {
  const units = territories && new Set(territories);
  const parts = series.map(isOf);
  return (one) => (!units || units.has(one.territory)) && parts.some((isOfPart) => isOfPart(one));
}

function isOf({ indicators, breakdowns }: SeriesScope): (one: SeriesBundle) => boolean {
  const ofIndicators = indicators && new Set(indicators);
  const ofBreakdowns = breakdowns && new Set(breakdowns);
  return ({ indicator, breakdown }) =>
    (!ofIndicators || ofIndicators.has(indicator)) && (!ofBreakdowns || ofBreakdowns.has(breakdown));
}

export const seriesTable = referenceTable(async (reading) => {
  const [indicators, territories, breakdowns, rows] = await Promise.all([
    reading.table(indicatorTable),
    reading.table(territoryTable),
    reading.table(breakdownTable),
    publishersOfSeries(reading),
  ]);
  return new SeriesTable(
    rows.flatMap(({ indicator, territory, breakdown, publishers }): SeriesBundle[] => {
      const sortKey = breakdowns.visible(breakdown)?.sortKey;
      // Figures by a hidden breakdown are hidden.
      if (sortKey === undefined) return [];
      const unit = territories.row(territory);
      const codes = [indicators.row(indicator).code, unit.code, unit.validFrom ?? '', sortKey] as const;
      return [{ indicator, territory, breakdown, publishers, codes }];
    }),
  );
});

const publishersOfSeries = ({ db }: Reading) =>
  db
    .selectFrom('series')
    .select(['indicator_id as indicator', 'territory_id as territory', 'breakdown_id as breakdown'])
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .groupBy(['indicator_id', 'territory_id', 'breakdown_id'])
    .execute()
    .then((rows) => rows.map(({ count, ...codes }) => ({ ...codes, publishers: Number(count) })));
