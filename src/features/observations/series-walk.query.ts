import { type RawBuilder, sql } from 'kysely';
import { compareCodes } from '../../kernel/code-table.js';
import type { Reading } from '../../kernel/reading.js';
import { unseen } from '../../kernel/unseen.js';
import { agencyTable } from '../agencies/agency.table.js';
import { matching } from './matching.js';
import { OBSERVATION_COLUMNS, readObservations } from './observation-rows.js';
import type { ObservationScope } from './observation-scope.js';
import type { Observation } from './observation.type.js';
import type { SeriesBundle } from './series.table.js';
import type { Bound, Walk } from './series-walk.js';

type Walks = ReadonlyMap<number, Walk>;
type Lists = Map<number, Observation[]>;

/** How many series the first statement may visit, more where many figures may not count; each further one takes more. */
const SERIES = 50;
const SERIES_WHERE_SPARSE = 2000;
const GROWTH = 8;

const isSparse = ({ asOf, from, to, kinds }: ObservationScope): boolean =>
  [asOf, from, to, kinds].some((asked) => asked !== null);

/**
 * At least the first `most` figures of each walk that has so many, by parent, those of one period in no order. Only what is
 * needed is read, so a page in the middle of millions costs what the first one costs.
 */
export async function walked(reading: Reading, scope: ObservationScope, walks: Walks, most: number): Promise<Lists> {
  const lists: Lists = new Map([...walks.keys()].map((parent) => [parent, []]));
  let [first, next] = [0, Math.max(most, isSparse(scope) ? SERIES_WHERE_SPARSE : SERIES)];
  let open = [...walks].filter(([, { series }]) => series.length > 0);
  while (open.length > 0) {
    const steps = open.map(([parent, walk]) => ({ parent, walk, first, series: walk.series.slice(first, next) }));
    const limit = most + mostOfOnePeriod(steps) - 1;
    const found = await read(reading, scope, steps, limit);
    for (const [parent, list] of found) lists.get(parent)!.push(...list);
    open = open.filter(([parent, { series }]) => series.length > next && lists.get(parent)!.length < limit);
    [first, next] = [next, next * GROWTH];
  }
  return lists;
}

/** So many more are read than asked, less one, so that no period is cut between its publishers. */
const mostOfOnePeriod = (steps: readonly Step[]): number =>
  steps.reduce((most, { series }) => series.reduce((more, { publishers }) => Math.max(more, publishers), most), 1);

/** Some series of a walk, and how many of it come before. */
interface Step {
  parent: number;
  walk: Walk;
  first: number;
  series: readonly SeriesBundle[];
}

/** Figures of steps, by parent. */
async function read(reading: Reading, scope: ObservationScope, steps: Step[], limit: number): Promise<Lists> {
  const { moment } = reading;
  const bounds = await boundsOf(reading, steps);
  const anySeries = { ...scope, series: [{ indicators: null, breakdowns: null }], territories: null };
  const figures = ({ indicator, territory, breakdown, isFirst, isLast }: Place): RawBuilder<unknown> => {
    const within = sql`o.indicator_id = ${indicator} and o.territory_id = ${territory} and o.breakdown_id = ${breakdown}`;
    const { from, where } = matching(anySeries, moment, sql`${within} ${bounds.from(isFirst)} ${bounds.to(isLast)}`);
    return sql`select ${OBSERVATION_COLUMNS} from ${from} where ${where}
      order by o.period_end ${bounds.direction}, o.period_days ${bounds.direction} limit ${sql.lit(limit)}`;
  };
  const page = onlyPlace(steps, figures) ?? placesInTurn(steps, figures, limit);
  return readObservations(reading, page, scope.asOf, false);
}

/** A series in a walk, as SQL. */
interface Place {
  indicator: RawBuilder<number>;
  territory: RawBuilder<number>;
  breakdown: RawBuilder<number>;
  /** Whether the walk begins in it, or ends. */
  isFirst: RawBuilder<boolean>;
  isLast: RawBuilder<boolean>;
}

/** The row of no breakdown. Most figures have none, and the planner does well to know. */
const TOTAL = 0;
const ONLY_TOTALS = sql<number>`0`;

type Figures = (place: Place) => RawBuilder<unknown>;

const isBegun = ({ walk, first }: Step): boolean => walk.from !== null && first === 0;
const isEnded = ({ walk, first, series }: Step): boolean =>
  walk.to !== null && first + series.length === walk.series.length;

