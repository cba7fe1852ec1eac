import { rescale } from '../../kernel/decimal.js';
import { pick } from '../../kernel/language.js';
import type { Axes } from './table-axes.js';
import { type Axis, type AxisItem, placesOf, type Side, sideOf } from './table-axis.js';
import type { Growth } from './table-growth.js';
import type { TableMeasure } from './table.args.js';
import type { TableRow } from './table-rows.query.js';
import { type Table, TableDimension, TableItem, TableNote, type TableParts } from './table.type.js';

/** Where every row stands: the axes with their items, the cell of each row, and how many cells there are. */
export interface Layout {
  axes: Axis<TableRow>[];
  sides: Side[];
  places: number[];
  cells: number;
}

/** A PUBLISHER axis stands before PERIOD only where two rows would share a cell. */
export function layoutOf({ before, publisher, period }: Axes, rows: readonly TableRow[]): Layout {
  const plain = laid([...before, period], rows);
  return new Set(plain.places).size === rows.length ? plain : laid([...before, publisher, period], rows);
}

function laid(axes: Axis<TableRow>[], rows: readonly TableRow[]): Layout {
  const sides = axes.map((axis) => sideOf(axis, rows));
  const cells = sides.reduce((product, { items }) => product * items.length, 1);
  return { axes, sides, places: placesOf(axes, sides, rows), cells };
}

/** A figure with what is said of its change; null where that was not asked for. */
export type FilledRow = TableRow & { growth: Growth | null };

/** Fills the cells of a layout; each place holds a cell per measure. */
export function tableParts(layout: Layout, rows: readonly FilledRow[], measures: readonly TableMeasure[]): TableParts {
  const multipliers = multipliersOf(rows, measures);
  const cells = layout.cells * measures.length;
  const values = new Array<string | null>(cells).fill(null);
  const statuses: TableParts['statuses'] = new Array<null>(cells).fill(null);
  const notes: TableNote[] = [];
  for (const [at, row] of rows.entries()) {
    for (const [nth, measure] of measures.entries()) {
      const cell = layout.places[at]! * measures.length + nth;
      values[cell] = cellOf(row, measure, multipliers.get(row.indicator_id) ?? null);
      statuses[cell] = row.status;
    }
    if (row.note_vi !== null) notes.push(new TableNote(layout.places[at]! * measures.length, row.note_vi, row.note_en));
  }
  notes.sort((a, b) => a.cell - b.cell);
  return { dimensions: dimensionsOf(layout, rows, measures, multipliers), values, statuses, notes };
}

/** The smallest power of ten among the values and planned levels of each indicator. */
function multipliersOf(rows: readonly TableRow[], measures: readonly TableMeasure[]): Map<number, number> {
  const smallest = new Map<number, number>();
  for (const row of rows) {
    const shown = [
      ...(measures.includes('VALUE') && row.value !== null ? [row.unit_multiplier!] : []),
      ...(measures.includes('PLAN') && row.plan_value !== null ? [row.plan_multiplier!] : []),
    ];
    for (const one of shown) smallest.set(row.indicator_id, Math.min(one, smallest.get(row.indicator_id) ?? one));
  }
  return smallest;
}

function cellOf(row: FilledRow, measure: TableMeasure, multiplier: number | null): string | null {
  switch (measure) {
    case 'VALUE':
      return row.value === null ? null : rescale(row.value, row.unit_multiplier!, multiplier!);
    case 'PLAN':
      return row.plan_value === null ? null : rescale(row.plan_value, row.plan_multiplier!, multiplier!);
    case 'CHANGE_PERCENT':
      return row.growth?.percent ?? null;
    case 'CHANGE_POINTS':
      return row.growth?.percentagePoints ?? null;
  }
}

function dimensionsOf(
  { axes, sides }: Layout,
  rows: readonly TableRow[],
  measures: readonly TableMeasure[],
  multipliers: Map<number, number>,
): Table['dimensions'] {
  const made = axes.map((axis, at) => {
    const keys = [...sides[at]!.placeOf.keys()];
    const multiplierAt = (place: number) =>
      axis.role === 'INDICATOR' ? (multipliers.get(keys[place] as number) ?? null) : null;
    const items = sides[at]!.items.map((item, place) => new TableItem(item, multiplierAt(place)));
    return new TableDimension(axis.role, axis.code, axis.name, items);
  });
  return measures.length > 1 ? [...made, measureDimension(measures, rows.length > 0)] : made;
}

const MEASURES: Record<TableMeasure, AxisItem['name']> = {
  VALUE: (language) => pick(language, 'Giá trị', 'Value'),
  CHANGE_PERCENT: (language) => pick(language, 'Tăng trưởng (%)', 'Growth (%)'),
  CHANGE_POINTS: (language) => pick(language, 'Thay đổi (điểm phần trăm)', 'Change (percentage points)'),
  PLAN: (language) => pick(language, 'Kế hoạch', 'Plan'),
};

function measureDimension(measures: readonly TableMeasure[], hasRows: boolean): TableDimension {
  const items = hasRows ? measures.map((code) => new TableItem({ code, name: MEASURES[code] }, null)) : [];
  return new TableDimension('MEASURE', 'MEASURE', (language) => pick(language, 'Số đo', 'Measure'), items);
}
