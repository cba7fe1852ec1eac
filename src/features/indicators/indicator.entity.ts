import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyTable } from '@mikro-orm/sql';

export type IndicatorKind = 'FLOW' | 'STOCK' | 'INDEX' | 'RATIO';
export type Frequency = 'MONTHLY' | 'QUARTERLY' | 'HALF_YEARLY' | 'ANNUAL';

export const Indicators = defineEntity({
  name: 'Indicator',
  tableName: 'indicator',
  properties: {
    id: p.integer().primary().autoincrement(),
    code: p.text().unique(),
    nameVi: p.text(),
    nameEn: p.text().nullable(),
    definitionVi: p.text().nullable(),
    definitionEn: p.text().nullable(),
    methodologyVi: p.text().nullable(),
    methodologyEn: p.text().nullable(),
    unitId: p.integer(),
    kind: p.text().$type<IndicatorKind>(),
    baseYear: p.integer().nullable(),
    priceYear: p.integer().nullable(),
    decimals: p.integer().nullable(),
    frequency: p.text().$type<Frequency>().nullable(),
    nextReleaseOn: p.date().nullable(),
    abbreviations: p.array().nullable(),
  },
});

/** Dimensions by which an indicator may be broken down. */
export const IndicatorDimensions = defineEntity({
  name: 'IndicatorDimension',
  tableName: 'indicator_dimension',
  properties: {
    indicatorId: p.integer().primary(),
    dimensionId: p.integer().primary(),
    position: p.integer(),
  },
});

declare module '../../kernel/tables.js' {
  interface Tables {
    indicator: InferKyselyTable<typeof Indicators>;
    indicator_dimension: InferKyselyTable<typeof IndicatorDimensions>;
  }
}
