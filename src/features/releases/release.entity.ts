import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyTable } from '@mikro-orm/sql';

/**
 * Our acts of publishing. A draft has no moment; a published release's moment stands for ever. What is announced is told of
 * before its moment, its contents are not. `reasonVi` and `reasonEn` say why a release takes back another.
 */
export const Releases = defineEntity({
  name: 'Release',
  tableName: 'release',
  properties: {
    id: p.integer().primary().autoincrement(),
    code: p.text().unique(),
    titleVi: p.text(),
    titleEn: p.text().nullable(),
    publishedAt: p.datetime().$type<string>().nullable(),
    coversVi: p.text().nullable(),
    coversEn: p.text().nullable(),
    isAnnounced: p.boolean().default(false),
    createdAt: p.datetime().$type<string>().nullable().defaultRaw('clock_timestamp()'),
    withdrawnById: p.integer().nullable(),
    reasonVi: p.text().nullable(),
    reasonEn: p.text().nullable(),
    accepted: p.array().default([]),
  },
});

export type MentionKind = 'SOURCE' | 'PUBLISHER' | 'SET_BY' | 'BREAKDOWN';

/** From when a source, publisher, setter of plans or breakdown is public: what only hidden prints name stays hidden. */
export interface PublicMentionView {
  kind: MentionKind;
  mentioned_id: number;
  public_from: string;
}

/** From when an agency is public: as publisher, setter of plans, or by a source it answers for or carried. */
export interface PublicAgencyView {
  agency_id: number;
  public_from: string;
}

declare module '../../kernel/tables.js' {
  interface Tables {
    release: InferKyselyTable<typeof Releases>;
    public_mention: PublicMentionView;
    public_agency: PublicAgencyView;
  }
}
