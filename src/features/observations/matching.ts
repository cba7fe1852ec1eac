import { type RawBuilder, sql } from 'kysely';
import type { PeriodKind } from '../../kernel/period.js';
import type { ObservationScope, SeriesScope } from './observation-scope.js';
import { newestPrint, prints, readable } from './readable.js';

/** `from` and `where` of the observations `o` that match a scope and that the reader may see. */
export interface Matching {
  from: RawBuilder<unknown>;
  where: RawBuilder<unknown>;
}

/** `edge` narrows to one parent: `o.indicator_id = parent.id`. */
export function matching(scope: ObservationScope, moment: string, edge: RawBuilder<unknown> | null = null): Matching {
  const where = sql`${sql.join([...conditions(scope, moment), ...(edge ? [edge] : [])], sql` and `)}`;
  if (scope.latest === null) return { from: sql`observation o`, where };
  const nth = sql`row_number() over (
    partition by o.indicator_id, o.territory_id, o.breakdown_id, o.publisher_id order by o.period_end desc, o.period_days desc)`;
  return {
    from: sql`(select o.*, ${nth} as nth from observation o where ${where}) o`,
    where: sql`o.nth <= ${scope.latest}`,
  };
}

/** What a scope asks of an observation `o` itself, whatever was printed of it. */
const ofItself = (scope: ObservationScope): RawBuilder<unknown>[] => [
  ...identity(scope),
  ...stated(scope.kinds, kinds(sql`o.period_kind`, sql`o.is_year_to_date`)),
];

/** The same of a print `o` of `printsOfFigures`. */
export const ofItsFigure = (scope: ObservationScope): RawBuilder<unknown>[] => [
  ...identity(scope),
  ...stated(
    scope.kinds,
    kinds(sql`period_kind(o.period_start, o.period_end)`, sql`is_year_to_date(o.period_start, o.period_end)`),
  ),
];

const identity = (scope: ObservationScope): RawBuilder<unknown>[] => [
  ...subject(scope),
  ...stated(scope.publishers, (ids) => sql`o.publisher_id = any(${ids}::integer[])`),
  ...stated(scope.from, (day) => sql`o.period_start >= ${day}::date`),
  ...stated(scope.to, (day) => sql`o.period_end <= ${day}::date`),
];

function conditions(scope: ObservationScope, moment: string): RawBuilder<unknown>[] {
  const { asOf, statuses, sources, printedAfter } = scope;
  const seen = sql`p.observation_id = o.id and ${readable(moment, asOf)}`;
  return [
    ...ofItself(scope),
    sql`exists (select from ${prints(asOf)} where ${seen})`,
    ...stated(
      sources,
      (ids) => sql`exists (select from ${prints(asOf)} where ${seen} and p.source_id = any(${ids}::integer[]))`,
    ),
    ...stated(
      printedAfter,
      (after) => sql`exists (select from print_reading p where ${seen} and p.known_from > ${after}::timestamptz)`,
    ),
    ...stated(statuses, (wanted) => sql`(select p.status ${newestPrint(moment, asOf)}) = any(${wanted}::text[])`),
  ];
}

/** What figures and plans `o` share: indicator, breakdown, territory, period. */
export const subject = ({ series, territories, periods }: ObservationScope): RawBuilder<unknown>[] => [
  sql`(${sql.join(series.map(oneSeries), sql` or `)})`,
  ...stated(territories, (ids) => sql`o.territory_id = any(${ids}::integer[])`),
  ...stated(periods, (asked) => {
    const [starts, ends] = [asked.map(({ start }) => start), asked.map(({ end }) => end)];
    return sql`(o.period_start, o.period_end) in (select * from unnest(${starts}::date[], ${ends}::date[]))`;
  }),
];

/** A condition where something is asked, none where it is null. */
export const stated = <T>(asked: T | null, condition: (asked: T) => RawBuilder<unknown>): RawBuilder<unknown>[] =>
  asked === null ? [] : [condition(asked)];

function oneSeries({ indicators, breakdowns }: SeriesScope): RawBuilder<unknown> {
  const both = [
    ...stated(indicators, (ids) => sql`o.indicator_id = any(${ids}::integer[])`),
    ...stated(breakdowns, (ids) => sql`o.breakdown_id = any(${ids}::integer[])`),
  ];
  return both.length === 0 ? sql`true` : sql`(${sql.join(both, sql` and `)})`;
}

const kinds = (kind: RawBuilder<unknown>, isYearToDate: RawBuilder<unknown>) => (asked: readonly PeriodKind[]) => {
  const named = sql`${kind} in (${sql.join(asked.map((one) => sql.lit(one)))})`;
  return asked.includes('YEAR_TO_DATE') ? sql`(${named} or ${isYearToDate})` : named;
};
