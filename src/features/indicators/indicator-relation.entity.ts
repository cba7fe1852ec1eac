import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyTable } from '@mikro-orm/sql';

/** As relations are stored: what reads alike from both sides once, a part with its whole. */
export type StoredRelation = 'OTHER_MEASURE' | 'COUNTERPART' | 'PART_OF';

/** Indicators to be looked at beside others: one row for two of them, whichever comes first. */
export const IndicatorRelations = defineEntity({
  name: 'IndicatorRelation',
  tableName: 'indicator_relation',
  properties: {
    indicatorId: p.integer().primary(),
    relatedId: p.integer().primary(),
    relation: p.text().$type<StoredRelation>(),
  },
});

declare module '../../kernel/tables.js' {
  interface Tables {
    indicator_relation: InferKyselyTable<typeof IndicatorRelations>;
  }
}
