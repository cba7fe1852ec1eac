import type { Context } from './context.js';
import { type Reading, referenceTable } from './reading.js';

/** Things of one table by row id; those of rows that do not exist are not among them. */
export type Rows<T> = (reading: Reading, ids: readonly number[]) => Promise<ReadonlyMap<number, T>>;

/** How many things of one table are kept. */
const MOST = 20_000;

/**
 * Keeps what was made of rows for as long as the public data stays the same, as tables of codes are: a list then reads only
 * which rows stand where. Things are shared by all requests, so they must not depend on who asks.
 */
export function keptRows<T>(read: Rows<T>): Rows<T> {
  const table = referenceTable(() => Promise.resolve(new Map<number, T>()));
  return async (reading, ids) => {
    const kept = await reading.table(table);
    const unknown = [...new Set(ids.filter((id) => !kept.has(id)))];
    if (unknown.length === 0) return kept;
    const made = await read(reading, unknown);
    if (kept.size + made.size > MOST) return new Map([...known(kept, ids), ...made]);
    for (const [id, thing] of made) kept.set(id, thing);
    return kept;
  };
}

/** Things of one table by row; null where there is none. */
export const rowLoader = <T>(context: Context, name: string, rows: Rows<T>) =>
  context.loader<number, T | null>(`${name} by row`, (ids) =>
    context.read(async (reading) => {
      const found = await rows(reading, ids);
      return ids.map((id) => found.get(id) ?? null);
    }),
  );

const known = <T>(kept: ReadonlyMap<number, T>, ids: readonly number[]): [number, T][] =>
  ids.flatMap((id): [number, T][] => (kept.has(id) ? [[id, kept.get(id)!]] : []));
