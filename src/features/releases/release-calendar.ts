import type { CursorValue } from '../../kernel/cursor.js';
import { writeCursor } from '../../kernel/cursor.js';
import { compareCodes } from '../../kernel/code-table.js';
import { checkedList } from '../../kernel/checked-list.js';
import type { Limits } from '../../kernel/limits.js';
import { type Page, pageOfRows, pageWindow } from '../../kernel/page.js';
import type { Release } from './release.type.js';
import type { ReleaseOrderField, ReleasesArgs } from './releases.args.js';

const KEYS: Record<ReleaseOrderField, (release: Release) => string> = {
  CODE: ({ code }) => code,
  // Moments are all of one length: their texts sort as they do.
  PUBLISHED_AT: ({ publishedAt, code }) => `${publishedAt} ${code}`,
};

const OUT: ReadonlySet<string> = new Set(['PUBLISHED', 'WITHDRAWN']);

/** A page of the releases that a reader may know of, those that are out unless told. */
export function calendarPage(known: readonly Release[], args: ReleasesArgs, limits: Limits): Page<Release> {
  const states = checkedList('filter.states', args.filter?.states, limits);
  const wanted: ReadonlySet<string> = states === null ? OUT : new Set(states);
  const { field, direction } = args.orderBy ?? ({ field: 'CODE', direction: 'ASC' } as const);
  const keyOf = KEYS[field];
  const order = args.orderBy ? `${field} ${direction}` : 'CODE';
  const window = pageWindow(args, limits, order, 1);
  const isBefore = (a: string, b: string): boolean => (direction === 'DESC' ? a > b : a < b);
  const isBeyond = (key: string, place: CursorValue[] | null, side: 'after' | 'before'): boolean =>
    place === null || (side === 'after' ? isBefore(String(place[0]), key) : isBefore(key, String(place[0])));
  const list = known
    .filter(({ state }) => wanted.has(state))
    .sort((a, b) => compareCodes(keyOf(a), keyOf(b)) * (direction === 'DESC' ? -1 : 1));
  const inside = list.filter(
    (one) => isBeyond(keyOf(one), window.after, 'after') && isBeyond(keyOf(one), window.before, 'before'),
  );
  const rows = (window.fromEnd ? inside.reverse() : inside).slice(0, window.size + 1);
  return pageOfRows(
    rows,
    window,
    (one) => writeCursor(order, [keyOf(one)]),
    () => list.length,
  );
}
