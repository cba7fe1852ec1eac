import type { Kysely } from 'kysely';
import { type Broken, breakdownKey, type Item, partsOf, writeBreakdowns } from '../../seeds/breakdowns.js';
import { Reconciler } from '../../seeds/reconcile.js';
import type { Tables } from '../kernel/tables.js';
import type { KnownCodes } from './known-codes.js';

/** What tells which breakdown a row is of. */
export interface BreakdownParts {
  /** Its name, empty for the total; throws where it names no items of the indicator. */
  keyOf: (row: Broken) => string;
}

/** The breakdowns that rows name; those that are not there yet are made before the rows that name them come in. */
export class IncomingBreakdowns implements BreakdownParts {
  /** By indicator and text, the name that they come to. */
  readonly #keys = new Map<string, string>();
  readonly #named = new Map<string, { row: Broken; parts: readonly Item[] }>();

  constructor(private readonly codes: Pick<KnownCodes, 'items' | 'dimensionsOf'>) {}

  keyOf(row: Broken): string {
    if (row.cells.breakdown.length === 0) return '';
    const text = `${row.cells.indicator} ${row.cells.breakdown.join(';')}`;
    const held = this.#keys.get(text);
    if (held !== undefined) return held;
    const parts = partsOf(row, this.codes.items, this.codes.dimensionsOf.get(row.cells.indicator, row, 'indicator'));
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
