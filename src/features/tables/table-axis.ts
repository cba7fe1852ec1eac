import type { Language } from '../../kernel/language.js';
import type { Boundary } from '../territories/boundary.type.js';
import type { Unit } from '../units/unit.type.js';

export type TableRole = 'INDICATOR' | 'TERRITORY' | 'BREAKDOWN' | 'PUBLISHER' | 'PERIOD' | 'MEASURE';

/** What an item of a table says of itself. */
export interface AxisItem {
  code: string;
  name: (language: Language) => string;
  unit?: Unit;
  validFrom?: string | null;
  boundary?: Boundary | null;
  start?: string;
  end?: string;
}

/** A dimension in the making: which item a row of something belongs to, and in which order items stand. */
export interface Axis<Row> {
  role: TableRole;
  code: string;
  name: (language: Language) => string;
  /** What tells items apart. */
  keyOf: (row: Row) => number | string;
  itemOf: (row: Row) => AxisItem;
  /** Orders the rows of two items. */
  compare: (a: Row, b: Row) => number;
}

/** The items that rows have on an axis, in order, and the place of each. */
export interface Side {
  items: AxisItem[];
  placeOf: Map<number | string, number>;
}

export function sideOf<Row>(axis: Axis<Row>, rows: readonly Row[]): Side {
  const firstOf = new Map<number | string, Row>();
  for (const row of rows) {
    const key = axis.keyOf(row);
    if (!firstOf.has(key)) firstOf.set(key, row);
  }
  const ordered = [...firstOf].sort(([, a], [, b]) => axis.compare(a, b));
  return {
    items: ordered.map(([, row]) => axis.itemOf(row)),
    placeOf: new Map(ordered.map(([key], place) => [key, place])),
  };
}

/** The cell of each row, row-major, the last axis fastest. */
export function placesOf<Row>(axes: readonly Axis<Row>[], sides: readonly Side[], rows: readonly Row[]): number[] {
  return rows.map((row) =>
    axes.reduce((cell, axis, at) => cell * sides[at]!.items.length + sides[at]!.placeOf.get(axis.keyOf(row))!, 0),
  );
}
