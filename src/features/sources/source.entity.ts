import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyTable } from '@mikro-orm/sql';
import type { DatePrecision } from '../../kernel/uncertain-date.js';

/** Documents that print figures. What is unknown is null; a cited document has a publisher and a date. */
export const Sources = defineEntity({
  name: 'Source',
  tableName: 'source',
  properties: {
    id: p.integer().primary().autoincrement(),
    code: p.text().unique(),
    title: p.text().nullable(),
    publisherId: p.integer().nullable(),
    publishedOn: p.text().nullable(),
    publishedPrecision: p.text().$type<DatePrecision>().nullable(),
    publishedEarliest: p.date().nullable(),
    publishedLatest: p.date().nullable(),
    publishedInferred: p.boolean().default(false),
    address: p.text().nullable(),
    checksum: p.text().nullable(),
    /** The release with which the document itself first appears, if it is our own. */
    firstReleaseId: p.integer().nullable(),
  },
});

export const SourceCarriers = defineEntity({
  name: 'SourceCarrier',
  tableName: 'source_carrier',
  properties: {
    sourceId: p.integer().primary(),
    agencyId: p.integer().primary(),
    position: p.integer(),
  },
});

declare module '../../kernel/tables.js' {
  interface Tables {
    /** Documents by the moment from which something public cites them. */
    public_source: { source_id: number; public_from: string };
    source: InferKyselyTable<typeof Sources>;
    source_carrier: InferKyselyTable<typeof SourceCarriers>;
  }
}
