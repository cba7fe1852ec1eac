import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyTable } from '@mikro-orm/sql';

export type ProducerKind = 'COOPERATIVE' | 'COOPERATIVE_GROUP' | 'ENTERPRISE' | 'FARM' | 'HOUSEHOLD' | 'ESTABLISHMENT';
export type ContactKind = 'PHONE' | 'EMAIL' | 'WEBSITE' | 'ADDRESS' | 'SOCIAL';

/** Who makes products. */
export const Producers = defineEntity({
  name: 'Producer',
  tableName: 'producer',
  properties: {
    id: p.integer().primary().autoincrement(),
    slug: p.text().unique(),
    nameVi: p.text(),
    nameEn: p.text().nullable(),
    kind: p.text().$type<ProducerKind>().nullable(),
    territoryId: p.integer().nullable(),
    place: p.text().nullable(),
    sourceId: p.integer().nullable(),
    locator: p.text().nullable(),
  },
});

/** How the public may reach a producer; may be erased. */
export const ProducerContacts = defineEntity({
  name: 'ProducerContact',
  tableName: 'producer_contact',
  properties: {
    id: p.integer().primary().autoincrement(),
    producerId: p.integer(),
    position: p.integer(),
    kind: p.text().$type<ContactKind>(),
    value: p.text(),
  },
});

declare module '../../kernel/tables.js' {
  interface Tables {
    producer: InferKyselyTable<typeof Producers>;
    producer_contact: InferKyselyTable<typeof ProducerContacts>;
  }
}
