import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyTable } from '@mikro-orm/sql';

export type GroupLevel = 'GROUP' | 'FAMILY' | 'SET';

/** A version of the OCOP criteria: what it counts, and the least score for each number of stars. */
export const OcopCriteria = defineEntity({
  name: 'OcopCriteria',
  tableName: 'ocop_criteria',
  properties: {
    id: p.integer().primary().autoincrement(),
    code: p.text().unique(),
    decision: p.text(),
    nameVi: p.text(),
    nameEn: p.text().nullable(),
    validFrom: p.date().nullable(),
    validTo: p.date().nullable(),
    scoreParts: p.array(Number),
    starBands: p.array(Number),
  },
});

/** The tree of goods of a version of the criteria: groups, their families and sets. */
export const ProductGroups = defineEntity({
  name: 'ProductGroup',
  tableName: 'product_group',
  properties: {
    id: p.integer().primary().autoincrement(),
    criteriaId: p.integer(),
    code: p.text(),
    level: p.text().$type<GroupLevel>(),
    parentId: p.integer().nullable(),
    position: p.integer(),
    nameVi: p.text(),
    nameEn: p.text().nullable(),
    isVerified: p.boolean().default(false),
  },
});

declare module '../../kernel/tables.js' {
  interface Tables {
    ocop_criteria: InferKyselyTable<typeof OcopCriteria>;
    product_group: InferKyselyTable<typeof ProductGroups>;
  }
}
