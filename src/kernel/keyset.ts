import { type RawBuilder, sql } from 'kysely';
import { BadInput } from './bad-input.js';
import { type CursorValue, writeCursor } from './cursor.js';
import { isDay } from './day.js';
import { isDecimal } from './decimal.js';
import { type PageArgs, type PageWindow, pageWindow } from './page.js';
import type { Limits } from './limits.js';

type Cast = 'text' | 'date' | 'integer' | 'numeric';

/** One thing to order by: in SQL, and of a node in memory. Never null. */
export interface OrderKey<T> {
  sql: RawBuilder<unknown>;
  cast: Cast;
  descends?: boolean;
  /** `rank` is what the list ranks it by, where it ranks. */
  of: (node: T, rank: number) => CursorValue;
}

/** An order that gives every node a place of its own; cursors are bound to its name. */
export interface Order<T> {
  name: string;
  keys: readonly OrderKey<T>[];
}

/** Checks page arguments against an order: a forged or foreign cursor is refused. */
export function keysetWindow<T>(order: Order<T>, args: PageArgs, limits: Limits): PageWindow {
  const window = pageWindow(args, limits, order.name, order.keys.length);
  checkPlace('after', order.keys, window.after);
  checkPlace('before', order.keys, window.before);
  return window;
}

/** `and … order by … limit …`: the rows of a window, and one more that tells whether there are more. */
export function keysetPage<T>({ keys }: Order<T>, window: PageWindow): RawBuilder<unknown> {
  const after = window.after ? sql`and ${beyond(keys, window.after, false)}` : sql``;
  const before = window.before ? sql`and ${beyond(keys, window.before, true)}` : sql``;
  const by = sql.join(keys.map((key) => (descends(key, window.fromEnd) ? sql`${key.sql} desc` : key.sql)));
  return sql`${after} ${before} order by ${by} limit ${window.size + 1}`;
}

export const cursorIn =
  <T>({ name, keys }: Order<T>) =>
  (node: T, rank = 0): string =>
    writeCursor(
      name,
      keys.map((key) => key.of(node, rank)),
    );

/** Nodes in an order, or against it; such as are in it already stay as they are. */
export function inOrder<T>(nodes: T[], { keys }: Order<T>, backwards: boolean): T[] {
  const compare = (a: T, b: T): number => {
    for (const key of keys) {
      const [one, other] = [key.of(a, 0)!, key.of(b, 0)!];
      if (one !== other) return one < other !== descends(key, backwards) ? -1 : 1;
    }
    return 0;
  };
  const isInOrder = nodes.every((node, at) => at === 0 || compare(nodes[at - 1]!, node) <= 0);
  return isInOrder ? nodes : nodes.toSorted(compare);
}

/** Whether a key falls along a list, read from its end or not. */
export const descends = <T>(key: OrderKey<T>, backwards: boolean): boolean => (key.descends === true) !== backwards;

/** Rows that stand after a place (before it, backwards), as a condition on the keys. */
function beyond<T>(
  keys: readonly OrderKey<T>[],
  place: readonly CursorValue[],
  backwards: boolean,
): RawBuilder<boolean> {
  const downwards = descends(keys[0]!, backwards);
  const turn = keys.findIndex((key) => descends(key, backwards) !== downwards);
  const run = turn < 0 ? keys.length : turn;
  const columns = sql`row(${sql.join(keys.slice(0, run).map((key) => key.sql))})`;
  const values = sql`row(${sql.join(keys.slice(0, run).map((key, at) => sql`${place[at]}::${sql.raw(key.cast)}`))})`;
  const further = downwards ? sql<boolean>`${columns} < ${values}` : sql<boolean>`${columns} > ${values}`;
  if (run === keys.length) return further;
  return sql`(${further} or (${columns} = ${values} and ${beyond(keys.slice(run), place.slice(run), backwards)}))`;
}

const FITS: Record<Cast, (value: CursorValue) => boolean> = {
  text: (value) => typeof value === 'string',
  date: (value) => typeof value === 'string' && isDay(value),
  integer: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  numeric: (value) => typeof value === 'string' && isDecimal(value),
};

function checkPlace<T>(argument: string, keys: readonly OrderKey<T>[], place: readonly CursorValue[] | null): void {
  if (place === null || keys.every((key, at) => FITS[key.cast](place[at]!))) return;
  throw new BadInput('INVALID_CURSOR', `${argument} is not a cursor of this list.`, { argument });
}
