import { z } from 'zod';
import type { ProjectKind, ProjectStage } from '../src/features/projects/project.entity.js';
import { code, decimal, flag, multiplier, optional, partialDate, qualifier, slug, text, word } from './cells.js';
import { broken } from './rules.js';
import { projectRules } from './rules-events.js';
import { citation, located } from './rows-catalogue.js';

const projectColumns = z.object({
  slug,
  name_vi: text,
  name_en: optional(text),
  kind: word<ProjectKind>({ INDUSTRIAL_CLUSTER: true, INDUSTRIAL_PARK: true, ENERGY: true, COMMERCIAL: true }),
  stage: optional(
    word<ProjectStage>({
      PLANNED: true, CALLING_FOR_INVESTORS: true, APPROVED: true, IN_PREPARATION: true, UNDER_WAY: true,
      UNDER_CONSTRUCTION: true, ACCEPTANCE: true, OPERATING: true, CANCELLED: true,
    }), // prettier-ignore
  ),
  stage_on: optional(partialDate),
  stage_inferred: flag,
  established_on: optional(partialDate),
  area_hectares: optional(decimal),
  planned_area_hectares: optional(decimal),
  area_note_vi: optional(text),
  area_note_en: optional(text),
  capacity_megawatts: optional(decimal),
  investor_vi: optional(text),
  investor_en: optional(text),
  ...located,
  note_vi: optional(text),
  note_en: optional(text),
  ...citation,
});
export const project = projectColumns.superRefine(broken<z.output<typeof projectColumns>>(projectRules));

export const capital = z.object({
  project: slug,
  stated_on: optional(partialDate),
  stated_inferred: flag,
  value: decimal,
  unit: code,
  unit_multiplier: multiplier,
  qualifier: optional(qualifier),
  is_preliminary: flag,
  decision: optional(text),
  note_vi: optional(text),
  note_en: optional(text),
  source: code,
  locator: optional(text),
});

export const progress = z.object({
  project: slug,
  noted_on: optional(partialDate),
  noted_inferred: flag,
  text_vi: text,
  text_en: optional(text),
  source: code,
  locator: optional(text),
});
