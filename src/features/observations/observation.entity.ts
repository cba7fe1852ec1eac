import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyTable } from '@mikro-orm/sql';
import type { PeriodKind } from '../../kernel/period.js';

/** What a figure is about: (indicator, territory, breakdown, period, publisher). What was said of it are its prints. */
export const Observations = defineEntity({
  name: 'Observation',
  tableName: 'observation',
  properties: {
    id: p.bigint('string').primary().autoincrement(),
    indicatorId: p.integer(),
    territoryId: p.integer(),
    breakdownId: p.integer().default(0),
    periodStart: p.date(),
    periodEnd: p.date(),
    publisherId: p.integer(),
    periodDays: p.integer().generated('(period_end - period_start + 1) stored'),
    periodKind: p.text().$type<PeriodKind>().generated('period_kind(period_start, period_end) stored'),
    isYearToDate: p.boolean().generated('is_year_to_date(period_start, period_end) stored'),
  },
});

/** Which series have figures, visible or not; a trigger adds those of every figure written. */
export const SeriesRows = defineEntity({
  name: 'Series',
  tableName: 'series',
  properties: {
    indicatorId: p.integer().primary(),
    territoryId: p.integer().primary(),
    breakdownId: p.integer().primary(),
    publisherId: p.integer().primary(),
  },
});

declare module '../../kernel/tables.js' {
  interface Tables {
    observation: InferKyselyTable<typeof Observations>;
    series: InferKyselyTable<typeof SeriesRows>;
  }
}
