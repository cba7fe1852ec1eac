import { type RawBuilder, sql } from 'kysely';
import type { Period } from '../../kernel/period.js';
import type { Series } from './break.table.js';

/** An interval at which a figure of a series is sought. */
export interface Sought {
  series: Series;
  period: Period;
}

/**
 * `from …` the observations `o` that are sought, or prints of them, each with its `asked.place` among those, from 1. All that
 * identifies them comes from one relation, so that the index of their identity takes them in single steps.
 */
export function basesOf(sought: readonly Sought[], relation = sql`observation`): RawBuilder<unknown> {
  const ids = (column: keyof Series): number[] => sought.map(({ series }) => series[column]);
  const days = (end: keyof Period): string[] => sought.map(({ period }) => period[end]);
  return sql`
    from unnest(
      ${ids('indicator_id')}::integer[], ${ids('territory_id')}::integer[], ${ids('breakdown_id')}::integer[],
      ${ids('publisher_id')}::integer[], ${days('start')}::date[], ${days('end')}::date[]
    ) with ordinality asked(indicator_id, territory_id, breakdown_id, publisher_id, period_start, period_end, place)
    join ${relation} o on o.indicator_id = asked.indicator_id and o.territory_id = asked.territory_id
      and o.breakdown_id = asked.breakdown_id and o.publisher_id = asked.publisher_id
      and o.period_end = asked.period_end and o.period_days = asked.period_end - asked.period_start + 1`;
}
