import { checkedList } from '../../kernel/checked-list.js';
import { type Day, dayOf } from '../../kernel/day.js';
import { BadInput } from '../../kernel/bad-input.js';
import type { Limits } from '../../kernel/limits.js';
import { parseAsOf } from '../../kernel/moment.js';
import { parseFromTo, parsePeriod, type Period, type PeriodKind } from '../../kernel/period.js';
import type { Reading } from '../../kernel/reading.js';
import { agencyTable } from '../agencies/agency.table.js';
import { breakdownTable } from '../dimensions/breakdown.table.js';
import { breakdownChoice } from '../dimensions/breakdown-choice.js';
import { dimensionTable } from '../dimensions/dimension.table.js';
import { indicatorTable } from '../indicators/indicator.table.js';
import { sourceTable } from '../sources/source.table.js';
import { unitsOnBoundariesOf } from '../territories/boundary.js';
import type { Boundaries } from '../territories/boundary.type.js';
import { type TerritoryTable, territoryTable } from '../territories/territory.table.js';
import type { Territory } from '../territories/territory.type.js';
import type { BreakdownInput, ObservationFilter } from './observation-filter.type.js';
import type { ObservationStatus } from './print.entity.js';

/** Indicators and the breakdowns that answer for them; null takes all. */
export interface SeriesScope {
  indicators: number[] | null;
  breakdowns: number[] | null;
}

/** A checked filter: row ids and days, ready for SQL. Null and undefined restrict nothing. */
export interface ObservationScope {
  asOf: string | null;
  series: SeriesScope[];
  territories: number[] | null;
  periods: Period[] | null;
  from: Day | null;
  to: Day | null;
  kinds: readonly PeriodKind[] | null;
  statuses: readonly ObservationStatus[] | null;
  publishers: number[] | null;
  sources: number[] | null;
  printedAfter: string | null;
  latest: number | null;
}

export const EVERY_FIGURE: ObservationScope = {
  asOf: null,
  series: [{ indicators: null, breakdowns: null }],
  territories: null,
  periods: null,
  from: null,
  to: null,
  kinds: null,
  statuses: null,
  publishers: null,
  sources: null,
  printedAfter: null,
  latest: null,
};

/** What a filter without breakdowns means: totals only, or whatever there is. */
export type Unasked = 'TOTALS' | 'EVERYTHING';

/** Checks a filter against the codes that exist for the reader; the first wrong one is an error that names it. */
export async function scopeOf(
  reading: Reading,
  limits: Limits,
  filter: ObservationFilter,
  asOf: string | null,
  unasked: Unasked = 'TOTALS',
  boundaries: Boundaries = 'AS_PUBLISHED',
): Promise<ObservationScope> {
  const list = <T>(name: string, values: readonly T[] | null | undefined) =>
    checkedList(`filter.${name}`, values, limits);
  const [territories, agencies, sources] = await Promise.all([
    reading.table(territoryTable),
    reading.table(agencyTable),
    reading.table(sourceTable),
  ]);
  const publishers = list('publishers', filter.publishers);
  const cited = list('sources', filter.sources);
  return {
    asOf,
    series: await seriesOf(
      reading,
      list('indicators', filter.indicators),
      list('breakdowns', filter.breakdowns),
      limits,
      unasked,
    ),
    territories: territoriesOf(
      territories,
      list('territories', filter.territories),
      filter.includeDescendants === true,
      boundaries === 'TODAY' ? dayOf(reading.moment) : null,
    ),
    periods: list('periods', filter.periods)?.map((code) => inFilter('periods', () => parsePeriod(code))) ?? null,
    ...interval(filter),
    kinds: list('periodKinds', filter.periodKinds),
    statuses: list('statuses', filter.statuses),
    publishers: publishers && agencies.rowIds(publishers, 'filter.publishers'),
    sources: cited && sources.rowIds(cited, 'filter.sources'),
    printedAfter: filter.printedAfter ? parseAsOf(filter.printedAfter) : null,
    latest: latestOf(filter, limits),
  };
}

async function seriesOf(
  reading: Reading,
  codes: readonly string[] | null,
  asked: readonly BreakdownInput[] | null,
  limits: Limits,
  unasked: Unasked,
): Promise<SeriesScope[]> {
  const [indicators, dimensions, breakdowns] = await Promise.all([
    reading.table(indicatorTable),
    reading.table(dimensionTable),
    reading.table(breakdownTable),
  ]);
  const rows = codes && indicators.rowIds(codes, 'filter.indicators');
  if (!asked) return [{ indicators: rows, breakdowns: unasked === 'TOTALS' ? [0] : null }];
  const choice = breakdownChoice(dimensions, asked, limits, 'filter.breakdowns');
  const taken = rows ?? indicators.list.map((indicator) => indicators.rowId(indicator));
  const dimensionsOf = (row: number) => indicators.row(row).brokenDownBy.map(({ code }) => code);
  const groups = Map.groupBy(taken, (row) =>
    dimensionsOf(row)
      .filter((code) => choice.has(code))
      .sort()
      .join(' '),
  );
  return [...groups].map(([shared, members]) => ({
    indicators: members,
    breakdowns: shared === '' ? [0] : breakdowns.chosen(choice, shared.split(' ')),
  }));
}

/** Row ids of the units named; on the boundaries of a day, of those that hold their areas then and of all predecessors. */
function territoriesOf(
  table: TerritoryTable,
  codes: readonly string[] | null,
  descend: boolean,
  day: Day | null,
): number[] | null {
  if (!codes) return null;
  const named = codes.flatMap((code) => inFilter('territories', () => table.named(code, 'filter.territories')));
  const replaced = day === null ? named : distinct(named.flatMap((unit) => unitsOnBoundariesOf(day, unit)));
  const taken = descend ? replaced.flatMap((unit) => table.withDescendants(unit)) : replaced;
  return distinct(taken.map((unit) => unit.row.id));
}

const distinct = <T extends Territory | number>(list: readonly T[]): T[] => [...new Set(list)];

function interval({ from, to }: ObservationFilter): { from: Day | null; to: Day | null } {
  try {
    return parseFromTo(from, to);
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    throw error.at(`filter.${error.details.argument ?? 'from'}`);
  }
}

function latestOf({ latest }: ObservationFilter, limits: Limits): number | null {
  if (latest === null || latest === undefined) return null;
  if (latest >= 1 && latest <= limits.maxPage) return latest;
  const message = `filter.latest: ${latest} is outside 1 to ${limits.maxPage}.`;
  throw new BadInput('INVALID_PAGE', message, { argument: 'filter.latest', value: latest });
}

/** Tells a refusal which field of the filter it is about. */
function inFilter<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof BadInput ? error.at(`filter.${name}`) : error;
  }
}
