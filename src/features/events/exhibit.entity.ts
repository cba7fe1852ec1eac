import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyTable } from '@mikro-orm/sql';

/** That a producer shows something at an event. */
export const Exhibits = defineEntity({
  name: 'Exhibit',
  tableName: 'exhibit',
  properties: {
    id: p.integer().primary().autoincrement(),
    eventId: p.integer(),
    producerId: p.integer(),
    booth: p.text().nullable(),
    zoneId: p.integer().nullable(),
    sourceId: p.integer().nullable(),
    locator: p.text().nullable(),
  },
});

/** A product shown; its event is that of the exhibit. */
export const ExhibitProducts = defineEntity({
  name: 'ExhibitProduct',
  tableName: 'exhibit_product',
  properties: {
    exhibitId: p.integer().primary(),
    productId: p.integer().primary(),
    eventId: p.integer(),
  },
});

declare module '../../kernel/tables.js' {
  interface Tables {
    exhibit: InferKyselyTable<typeof Exhibits>;
    exhibit_product: InferKyselyTable<typeof ExhibitProducts>;
  }
}
