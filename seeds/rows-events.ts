import { z } from 'zod';
import type { CallOff, EventKind, PartyRole } from '../src/features/events/event.entity.js';
import {
  code, day, decimal, flag, list, multiplier, optional, partialDate, qualifier, slug, text, word, yesOrNo, wholeNumber,
} from './cells.js'; // prettier-ignore
import { broken } from './rules.js';
import { eventRules } from './rules-events.js';
import { citation } from './rows-catalogue.js';

const named = { name_vi: text, name_en: optional(text) };
const counted = optional(wholeNumber);
const near = optional(qualifier);

const eventColumns = z.object({
  slug,
  ...named,
  kind: word<EventKind>({
    TRADE_FAIR: true, EXHIBITION: true, SUPPLY_DEMAND_CONFERENCE: true, CONFERENCE: true, FORUM: true, PRODUCT_WEEK: true,
    MARKET: true, PRODUCT_DAY: true, FESTIVAL: true, CULTURE_AND_TOURISM_DAY: true, ONLINE_WEEK: true,
    TRADE_MISSION: true, PRESS_CONFERENCE: true,
  }), // prettier-ignore
  theme_vi: optional(text),
  theme_en: optional(text),
  parent: optional(slug),
  planned_start: optional(partialDate),
  planned_end: optional(partialDate),
  actual_start: optional(partialDate),
  actual_end: optional(partialDate),
  are_dates_inferred: flag,
  duration_days: counted,
  opening_hours_vi: optional(text),
  opening_hours_en: optional(text),
  territory: optional(text),
  plan_number: optional(text),
  is_entry_free: optional(yesOrNo),
  booths: counted,
  booths_qualifier: near,
  firms: counted,
  firms_qualifier: near,
  displayed_products: counted,
  displayed_products_qualifier: near,
  localities: counted,
  localities_qualifier: near,
  visitors: counted,
  visitors_qualifier: near,
  contracts: counted,
  contracts_qualifier: near,
  registration_deadline: optional(partialDate),
  registration_how_vi: optional(text),
  registration_how_en: optional(text),
  registration_contact: optional(text),
  is_registration_exempt: optional(yesOrNo),
  turnover: optional(decimal),
  turnover_multiplier: optional(multiplier),
  turnover_qualifier: near,
  call_off: optional(word<CallOff>({ CANCELLED: true, POSTPONED: true })),
  called_off_on: optional(day),
  call_off_reason_vi: optional(text),
  call_off_reason_en: optional(text),
  note_vi: optional(text),
  note_en: optional(text),
});
export const event = eventColumns.superRefine(broken<z.output<typeof eventColumns>>(eventRules));

export const venue = z.object({ event: slug, ...named });

export const party = z.object({
  event: slug,
  role: word<PartyRole>({ HOST: true, ORGANISER: true, CO_ORGANISER: true }),
  ...named,
});

export const zone = z.object({ event: slug, ...named, booths: counted, booths_qualifier: near });

export const cited = z.object({ event: slug, source: code, locator: optional(text) });

export const exhibit = z.object({
  event: slug,
  producer: slug,
  booth: optional(text),
  zone: optional(text),
  products: list,
  ...citation,
});
