import { referenceTable, StaleReference } from '../../kernel/reading.js';
import { dimensionTable } from './dimension.table.js';
import { type DimensionItem, TOTAL } from './dimension.type.js';

/** A combination of items in memory; the total has none. */
export interface Breakdown {
  readonly rowId: number;
  /** By dimension code. */
  readonly items: readonly DimensionItem[];
  readonly sortKey: string;
}

/** The item codes asked of each dimension; the total is `_T`. */
export type BreakdownChoice = ReadonlyMap<string, ReadonlySet<string>>;

export class BreakdownTable {
  readonly #byRow: Map<number, Breakdown>;

  constructor(breakdowns: Breakdown[]) {
    this.#byRow = new Map(breakdowns.map((breakdown) => [breakdown.rowId, breakdown]));
  }

  row(id: number): Breakdown {
    const breakdown = this.#byRow.get(id);
    if (!breakdown) throw new StaleReference(`breakdown ${id}`);
    return breakdown;
  }

  /** The breakdown of a row, null where it is hidden. */
  visible(id: number): Breakdown | null {
    return this.#byRow.get(id) ?? null;
  }

  /** Row ids of the breakdowns that answer a choice for an indicator that has these dimensions. */
  chosen(choice: BreakdownChoice, dimensions: readonly string[]): number[] {
    const asked = dimensions.filter((code) => choice.has(code));
    return [...this.#byRow.values()].filter((breakdown) => answers(breakdown, choice, asked)).map(({ rowId }) => rowId);
  }
}

/** Every dimension asked holds a chosen item (its absence is the total), every other one is the total. */
function answers({ items }: Breakdown, choice: BreakdownChoice, asked: readonly string[]): boolean {
  if (items.some((item) => !asked.includes(item.dimension.code))) return false;
  return asked.every((code) => {
    const item = items.find((one) => one.dimension.code === code)?.code ?? TOTAL;
    return choice.get(code)!.has(item);
  });
}

export const breakdownTable = referenceTable(async (reading) => {
  const { items } = await reading.table(dimensionTable);
  const [rows, parts] = await Promise.all([
    reading.db.selectFrom('breakdown').selectAll().execute(),
    reading.db.selectFrom('breakdown_item').selectAll().execute(),
  ]);
  const partsOf = Map.groupBy(parts, (part) => part.breakdown_id);
  const breakdowns = rows.flatMap((row): Breakdown[] => {
    const named = (partsOf.get(row.id) ?? []).map((part) => items.get(part.item_id));
    // A breakdown by a hidden item is hidden.
    if (!named.every((item) => item !== undefined)) return [];
    named.sort((a, b) => (a.dimension.code < b.dimension.code ? -1 : 1));
    return [{ rowId: row.id, items: named, sortKey: row.sort_key }];
  });
  return new BreakdownTable(breakdowns);
});
