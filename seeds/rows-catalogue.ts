import { z } from 'zod';
import type { ContactKind, ProducerKind } from '../src/features/producers/producer.entity.js';
import type { SalesChannelKind } from '../src/features/products/product.entity.js';
import type { AuthorityLevel, RecognitionKind } from '../src/features/products/recognition.entity.js';
import {
  address, code, day, decimal, flag, groupCode, list, numbers, optional, partialDate, shelfLife, slug, stars, text, word,
} from './cells.js'; // prettier-ignore
import { broken } from './rules.js';
import { certificateRules, criteriaRules, recognitionRules } from './rules-catalogue.js';

/** Where a row's facts are written. */
export const citation = { source: optional(code), locator: optional(text) };

/** Where something lies: the most exact unit that is known, and what was printed below it. */
export const located = { territory: optional(text), place: optional(text) };

const criteriaColumns = z.object({
  code,
  decision: text,
  name_vi: text,
  name_en: optional(text),
  valid_from: optional(day),
  valid_to: optional(day),
  score_parts: numbers,
  star_bands: numbers,
});
export const criteria = criteriaColumns.superRefine(broken<z.output<typeof criteriaColumns>>(criteriaRules));

export const group = z.object({
  criteria: code,
  code: groupCode,
  name_vi: text,
  name_en: optional(text),
  is_verified: flag,
});

export const producer = z.object({
  slug,
  name_vi: text,
  name_en: optional(text),
  kind: optional(
    word<ProducerKind>({
      COOPERATIVE: true, COOPERATIVE_GROUP: true, ENTERPRISE: true, FARM: true, HOUSEHOLD: true, ESTABLISHMENT: true,
    }), // prettier-ignore
  ),
  ...located,
  ...citation,
});

export const contact = z.object({
  producer: slug,
  kind: word<ContactKind>({ PHONE: true, EMAIL: true, WEBSITE: true, ADDRESS: true, SOCIAL: true }),
  value: text,
});

export const product = z.object({
  slug,
  name_vi: text,
  name_en: optional(text),
  code: optional(text),
  group: optional(text),
  is_group_assigned: flag,
  producer: optional(slug),
  ...located,
  description_vi: optional(text),
  description_en: optional(text),
  packaging_vi: optional(text),
  packaging_en: optional(text),
  shelf_life: optional(shelfLife),
  allergens: optional(list),
  keywords: optional(list),
});

export const price = z.object({
  product: slug,
  amount: decimal,
  currency: code,
  per_vi: text,
  per_en: optional(text),
  stated_on: partialDate,
  ...citation,
});

export const photo = z.object({
  product: slug,
  address,
  alt_vi: text,
  alt_en: optional(text),
  credit: optional(text),
});

export const channel = z.object({
  product: slug,
  kind: word<SalesChannelKind>({
    SHOP: true, SUPERMARKET: true, MARKETPLACE: true, WEBSITE: true, EXPORT: true, OTHER: true,
  }), // prettier-ignore
  name: text,
  address: optional(text),
});

export const standard = z.object({ code, name_vi: text, name_en: optional(text) });

const certificateColumns = z.object({
  product: optional(slug),
  producer: optional(slug),
  standard: code,
  number: optional(text),
  issuer_vi: optional(text),
  issuer_en: optional(text),
  issued_on: optional(partialDate),
  valid_until: optional(partialDate),
  ...citation,
});
export const certificate = certificateColumns.superRefine(
  broken<z.output<typeof certificateColumns>>(certificateRules),
);

const recognitionColumns = z.object({
  product: slug,
  kind: word<RecognitionKind>({
    OCOP: true, OCOP_POTENTIAL_FIVE_STAR: true, GEOGRAPHICAL_INDICATION: true, COLLECTIVE_MARK: true,
    CERTIFICATION_MARK: true, SPECIALTY: true, SPECIALTY_CANDIDATE: true, OCOP_CANDIDATE: true,
  }), // prettier-ignore
  stars: optional(stars),
  score: optional(decimal),
  criteria: optional(code),
  authority_vi: optional(text),
  authority_en: optional(text),
  authority_level: optional(word<AuthorityLevel>({ DISTRICT: true, PROVINCE: true, CENTRAL: true })),
  decision: optional(text),
  issued_on: optional(partialDate),
  issued_inferred: flag,
  valid_until: optional(partialDate),
  area_vi: optional(text),
  area_en: optional(text),
  owner_vi: optional(text),
  owner_en: optional(text),
  list_vi: optional(text),
  list_en: optional(text),
  note_vi: optional(text),
  note_en: optional(text),
  source: code,
  locator: optional(text),
});
export const recognition = recognitionColumns.superRefine(
  broken<z.output<typeof recognitionColumns>>(recognitionRules),
);
