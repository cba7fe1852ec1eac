import { compareCodes } from '../../kernel/code-table.js';
import type { CursorValue } from '../../kernel/cursor.js';
import { descends } from '../../kernel/keyset.js';
import type { PageWindow } from '../../kernel/page.js';
import type { ObservationsOrder } from './observation-order.js';
import type { SeriesBundle } from './series.table.js';

/** A cursor within a series: only what stands beyond it is met. */
export interface Bound {
  end: string;
  days: number;
  /** Code. */
  publisher: string;
}

/** How a page is read: series after series, each in the order of its periods. */
export interface Walk {
  series: readonly SeriesBundle[];
  /** Whether each series is walked from its newest period. */
  downwards: boolean;
  /** Whether figures of one period are met from the last publisher. */
  publishersDownwards: boolean;
  /** In the first series. */
  from: Bound | null;
  /** In the last series. */
  to: Bound | null;
}

/**
 * The walk that meets the figures of a window in their order, or null where the order is not one of series: by value, by
 * publication, or by period over more than one series.
 */
export function walkOf(all: readonly SeriesBundle[], order: ObservationsOrder, window: PageWindow): Walk | null {
  const way = wayOf(order);
  if (way === null || (way.byPeriodFirst && all.length > 1)) return null;
  const { fromEnd } = window;
  const [start, end] = fromEnd ? [window.before, window.after] : [window.after, window.before];
  const compare = comparesSeries(order, fromEnd);
  const ordered = inOrder(all, order, compare, fromEnd);
  const series = way.byPeriodFirst ? ordered : between(ordered, compare, codesAt(order, start), codesAt(order, end));
  const bound = (place: readonly CursorValue[] | null, one: SeriesBundle | undefined): Bound | null => {
    if (!place || !one) return null;
    const lies = way.byPeriodFirst || compare(one.codes, codesAt(order, place)!) === 0;
    return lies ? boundAt(order, place) : null;
  };
  return {
    series,
    downwards: descends(way.period, fromEnd),
    publishersDownwards: descends(order.keys.at(-1)!, fromEnd),
    from: bound(start, series[0]),
    to: bound(end, series.at(-1)),
  };
}

interface Way {
  period: Key;
  byPeriodFirst: boolean;
}

type Key = ObservationsOrder['keys'][number];

function wayOf({ keys }: ObservationsOrder): Way | null {
  const end = placeOf(keys, 'PERIOD_END');
  const bySeriesFirst = keys.slice(0, CODES.length).every(({ part }) => CODES.includes(part));
  return end === 0 || bySeriesFirst ? { period: keys[end]!, byPeriodFirst: end === 0 } : null;
}

/** What a series, or a place in a list, is ordered by. */
type Codes = SeriesBundle['codes'];
type Compare = (codes: Codes, others: Codes) => number;

/** The parts of an order that are codes of a series, in the order in which a series holds them. */
const CODES: readonly Key['part'][] = ['INDICATOR', 'TERRITORY', 'VALID_FROM', 'BREAKDOWN'];

const placeOf = (keys: readonly Key[], part: Key['part']): number => keys.findIndex((key) => key.part === part);

function comparesSeries({ keys }: ObservationsOrder, backwards: boolean): Compare {
  const parts = keys
    .filter(({ part }) => CODES.includes(part))
    .map((key) => ({ code: CODES.indexOf(key.part), sign: descends(key, backwards) ? -1 : 1 }));
  return (codes, others) => {
    for (const { code, sign } of parts) {
      const difference = compareCodes(codes[code]!, others[code]!);
      if (difference !== 0) return sign * difference;
    }
    return 0;
  };
}

const codesAt = ({ keys }: ObservationsOrder, place: readonly CursorValue[] | null): Codes | null =>
  place && (CODES.map((code) => String(place[placeOf(keys, code)])) as unknown as Codes);

const boundAt = ({ keys }: ObservationsOrder, place: readonly CursorValue[]): Bound => ({
  end: String(place[placeOf(keys, 'PERIOD_END')]),
  days: Number(place[placeOf(keys, 'PERIOD_DAYS')]),
  publisher: String(place[placeOf(keys, 'PUBLISHER')]),
});

/** All series in the order asked, or against it. */
function inOrder(all: readonly SeriesBundle[], { name }: ObservationsOrder, compare: Compare, backwards: boolean) {
  if (name === 'DEFAULT') return backwards ? all.toReversed() : all;
  return all.toSorted((a, b) => compare(a.codes, b.codes));
}

/** The series from one place to another, both included. */
function between(ordered: readonly SeriesBundle[], compare: Compare, start: Codes | null, end: Codes | null) {
  const first = start ? firstWhere(ordered, ({ codes }) => compare(codes, start) >= 0) : 0;
  const last = end ? firstWhere(ordered, ({ codes }) => compare(codes, end) > 0) : ordered.length;
  return first === 0 && last === ordered.length ? ordered : ordered.slice(first, last);
}

/** The first index from which on a condition holds, by halving. */
function firstWhere(list: readonly SeriesBundle[], holds: (one: SeriesBundle) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(list[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
