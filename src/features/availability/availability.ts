import { compareCodes } from '../../kernel/code-table.js';
import type { Reading } from '../../kernel/reading.js';
import { agencyTable } from '../agencies/agency.table.js';
import { type BreakdownTable, breakdownTable } from '../dimensions/breakdown.table.js';
import type { Dimension, DimensionItem } from '../dimensions/dimension.type.js';
import { indicatorTable } from '../indicators/indicator.table.js';
import type { Indicator } from '../indicators/indicator.type.js';
import { ObservationStatusEnum } from '../observations/print.type.js';
import { Period } from '../periods/period.type.js';
import { compareTerritories, territoryTable } from '../territories/territory.table.js';
import type { CountedRow } from './availability.query.js';
import { AvailableIndicator, type Found } from './availability.type.js';

type Summed = Omit<Found, 'sources'>;

/** Turns counts into things, each list in its default order. */
export async function foundIn(reading: Reading, rows: readonly CountedRow[]): Promise<Summed> {
  const [indicators, territories, breakdowns, agencies] = await Promise.all([
    reading.table(indicatorTable),
    reading.table(territoryTable),
    reading.table(breakdownTable),
    reading.table(agencyTable),
  ]);
  const by = Map.groupBy(rows, (row) => row.by);
  const counted = <T>(key: CountedRow['by'], thing: (row: CountedRow) => T) =>
    (by.get(key) ?? []).map((row) => ({ ...thing(row), count: Number(row.count) }));
  const series = by.get('SERIES') ?? [];
  return {
    count: Number(by.get('ALL')?.[0]?.count ?? 0),
    indicators: indicatorsIn(series, (row) => indicators.row(row.indicator_id), breakdowns),
    territories: counted('TERRITORY', (row) => ({ territory: territories.row(row.territory_id) })).sort((a, b) =>
      compareTerritories(a.territory, b.territory),
    ),
    items: itemsIn(series, breakdowns),
    periods: counted('PERIOD', (row) => ({
      period: Period.of(row.period_start, row.period_end),
    })).sort((a, b) => compareCodes(a.period.end, b.period.end) || compareCodes(b.period.start, a.period.start)),
    publishers: counted('PUBLISHER', (row) => ({ publisher: agencies.row(row.publisher_id) })).sort((a, b) =>
      compareCodes(a.publisher.code, b.publisher.code),
    ),
    statuses: counted('STATUS', ({ status }) => ({ status })).sort((a, b) => rank(a.status) - rank(b.status)),
  };
}

const STATUSES = Object.keys(ObservationStatusEnum);
const rank = (status: string): number => STATUSES.indexOf(status);

function indicatorsIn(
  series: readonly CountedRow[],
  indicatorOf: (row: CountedRow) => Indicator,
  breakdowns: BreakdownTable,
): AvailableIndicator[] {
  const groups = [...Map.groupBy(series, indicatorOf)].sort(([a], [b]) => compareCodes(a.code, b.code));
  return groups.map(([indicator, rows]) => {
    const items = rows.map((row) => breakdowns.row(row.breakdown_id).items);
    const count = rows.reduce((sum, row) => sum + Number(row.count), 0);
    const hasTotals = items.some((each) => each.length === 0);
    return new AvailableIndicator({ indicator, count, hasTotals }, distinctDimensions(items.flat()));
  });
}

const distinctDimensions = (items: readonly DimensionItem[]): Dimension[] =>
  [...new Set(items.map((item) => item.dimension))].sort((a, b) => compareCodes(a.code, b.code));

function itemsIn(series: readonly CountedRow[], breakdowns: BreakdownTable): Summed['items'] {
  const counts = new Map<DimensionItem, number>();
  for (const row of series) {
    for (const item of breakdowns.row(row.breakdown_id).items)
      counts.set(item, (counts.get(item) ?? 0) + Number(row.count));
  }
  const items = [...counts].map(([item, count]) => ({ item, count }));
  return items.sort(
    ({ item: a }, { item: b }) => compareCodes(a.dimension.code, b.dimension.code) || a.row.position - b.row.position,
  );
}
