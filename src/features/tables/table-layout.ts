import { rescale } from '../../kernel/decimal.js';
import { pick } from '../../kernel/language.js';
import type { Series } from '../observations/break.table.js';
import type { Period } from '../periods/period.type.js';
import type { Axes } from './table-axes.js';
import { type Axis, type AxisItem, placesOf, type Side, sideOf } from './table-axis.js';
import type { TableMeasure } from './table.args.js';
import type { Column, TableSeries } from './table-series.js';
import { TableDimension, TableItem, TableNote, type TableParts } from './table.type.js';

/** Where every figure stands: the axes with their items, the places of series and periods, and how many cells there are. */
export interface Layout {
  axes: (Pick<Axis<Series>, 'role' | 'code' | 'name'> & { side: Side })[];
  /** The place of each series among all there may be; each takes a cell for each of the periods. */
  places: readonly number[];
  periods: number;
  periodPlaces: ReadonlyMap<readonly Period[], readonly number[]>;
  cells: number;
}

/** A PUBLISHER axis stands before PERIOD only where two figures would share a cell. */
export function layoutOf({ before, publisher, period }: Axes, series: readonly TableSeries[]): Layout {
  const lists = new Set(series.map(({ periods }) => periods));
  const side = sideOf(period, [...lists].flat());
  const along = { ...period, side };
  const periodPlaces = new Map(Array.from(lists, (list) => [list, placesOf([period], [side], list)]));
  const laid = (axes: readonly Axis<Series>[]): Layout => {
    const sides = axes.map((axis) => sideOf(axis, series));
    const items = [...sides, side].map((each) => each.items.length);
    return {
      axes: [...axes.map((axis, at) => ({ ...axis, side: sides[at]! })), along],
      places: placesOf(axes, sides, series),
      periods: side.items.length,
      periodPlaces,
      cells: items.reduce((product, count) => product * count, 1),
    };
  };
  const plain = laid(before);
  return isCrowded(plain, series) ? laid([...before, publisher]) : plain;
}

function isCrowded({ places, periodPlaces }: Layout, series: readonly TableSeries[]): boolean {
  const sharing = Map.groupBy(series.keys(), (at) => places[at]!);
  return [...sharing.values()].some((mine) => {
    if (mine.length === 1) return false;
    const taken = mine.flatMap((at) => periodPlaces.get(series[at]!.periods)!);
    return new Set(taken).size < taken.length;
  });
}

/** Fills the cells of a layout; each place holds a cell per measure. */
export function tableParts(
  layout: Layout,
  series: readonly TableSeries[],
  measures: readonly TableMeasure[],
): TableParts {
  const multipliers = multipliersOf(series);
  const cells = layout.cells * measures.length;
  const values = new Array<string | null>(cells).fill(null);
  const statuses: TableParts['statuses'] = new Array<null>(cells).fill(null);
  const notes: TableNote[] = [];
  for (const [at, each] of series.entries()) {
    const first = layout.places[at]! * layout.periods;
    const places = layout.periodPlaces.get(each.periods)!;
    const cellOf = (figure: number, nth = 0): number => (first + places[figure]!) * measures.length + nth;
    const multiplier = multipliers.get(each.indicator_id) ?? null;
    for (const [nth, column] of each.columns.entries()) {
      for (let figure = 0; figure < places.length; figure += 1) {
        const cell = cellOf(figure, nth);
        values[cell] = shown(column, figure, multiplier);
        statuses[cell] = each.statuses[figure]!;
      }
    }
    for (const note of each.notes) notes.push(new TableNote(cellOf(note.at), note.vi, note.en));
  }
  notes.sort((a, b) => a.cell - b.cell);
  return { dimensions: dimensionsOf(layout, measures, multipliers), values, statuses, notes };
}

/** The smallest power of ten among what is shown of each indicator in one. */
function multipliersOf(series: readonly TableSeries[]): Map<number, number> {
  const smallest = new Map<number, number>();
  for (const { indicator_id: indicator, columns } of series) {
    for (const { values, powers } of columns) {
      if (powers === null) continue;
      const least = values.reduce(
        (least, value, at) => (value === null ? least : Math.min(least, powers[at]!)),
        smallest.get(indicator) ?? Infinity,
      );
      if (least !== Infinity) smallest.set(indicator, least);
    }
  }
  return smallest;
}

function shown({ values, powers }: Column, at: number, multiplier: number | null): string | null {
  const value = values[at] ?? null;
  return value === null || powers === null ? value : rescale(value, powers[at]!, multiplier!);
}

function dimensionsOf(
  { axes }: Layout,
  measures: readonly TableMeasure[],
  multipliers: Map<number, number>,
): TableDimension[] {
  const made = axes.map(({ role, code, name, side }) => {
    const keys = [...side.placeOf.keys()];
    const multiplierAt = (place: number) =>
      role === 'INDICATOR' ? (multipliers.get(keys[place] as number) ?? null) : null;
    const items = side.items.map((item, place) => new TableItem(item, multiplierAt(place)));
    return new TableDimension(role, code, name, items);
  });
  const hasFigures = axes.every(({ side }) => side.items.length > 0);
  return measures.length > 1 ? [...made, measureDimension(measures, hasFigures)] : made;
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
