import { z } from 'zod';
import type { AgencyKind } from '../src/features/agencies/agency.entity.js';
import type { Frequency, IndicatorKind } from '../src/features/indicators/indicator.entity.js';
import type { StoredRelation } from '../src/features/indicators/indicator-relation.entity.js';
import type { ObservationStatus } from '../src/features/observations/print.entity.js';
import type { PlanTarget } from '../src/features/plans/plan.entity.js';
import type { TerritoryType } from '../src/features/territories/territory.entity.js';
import {
  code, count, day, decimal, flag, list, moment, multiplier, optional, period, qualifier, text, texts, uncertainDate, word, year,
} from './cells.js'; // prettier-ignore
import { changeColumns } from './changes.js';
import { broken, planRules, printRules } from './rules.js';

/** The columns of each file, in which other rows are named by their codes. */
export const unit = z.object({ code, name_vi: text, name_en: optional(text), symbol: optional(text) });

export const territory = z.object({
  code,
  name: text,
  type: word<TerritoryType>({
    COUNTRY: true, PROVINCE: true, CENTRALLY_RUN_CITY: true, DISTRICT: true, PROVINCIAL_CITY: true, TOWN: true,
    COMMUNE: true, WARD: true, TOWNSHIP: true, SPECIAL_ZONE: true,
  }), // prettier-ignore
  parent: optional(text),
  valid_from: optional(day),
  valid_to: optional(day),
  successor_codes: list,
  has_all_predecessors: flag,
  abbreviations: optional(texts),
});

export const agency = z.object({
  code,
  kind: word<AgencyKind>({
    STATISTICS_OFFICE: true, DEPARTMENT: true, PEOPLES_COMMITTEE: true, PEOPLES_COUNCIL: true, CENTRAL_GOVERNMENT: true,
    MEDIA: true, OTHER: true,
  }), // prettier-ignore
  territory: optional(text),
});

export const agencyName = z.object({ agency: code, name: text, valid_from: optional(day), valid_to: optional(day) });

export const dimension = z.object({ code, classification: optional(text), name_vi: text, name_en: optional(text) });

export const dimensionItem = z.object({
  dimension: code,
  code,
  parent: optional(code),
  name_vi: text,
  name_en: optional(text),
});

export const indicator = z.object({
  code,
  name_vi: text,
  name_en: optional(text),
  definition_vi: optional(text),
  definition_en: optional(text),
  methodology_vi: optional(text),
  methodology_en: optional(text),
  unit: code,
  kind: word<IndicatorKind>({ FLOW: true, STOCK: true, INDEX: true, RATIO: true }),
  base_year: optional(year),
  price_year: optional(year),
  decimals: optional(count),
  frequency: optional(word<Frequency>({ MONTHLY: true, QUARTERLY: true, HALF_YEARLY: true, ANNUAL: true })),
  next_release_on: optional(day),
  dimensions: list,
  abbreviations: optional(texts),
});

export const relatedIndicator = z.object({
  indicator: code,
  relation: word<StoredRelation>({ OTHER_MEASURE: true, COUNTERPART: true, PART_OF: true }),
  related: code,
});

export const release = z.object({ code, title_vi: text, title_en: optional(text), published_at: moment });

export const source = z.object({
  code,
  title: optional(text),
  publisher: optional(code),
  published_on: optional(uncertainDate),
  published_inferred: flag,
  address: optional(text),
  checksum: optional(text),
  carriers: list,
});

/** What a figure or a plan is about. */
const subject = { indicator: code, territory: text, breakdown: list, period };

/** What prints of figures and of plans have in common; `corrects` is the release whose print of the same document is mended. */
const statement = {
  release: code,
  ...subject,
  source: code,
  locator: optional(text),
  value: optional(decimal),
  unit_multiplier: optional(multiplier),
  qualifier: optional(qualifier),
  note_vi: optional(text),
  note_en: optional(text),
  corrects: optional(code),
  is_withdrawal: flag,
  reason_vi: optional(text),
  reason_en: optional(text),
};

const status = word<ObservationStatus>({
  FINAL: true, PROVISIONAL: true, ESTIMATED: true, FORECAST: true, UNSPECIFIED: true, MISSING: true, NOT_COLLECTED: true,
  NOT_APPLICABLE: true, SUPPRESSED: true,
}); // prettier-ignore

const printColumns = z.object({
  ...statement,
  publisher: code,
  status,
  has_break: flag,
  ...changeColumns,
});
export const print = printColumns.superRefine(broken<z.output<typeof printColumns>>(printRules));

const target = word<PlanTarget>({ LEVEL: true, GROWTH: true });

const planColumns = z.object({
  ...statement,
  set_by: optional(code),
  target,
  low: optional(decimal),
  high: optional(decimal),
});
export const plan = planColumns.superRefine(broken<z.output<typeof planColumns>>(planRules));

/** A share of plan that a print states; the plan is of the same indicator, territory and breakdown. */
export const planShare = z.object({
  release: code,
  ...subject,
  publisher: code,
  source: code,
  locator: optional(text),
  plan_period: period,
  plan_set_by: optional(code),
  plan_target: target,
  percent: decimal,
  qualifier: optional(qualifier),
});
