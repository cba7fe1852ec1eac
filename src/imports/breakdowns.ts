import type { Kysely } from 'kysely';
import { type Broken, breakdownKey, type Item, partsOf, writeBreakdowns } from '../../seeds/breakdowns.js';
import { Reconciler } from '../../seeds/reconcile.js';
import type { Tables } from '../kernel/tables.js';
import type { KnownCodes } from './known-codes.js';
import { found, type IncomingRow } from './row-reader.js';
import type { WrongCells } from './wrong-cells.js';

/** The breakdowns that rows name; those that are not there yet are made before the rows that name them come in. */
export class IncomingBreakdowns {
  /** By indicator and text, the name that they come to. */
  readonly #keys = new Map<string, string>();
  readonly #named = new Map<string, { row: Broken; parts: readonly Item[] }>();

  constructor(private readonly codes: Pick<KnownCodes, 'items' | 'dimensionsOf'>) {}

  /** Its name, empty for the total; undefined where that cannot be read, or names no items of the indicator, which is then told. */
  keyOf(row: IncomingRow<Broken['cells']>, wrongs: WrongCells): string | undefined {
    const { indicator, breakdown } = row.cells as Partial<Broken['cells']>;
    if (indicator === undefined || breakdown === undefined) return undefined;
    if (breakdown.length === 0) return '';
    const text = `${indicator} ${breakdown.join(';')}`;
    const held = this.#keys.get(text);
    if (held !== undefined) return held;
    const { items, dimensionsOf } = this.codes;
    const parts = found(row, () => partsOf(row, items, dimensionsOf.get(indicator, row, 'indicator')), wrongs);
    if (!parts) return undefined;
    const key = breakdownKey(row);
    this.#keys.set(text, key);
    this.#named.set(key, { row, parts });
    return key;
  }

  /** Makes those that are missing; the ids of all by their names. */
  write(db: Kysely<Tables>): Promise<ReadonlyMap<string, number>> {
    const named = [...this.#named.values()];
    const rows = named.map(({ row }) => row);
    return writeBreakdowns(
      new Reconciler(db, new Map()),
      rows,
      named.map(({ parts }) => parts),
    );
  }
}
