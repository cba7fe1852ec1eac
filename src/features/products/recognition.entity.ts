import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyTable } from '@mikro-orm/sql';

export type RecognitionKind =
  | 'OCOP'
  | 'OCOP_POTENTIAL_FIVE_STAR'
  | 'GEOGRAPHICAL_INDICATION'
  | 'COLLECTIVE_MARK'
  | 'CERTIFICATION_MARK'
  | 'SPECIALTY'
  | 'SPECIALTY_CANDIDATE'
  | 'OCOP_CANDIDATE';
export type AuthorityLevel = 'DISTRICT' | 'PROVINCE' | 'CENTRAL';

/** That somebody recognised a product, and for how long, as exactly as is known. */
export const Recognitions = defineEntity({
  name: 'Recognition',
  tableName: 'recognition',
  properties: {
    id: p.integer().primary().autoincrement(),
    productId: p.integer(),
    kind: p.text().$type<RecognitionKind>(),
    stars: p.smallint().nullable(),
    score: p.decimal('string').nullable(),
    criteriaId: p.integer().nullable(),
    authorityVi: p.text().nullable(),
    authorityEn: p.text().nullable(),
    authorityLevel: p.text().$type<AuthorityLevel>().nullable(),
    decision: p.text().nullable(),
    issuedOn: p.text().nullable(),
    issuedInferred: p.boolean().default(false),
    validUntil: p.text().nullable(),
    areaVi: p.text().nullable(),
    areaEn: p.text().nullable(),
    ownerVi: p.text().nullable(),
    ownerEn: p.text().nullable(),
    listVi: p.text().nullable(),
    listEn: p.text().nullable(),
    noteVi: p.text().nullable(),
    noteEn: p.text().nullable(),
    sourceId: p.integer(),
    locator: p.text().nullable(),
  },
});

/** A standard that products or producers are certified by. */
export const Standards = defineEntity({
  name: 'Standard',
  tableName: 'standard',
  properties: {
    id: p.integer().primary().autoincrement(),
    code: p.text().unique(),
    nameVi: p.text(),
    nameEn: p.text().nullable(),
  },
});

/** That a product, or everything of a producer, was certified by a standard. */
export const Certificates = defineEntity({
  name: 'Certificate',
  tableName: 'certificate',
  properties: {
    id: p.integer().primary().autoincrement(),
    productId: p.integer().nullable(),
    producerId: p.integer().nullable(),
    standardId: p.integer(),
    number: p.text().nullable(),
    issuerVi: p.text().nullable(),
    issuerEn: p.text().nullable(),
    issuedOn: p.text().nullable(),
    validUntil: p.text().nullable(),
    sourceId: p.integer().nullable(),
    locator: p.text().nullable(),
  },
});

declare module '../../kernel/tables.js' {
  interface Tables {
    recognition: InferKyselyTable<typeof Recognitions>;
    standard: InferKyselyTable<typeof Standards>;
    certificate: InferKyselyTable<typeof Certificates>;
  }
}