/** Where one series is all there is. */
function onlyPlace(steps: readonly Step[], figures: Figures): RawBuilder<unknown> | null {
  const [step] = steps;
  if (steps.length > 1 || step!.series.length > 1) return null;
  const { indicator, territory, breakdown } = step!.series[0]!;
  const place = {
    indicator: unseen(indicator, 'integer'),
    territory: unseen(territory, 'integer'),
    breakdown: breakdown === TOTAL ? ONLY_TOTALS : unseen(breakdown, 'integer'),
    isFirst: isBegun(step!) ? YES : NO,
    isLast: isEnded(step!) ? YES : NO,
  };
  return sql`select ${step!.parent}::integer as parent, o.* from (${figures(place)}) o`;
}

const YES = sql<boolean>`true`;
const NO = sql<boolean>`false`;

/** Series after series by the index of each, until a parent has enough: rows come in turn, and the limit stops the walk. */
function placesInTurn(steps: readonly Step[], figures: Figures, limit: number): RawBuilder<unknown> {
  const all = steps.flatMap(({ series }) => series);
  const ends = steps.map((step, at) => steps.slice(0, at + 1).reduce((sum, { series }) => sum + series.length, 0));
  const starts = steps.map(({ series }, at) => ends[at]! - series.length + 1);
  const [begins, finishes] = [
    steps.map((step, at) => (isBegun(step) ? starts[at]! : 0)),
    steps.map((step, at) => (isEnded(step) ? ends[at]! : 0)),
  ];
  const nth = (rows: number[]): RawBuilder<number> => sql`(${rows}::integer[])[at.place]`;
  const place = {
    indicator: nth(all.map(({ indicator }) => indicator)),
    territory: nth(all.map(({ territory }) => territory)),
    breakdown: all.every(({ breakdown }) => breakdown === TOTAL)
      ? ONLY_TOTALS
      : nth(all.map(({ breakdown }) => breakdown)),
    isFirst: sql<boolean>`at.place = step.begins`,
    isLast: sql<boolean>`at.place = step.finishes`,
  };
  const columns = [steps.map(({ parent }) => parent), starts, ends, begins, finishes];
  const step =
    steps.length === 1
      ? sql`(select ${sql.join(columns.map(([only]) => sql`${only}::integer`))} offset 0)`
      : sql`unnest(${sql.join(columns.map((rows) => sql`${rows}::integer[]`))})`;
  return sql`
    select step.parent, page.* from ${step} as step(parent, starts, ends, begins, finishes)
    cross join lateral (
      select o.* from generate_series(step.starts, step.ends) as at(place) cross join lateral (${figures(place)}) o
      limit ${sql.lit(limit)}) page`;
}

interface Bounds {
  direction: RawBuilder<unknown>;
  /** Conditions on an observation `o` where the walk begins or ends in its series; nothing where it does so nowhere. */
  from: (isHere: RawBuilder<boolean>) => RawBuilder<unknown>;
  to: (isHere: RawBuilder<boolean>) => RawBuilder<unknown>;
}

/** Walks of one list share their cursors. */
async function boundsOf(reading: Reading, steps: readonly Step[]): Promise<Bounds> {
  const agencies = await reading.table(agencyTable);
  const { downwards, publishersDownwards } = steps[0]!.walk;
  const bound = (at: Bound | undefined, falls: boolean, publishersFall: boolean) => {
    if (!at) return () => sql``;
    const sign = publishersFall ? -1 : 1;
    const passed = agencies.list.filter(({ code }) => sign * compareCodes(code, at.publisher) <= 0);
    const rows = passed.map((agency) => agencies.rowId(agency));
    return (isHere: RawBuilder<boolean>) => sql`
      and (o.period_end, o.period_days) ${falls ? sql`<=` : sql`>=`}
        (case when ${isHere} then ${unseen(at.end, 'date')} else ${falls ? sql`'infinity'` : sql`'-infinity'`} end,
         case when ${isHere} then ${unseen(at.days, 'integer')} else 0 end)
      and not (${isHere} and o.period_end = ${unseen(at.end, 'date')} and o.period_days = ${unseen(at.days, 'integer')}
        and o.publisher_id = any(${unseen(rows, 'integer[]')}::integer[]))`;
  };
  const begun = steps.find(isBegun)?.walk.from ?? undefined;
  const ended = steps.find(isEnded)?.walk.to ?? undefined;
  return {
    direction: downwards ? sql`desc` : sql`asc`,
    from: bound(begun, downwards, publishersDownwards),
    to: bound(ended, !downwards, !publishersDownwards),
  };
}
