import type { Series } from '../observations/break.table.js';
import type { ObservationStatus } from '../observations/print.entity.js';
import { Period } from '../periods/period.type.js';
import type { Growth } from './table-growth.js';
import type { TableMeasure } from './table.args.js';
import type { TableRow } from './table-rows.query.js';

/** What a measure shows of each figure of a series. */
export interface Column {
  values: readonly (string | null)[];
  /** Powers of ten in which the values are written; null where they are shown as they are. */
  powers: readonly (number | null)[] | null;
}

/** Figures of one series, in columns: what stands at one place of each is of one figure. Series of the same periods may share them. */
export interface TableSeries extends Series {
  periods: readonly Period[];
  statuses: readonly ObservationStatus[];
  /** One for each measure. */
  columns: readonly Column[];
  notes: readonly { at: number; vi: string; en: string | null }[];
}

/** Of figures that were not compared. */
const UNKNOWN: Growth = { percent: null, percentagePoints: null };

/** Figures as columns, by series; `growths` are those of the rows, where they were asked for. */
export function seriesOf(
  rows: readonly TableRow[],
  growths: readonly Growth[],
  measures: readonly TableMeasure[],
): TableSeries[] {
  const places = Map.groupBy(rows.keys(), (at) => {
    const { indicator_id, territory_id, breakdown_id, publisher_id } = rows[at]!;
    return `${indicator_id} ${territory_id} ${breakdown_id} ${publisher_id}`;
  });
  return Array.from(places.values(), (mine): TableSeries => {
    const own = mine.map((at) => rows[at]!);
    const ownGrowths = mine.map((at) => growths[at] ?? UNKNOWN);
    const { indicator_id, territory_id, breakdown_id, publisher_id } = own[0]!;
    return {
      indicator_id,
      territory_id,
      breakdown_id,
      publisher_id,
      periods: own.map((row) => Period.of(row.period_start, row.period_end)),
      statuses: own.map(({ status }) => status),
      columns: measures.map((measure) => columnOf(measure, own, ownGrowths)),
      notes: own.flatMap(({ note_vi: vi, note_en: en }, at) => (vi === null ? [] : [{ at, vi, en }])),
    };
  });
}

function columnOf(measure: TableMeasure, rows: readonly TableRow[], growths: readonly Growth[]): Column {
  switch (measure) {
    case 'VALUE':
      return { values: rows.map(({ value }) => value), powers: rows.map((row) => row.unit_multiplier) };
    case 'PLAN':
      return { values: rows.map((row) => row.plan_value), powers: rows.map((row) => row.plan_multiplier) };
    case 'CHANGE_PERCENT':
      return { values: growths.map(({ percent }) => percent), powers: null };
    case 'CHANGE_POINTS':
      return { values: growths.map(({ percentagePoints }) => percentagePoints), powers: null };
  }
}
