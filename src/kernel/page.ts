import { ArgsType, Field, Int } from 'type-graphql';
import { BadInput } from './bad-input.js';
import type { CursorValue } from './cursor.js';
import { readCursor, writeCursor } from './cursor.js';
import type { Limits } from './limits.js';

@ArgsType()
export class FirstAfterArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'How many from the start; 20 unless told, 500 at most unless `service.limits` says otherwise.',
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what stands after this cursor.' })
  after?: string | null;
}

@ArgsType()
export class PageArgs extends FirstAfterArgs {
  @Field(() => Int, { nullable: true, description: 'How many from the end; not together with `first`.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what stands before this cursor.' })
  before?: string | null;
}

/** A checked page: `size` rows from one end, between two cursors of this order. */
export interface PageWindow {
  size: number;
  fromEnd: boolean;
  after: CursorValue[] | null;
  before: CursorValue[] | null;
}

/** Checks page arguments against the limits; `order` and `keys` are what the list's cursors are bound to. */
export function pageWindow(args: PageArgs, limits: Limits, order: string, keys: number): PageWindow {
  if (typeof args.first === 'number' && typeof args.last === 'number') {
    throw new BadInput('INVALID_COMBINATION', 'first and last exclude each other: ask one.', {
      argument: 'last',
      value: args.last,
    });
  }
  const fromEnd = typeof args.last === 'number';
  const size = pageSize(fromEnd ? 'last' : 'first', fromEnd ? args.last : args.first, limits);
  const cursor = (argument: 'after' | 'before') =>
    typeof args[argument] === 'string' ? readCursor(argument, order, keys, args[argument]) : null;
  return { size, fromEnd, after: cursor('after'), before: cursor('before') };
}

export function pageSize(argument: string, asked: number | null | undefined, limits: Limits): number {
  const size = asked ?? limits.defaultPage;
  if (size >= 1 && size <= limits.maxPage) return size;
  const message = `${argument}: ${size} is outside 1 to ${limits.maxPage}, the size of a page.`;
  throw new BadInput('INVALID_PAGE', message, { argument, value: size });
}

/** One page of an ordered list, as connections show it. `count` runs only where the total is asked. */
export class Page<T> {
  constructor(
    readonly nodes: T[],
    private readonly cursorOf: (node: T) => string,
    private readonly ends: { hasNextPage: boolean; hasPreviousPage: boolean },
    readonly count: () => number | Promise<number>,
    private readonly mark: (node: T) => object = () => ({}),
  ) {}

  get edges(): { node: T; cursor: string }[] {
    return this.nodes.map((node) => ({ ...this.mark(node), node, cursor: this.cursorOf(node) }));
  }

  /** The same page, its edges with what `mark` tells of each node. */
  marked(mark: (node: T) => object): Page<T> {
    return new Page(this.nodes, this.cursorOf, this.ends, this.count, mark);
  }

  get pageInfo() {
    const [first, last] = [this.nodes.at(0), this.nodes.at(-1)];
    return {
      ...this.ends,
      startCursor: first === undefined ? null : this.cursorOf(first),
      endCursor: last === undefined ? null : this.cursorOf(last),
    };
  }
}

/** Cuts a page out of up to `size + 1` rows that were read from the end the window starts at. */
export function pageOfRows<T>(
  rows: T[],
  window: PageWindow,
  cursorOf: (node: T) => string,
  count: () => number | Promise<number>,
): Page<T> {
  const more = rows.length > window.size;
  const nodes = rows.slice(0, window.size);
  if (window.fromEnd) nodes.reverse();
  const ends = window.fromEnd
    ? { hasNextPage: window.before !== null, hasPreviousPage: more }
    : { hasNextPage: more, hasPreviousPage: window.after !== null };
  return new Page(nodes, cursorOf, ends, count);
}

/** A page of a list that is in memory, already in its order; `keyOf` is unique and ascending along it. */
export function pageInMemory<T>(
  list: readonly T[],
  keyOf: (node: T) => string,
  order: string,
  args: PageArgs,
  limits: Limits,
): Page<T> {
  const window = pageWindow(args, limits, order, 1);
  const place = (cursor: CursorValue[] | null, none: number): number => {
    if (cursor === null) return none;
    const found = list.findIndex((node) => keyOf(node) >= String(cursor[0]));
    return found < 0 ? list.length : found;
  };
  let start = place(window.after, 0);
  if (window.after && start < list.length && keyOf(list[start]!) === String(window.after[0])) start += 1;
  const inside = list.slice(start, place(window.before, list.length));
  const ordered = window.fromEnd ? inside.reverse() : inside;
  const rows = ordered.slice(0, window.size + 1);
  return pageOfRows(
    rows,
    window,
    (node) => writeCursor(order, [keyOf(node)]),
    () => list.length,
  );
}
