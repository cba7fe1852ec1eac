import { Codes } from './codes.js';
import type { Wanted } from './compare.js';
import type { Row } from './csv.js';
import type { Seeds } from './files.js';
import type { Reconciler } from './reconcile.js';

/** An item of a dimension, named `INDUSTRY=C`. */
export interface Item {
  id: number;
  dimension: string;
  dimensionId: number;
  position: number;
}

type Items = Codes<Item>;
export type Broken = Row<{ indicator: string; breakdown: readonly string[] }>;

/** The id of the breakdown of a row; no items are the total. */
export type BreakdownId = (row: Broken) => number;

const TOTAL_ID = 0;

/** Dimensions and their items, which keep the order of the file. */
export async function seedDimensions(into: Reconciler, seeds: Seeds): Promise<{ dimensions: Codes; items: Items }> {
  const wanted = seeds.dimensions.map((row): Wanted<'dimension'> => ({ row, columns: row.cells }));
  const dimensions = Codes.of('dimension', seeds.dimensions, await into.write('dimension', wanted));
  const places = new Map<string, number>();
  const items = seeds.dimensionItems.map((row) => {
    const { dimension, parent: _, ...columns } = row.cells;
    const position = (places.get(dimension) ?? 0) + 1;
    places.set(dimension, position);
    return { row, columns: { dimension_id: dimensions.get(dimension, row, 'dimension'), position, ...columns } };
  });
  const ids = await into.write('dimension_item', items);
  const named = items.map(({ row, columns }, at): [string, Item] => {
    const { dimension, code } = row.cells;
    return [
      `${dimension}=${code}`,
      { id: ids[at]!, dimension, dimensionId: columns.dimension_id, position: columns.position },
    ];
  });
  const byName = new Codes('item', new Map(named));
  // An item may lie in one that is told of further down.
  const placed = items.map(({ row, columns }) => {
    const { dimension, parent } = row.cells;
    const parentId = parent === null ? null : byName.get(`${dimension}=${parent}`, row, 'parent').id;
    return { row, columns: { ...columns, parent_id: parentId } };
  });
  await into.write('dimension_item', placed);
  return { dimensions, items: byName };
}

/** Breakdowns that figures and plans name; how to find the one of a row. */
export async function seedBreakdowns(into: Reconciler, seeds: Seeds, items: Items): Promise<BreakdownId> {
  const dimensionsOf = new Codes(
    'indicator',
    new Map(seeds.indicators.map(({ cells }) => [cells.code, cells.dimensions])),
  );
  const rows: Broken[] = [...seeds.prints, ...seeds.plans, ...seeds.planShares].filter(
    (row) => row.cells.breakdown.length > 0,
  );
  const parts = rows.map((row) => partsOf(row, items, dimensionsOf.get(row.cells.indicator, row, 'indicator')));
  const idOf = await writeBreakdowns(into, rows, parts);
  return (row) => idOf.get(breakdownKey(row)) ?? TOTAL_ID;
}

/** Breakdowns by the items that rows name; their ids by their keys. */
export async function writeBreakdowns(
  into: Reconciler,
  rows: readonly Broken[],
  parts: readonly (readonly Item[])[],
): Promise<ReadonlyMap<string, number>> {
  const wanted = rows.map((row, at): Wanted<'breakdown'> => ({
    row,
    columns: { key: breakdownKey(row), sort_key: sortKey(parts[at]!) },
  }));
  const ids = await into.identify('breakdown', wanted);
  const links = rows.flatMap((row, at) =>
    parts[at]!.map((item): Wanted<'breakdown_item'> => {
      return { row, columns: { breakdown_id: ids[at]!, dimension_id: item.dimensionId, item_id: item.id } };
    }),
  );
  await into.identify('breakdown_item', links);
  return new Map(rows.map((row, at) => [breakdownKey(row), ids[at]!]));
}

/** Names a breakdown: its items in the order of their dimensions' codes. */
export const breakdownKey = (row: Broken): string => [...row.cells.breakdown].sort().join(';');

/** Sorts as the classifications do. */
const sortKey = (parts: readonly Item[]): string =>
  parts.map(({ dimension, position }) => `${dimension}:${String(position).padStart(4, '0')}`).join(';');

export function partsOf(row: Broken, items: Items, dimensions: readonly string[]): Item[] {
  const names = breakdownKey(row).split(';');
  const parts = names.map((name) => items.get(name, row, 'breakdown'));
  for (const [at, { dimension }] of parts.entries()) {
    if (names[at]!.endsWith('=_T')) throw row.wrong('breakdown', `"${names[at]}" is the total: leave it out.`);
    if (!dimensions.includes(dimension))
      throw row.wrong('breakdown', `${row.cells.indicator} is not broken down by ${dimension}.`);
    if (parts[at - 1]?.dimension === dimension) throw row.wrong('breakdown', `names two items of ${dimension}.`);
  }
  return parts;
}
