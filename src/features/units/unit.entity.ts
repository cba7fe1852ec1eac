import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyTable } from '@mikro-orm/sql';

/** Units of measure: what a figure counts. The power of ten belongs to the print, not to the unit. */
export const Units = defineEntity({
  name: 'Unit',
  tableName: 'unit',
  properties: {
    id: p.integer().primary().autoincrement(),
    code: p.text().unique(),
    nameVi: p.text(),
    nameEn: p.text().nullable(),
    symbol: p.text().nullable(),
  },
});

declare module '../../kernel/tables.js' {
  interface Tables {
    unit: InferKyselyTable<typeof Units>;
  }
}
