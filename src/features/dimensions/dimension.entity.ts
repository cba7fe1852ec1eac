import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyTable } from '@mikro-orm/sql';

/** Ways to break a figure down, each with the classification its items come from. */
export const Dimensions = defineEntity({
  name: 'Dimension',
  tableName: 'dimension',
  properties: {
    id: p.integer().primary().autoincrement(),
    code: p.text().unique(),
    classification: p.text().nullable(),
    nameVi: p.text(),
    nameEn: p.text().nullable(),
  },
});

/** Items keep the classification's order in `position`; the total is `_T`. */
export const DimensionItems = defineEntity({
  name: 'DimensionItem',
  tableName: 'dimension_item',
  properties: {
    id: p.integer().primary().autoincrement(),
    dimensionId: p.integer(),
    code: p.text(),
    parentId: p.integer().nullable(),
    position: p.integer(),
    nameVi: p.text(),
    nameEn: p.text().nullable(),
  },
});

/** A combination of items, at most one of each dimension; number 0 is the total, without any. */
export const Breakdowns = defineEntity({
  name: 'Breakdown',
  tableName: 'breakdown',
  properties: {
    id: p.integer().primary().autoincrement(),
    key: p.text().unique(),
    sortKey: p.text().default(''),
  },
});

export const BreakdownItems = defineEntity({
  name: 'BreakdownItem',
  tableName: 'breakdown_item',
  properties: {
    breakdownId: p.integer().primary(),
    dimensionId: p.integer().primary(),
    itemId: p.integer(),
  },
});

declare module '../../kernel/tables.js' {
  interface Tables {
    dimension: InferKyselyTable<typeof Dimensions>;
    dimension_item: InferKyselyTable<typeof DimensionItems>;
    breakdown: InferKyselyTable<typeof Breakdowns>;
    breakdown_item: InferKyselyTable<typeof BreakdownItems>;
  }
}
