import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyTable } from '@mikro-orm/sql';
import type { Qualifier } from '../../kernel/printed-change.js';

export type ProjectKind = 'INDUSTRIAL_CLUSTER' | 'INDUSTRIAL_PARK' | 'ENERGY' | 'COMMERCIAL';
export type ProjectStage =
  | 'PLANNED'
  | 'CALLING_FOR_INVESTORS'
  | 'APPROVED'
  | 'IN_PREPARATION'
  | 'UNDER_WAY'
  | 'UNDER_CONSTRUCTION'
  | 'ACCEPTANCE'
  | 'OPERATING'
  | 'CANCELLED';

/** A project that the department follows up. */
export const Projects = defineEntity({
  name: 'Project',
  tableName: 'project',
  properties: {
    id: p.integer().primary().autoincrement(),
    slug: p.text().unique(),
    nameVi: p.text(),
    nameEn: p.text().nullable(),
    kind: p.text().$type<ProjectKind>(),
    stage: p.text().$type<ProjectStage>().nullable(),
    stageOn: p.text().nullable(),
    stageInferred: p.boolean().default(false),
    establishedOn: p.text().nullable(),
    areaHectares: p.decimal('string').nullable(),
    plannedAreaHectares: p.decimal('string').nullable(),
    areaNoteVi: p.text().nullable(),
    areaNoteEn: p.text().nullable(),
    capacityMegawatts: p.decimal('string').nullable(),
    investorVi: p.text().nullable(),
    investorEn: p.text().nullable(),
    territoryId: p.integer().nullable(),
    place: p.text().nullable(),
    noteVi: p.text().nullable(),
    noteEn: p.text().nullable(),
    sourceId: p.integer().nullable(),
    locator: p.text().nullable(),
  },
});

/** Its capital as stated at a time: it is revised. */
export const ProjectCapitals = defineEntity({
  name: 'ProjectCapital',
  tableName: 'project_capital',
  properties: {
    id: p.integer().primary().autoincrement(),
    projectId: p.integer(),
    position: p.integer(),
    statedOn: p.text().nullable(),
    statedInferred: p.boolean().default(false),
    value: p.decimal('string'),
    unitId: p.integer(),
    unitMultiplier: p.smallint(),
    qualifier: p.text().$type<Qualifier>().nullable(),
    isPreliminary: p.boolean().default(false),
    decision: p.text().nullable(),
    noteVi: p.text().nullable(),
    noteEn: p.text().nullable(),
    sourceId: p.integer(),
    locator: p.text().nullable(),
  },
});

/** What was said of its progress at a time. */
export const ProjectProgress = defineEntity({
  name: 'ProjectProgress',
  tableName: 'project_progress',
  properties: {
    id: p.integer().primary().autoincrement(),
    projectId: p.integer(),
    position: p.integer(),
    notedOn: p.text().nullable(),
    notedInferred: p.boolean().default(false),
    textVi: p.text(),
    textEn: p.text().nullable(),
    sourceId: p.integer(),
    locator: p.text().nullable(),
  },
});

declare module '../../kernel/tables.js' {
  interface Tables {
    project: InferKyselyTable<typeof Projects>;
    project_capital: InferKyselyTable<typeof ProjectCapitals>;
    project_progress: InferKyselyTable<typeof ProjectProgress>;
  }
}
