import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/day.js';
import type { PeriodKind } from '../../kernel/period.js';
import { shaped } from '../../kernel/shaped.js';
import { unseen } from '../../kernel/unseen.js';
import { ofItsFigure } from './matching.js';
import { type ListedRows, rowsOf } from './observation-rows.js';
import { EVERY_FIGURE } from './observation-scope.js';
import { printsOfFigures } from './readable.js';

/** What the text of a walk depends on. */
export interface WalkShape {
  /** How many prints are read of each parent, at most. */
  limit: number;
  downwards: boolean;
  /** Whether no breakdown is met: most figures have none, and the planner does well to know. */
  onlyTotals: boolean;
  /** Whether the walk begins, or finishes, within a series that is met. */
  begins: boolean;
  finishes: boolean;
  asOf: boolean;
  from: boolean;
  to: boolean;
  kinds: readonly PeriodKind[] | null;
}

/** Only what the shape has is read. */
export interface WalkValues {
  moment: string;
  asOf: string | null;
  from: Day | null;
  to: Day | null;
  /** Where the walk begins: a period, and row ids of the publishers that are met before. */
  beginEnd: string | null;
  beginDays: number | null;
  beginPassed: number[] | null;
  /** Where it finishes. */
  finishEnd: string | null;
  finishDays: number | null;
  finishPassed: number[] | null;
}

/** A walk through one series. */
export interface OneSeries extends WalkValues {
  parent: number;
  indicator: number;
  territory: number;
  breakdown: number;
}

/** Walks through series after series, those of each parent together. All are lists as PostgreSQL writes them: `{1,2}`. */
export interface SeriesInTurn extends WalkValues {
  indicators: string;
  territories: string;
  breakdowns: string;
  parents: string;
  /** Places of the first and the last series of each parent, from 1. */
  starts: string;
  stops: string;
  /** The place at which the walk of each parent begins or finishes within a series; 0 where it does nowhere. */
  begins: string;
  finishes: string;
}

const ONLY_TOTALS = sql<number>`0`;
const YES = sql<boolean>`true`;

export const oneSeries = shaped<WalkShape, OneSeries, ListedRows>((shape, values) => {
  const prints = printsIn(shape, values, {
    indicator: unseen(values.indicator, 'integer'),
    territory: unseen(values.territory, 'integer'),
    breakdown: shape.onlyTotals ? ONLY_TOTALS : unseen(values.breakdown, 'integer'),
    isFirst: YES,
    isLast: YES,
  });
  const page = sql`select ${values.parent}::integer as parent, o.* from (${prints}) o`;
  return rowsOf(page);
});

/** By the index of each series: rows come in turn, and the limit stops the walk. */
export const seriesInTurn = shaped<WalkShape & { isOfOneParent: boolean }, SeriesInTurn, ListedRows>(
  (shape, values) => {
    const nth = (rows: string): RawBuilder<number> => sql`(${rows}::integer[])[at.place]`;
    const prints = printsIn(shape, values, {
      indicator: nth(values.indicators),
      territory: nth(values.territories),
      breakdown: shape.onlyTotals ? ONLY_TOTALS : nth(values.breakdowns),
      isFirst: sql`at.place = step.begins`,
      isLast: sql`at.place = step.finishes`,
    });
    const columns = [values.parents, values.starts, values.stops, values.begins, values.finishes];
    // The planner takes a list for many parents.
    const step = shape.isOfOneParent
      ? sql`(select ${sql.join(columns.map((rows) => sql`(${rows}::integer[])[1]`))} offset 0)`
      : sql`unnest(${sql.join(columns.map((rows) => sql`${rows}::integer[]`))})`;
    const page = sql`
    select step.parent, page.* from ${step} as step(parent, starts, stops, begins, finishes)
    cross join lateral (
      select o.* from generate_series(step.starts, step.stops) as at(place) cross join lateral (${prints}) o
      limit ${sql.lit(shape.limit)}) page`;
    return rowsOf(page);
  },
);

/** A series in a walk, as SQL. */
interface Place {
  indicator: RawBuilder<number>;
  territory: RawBuilder<number>;
  breakdown: RawBuilder<number>;
  /** Whether the walk begins in it, or finishes. */
  isFirst: RawBuilder<boolean>;
  isLast: RawBuilder<boolean>;
}

/** The prints of one series by their periods, those of one figure side by side. */
function printsIn(shape: WalkShape, values: WalkValues, place: Place): RawBuilder<unknown> {
  const { limit, downwards, kinds, begins, finishes } = shape;
  const scope = { ...EVERY_FIGURE, from: shape.from ? values.from : null, to: shape.to ? values.to : null, kinds };
  const begin = { end: values.beginEnd, days: values.beginDays, passed: values.beginPassed };
  const finish = { end: values.finishEnd, days: values.finishDays, passed: values.finishPassed };
  const within = sql`o.indicator_id = ${place.indicator} and o.territory_id = ${place.territory} and o.breakdown_id = ${place.breakdown}
    ${begins ? beyond(begin, downwards, place.isFirst) : sql``} ${finishes ? beyond(finish, !downwards, place.isLast) : sql``}`;
  const inTurn = ['period_end', 'period_days', 'publisher_id'].map(
    (column) => sql`o.${sql.ref(column)} ${downwards ? sql`desc` : sql`asc`}`,
  );
  return sql`select o.* from ${printsOfFigures(values.moment, shape.asOf ? values.asOf : null)} o
    where ${sql.join([...ofItsFigure(scope), within], sql` and `)} order by ${sql.join(inTurn)} limit ${sql.lit(limit)}`;
}

/** `and …`: where a bound is here, only what lies beyond it. */
function beyond(
  { end, days, passed }: { end: string | null; days: number | null; passed: number[] | null },
  downwards: boolean,
  isHere: RawBuilder<boolean>,
): RawBuilder<unknown> {
  const [period, length] = [unseen(end, 'date'), unseen(days, 'integer')];
  return sql`
    and (o.period_end, o.period_days) ${downwards ? sql`<=` : sql`>=`}
      (case when ${isHere} then ${period} else ${downwards ? sql`'infinity'` : sql`'-infinity'`} end,
       case when ${isHere} then ${length} else 0 end)
    and not (${isHere} and o.period_end = ${period} and o.period_days = ${length}
      and o.publisher_id = any(${unseen(passed, 'integer[]')}::integer[]))`;
}
