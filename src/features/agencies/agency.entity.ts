import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyTable } from '@mikro-orm/sql';

export type AgencyKind =
  | 'STATISTICS_OFFICE'
  | 'DEPARTMENT'
  | 'PEOPLES_COMMITTEE'
  | 'PEOPLES_COUNCIL'
  | 'CENTRAL_GOVERNMENT'
  | 'MEDIA'
  | 'OTHER';

/** Who answers for a figure, carries it, or sets a plan. Renaming an agency keeps it the same agency. */
export const Agencies = defineEntity({
  name: 'Agency',
  tableName: 'agency',
  properties: {
    id: p.integer().primary().autoincrement(),
    code: p.text().unique(),
    kind: p.text().$type<AgencyKind>(),
    territoryId: p.integer().nullable(),
    successorId: p.integer().nullable(),
  },
});

export const AgencyNames = defineEntity({
  name: 'AgencyName',
  tableName: 'agency_name',
  properties: {
    id: p.integer().primary().autoincrement(),
    agencyId: p.integer(),
    name: p.text(),
    validFrom: p.date().nullable(),
    validTo: p.date().nullable(),
  },
});

declare module '../../kernel/tables.js' {
  interface Tables {
    agency: InferKyselyTable<typeof Agencies>;
    agency_name: InferKyselyTable<typeof AgencyNames>;
  }
}
