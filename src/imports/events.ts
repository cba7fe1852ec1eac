import { CallOffEnum, EventKindEnum } from '../features/events/event-words.type.js';
import { DayScalar, DecimalScalar } from '../kernel/scalars.js';
import { code, optional } from '../../seeds/cells.js';
import { event } from '../../seeds/rows-events.js';
import { eventRules } from '../../seeds/rules-events.js';
import type { Rule } from '../../seeds/rules.js';
import {
  counted,
  date,
  field,
  flag,
  located,
  multiplier,
  names,
  qualifier,
  slugField,
  twoTexts,
  whole,
} from './fields.js';
import type { Noun } from './noun.js';

const turnoverUnit: Rule<{ turnover: string | null; turnover_unit: string | null }> = [
  'turnover_unit',
  (row) => (row.turnover === null) !== (row.turnover_unit === null),
  'goes with the turnover: give both or none.',
];

const wasLong: Rule<{ duration_days: number | null }> = [
  'duration_days',
  (row) => row.duration_days === 0,
  'is not more than 0.',
];

export const EVENTS: Noun = {
  name: 'events',
  description: 'Trade-promotion events. One without dates of its own has those of its parent.',
  table: 'event',
  shape: event.safeExtend({ turnover_unit: optional(code) }),
  identity: [['slug']],
  rules: [...eventRules, turnoverUnit, wasLong],
  fields: {
    slug: slugField('event', 'hoi-cho-ocop-binh-thuan-2023'),
    ...names('Name of the event.', 'Hội chợ OCOP Bình Thuận năm 2023'),
    kind: field('What kind of event it is.', 'TRADE_FAIR', { takes: EventKindEnum }),
    ...twoTexts('theme', 'What it is about.'),
    parent: field('Slug of the event that it is a part of.', '', { refers: 'event' }),
    planned_start: date('First day as planned.', '2024-Q3'),
    planned_end: date('Last day as planned.'),
    actual_start: date('First day as it came about.', '2024-06-16'),
    actual_end: date('Last day as it came about.', '2024-06-20'),
    are_dates_inferred: flag('Whether its dates were inferred.'),
    duration_days: whole('Its length in days, where that was printed.', '5'),
    ...twoTexts('opening_hours', 'When it is open.', '8:00–21:00'),
    territory: located.territory,
    plan_number: field('Number of the plan or decision that it is held by.', '123/KH-UBND'),
    is_entry_free: field('Whether entry is free; empty where not known.', 'true', { takes: Boolean }),
    ...counted('booths', 'Number of booths.', '40'),
    ...counted('firms', 'Number of firms that take part.'),
    ...counted('displayed_products', 'Number of products shown.'),
    ...counted('localities', 'Number of provinces or other places that take part.'),
    ...counted('visitors', 'Number of visitors.'),
    ...counted('contracts', 'Number of contracts made.'),
    registration_deadline: date('Last day to register.'),
    ...twoTexts('registration_how', 'How to register.'),
    registration_contact: field('Whom to ask; reports and the audit trail do not repeat it.', '', { isPersonal: true }),
    is_registration_exempt: field('Whether it need not be registered with the department; empty where not known.', '', {
      takes: Boolean,
    }),
    turnover: field('Turnover, as printed.', '12.5', { takes: DecimalScalar }),
    turnover_multiplier: multiplier('turnover'),
    turnover_unit: field('Code of the unit of the turnover.', 'VND', { refers: 'unit' }),
    turnover_qualifier: qualifier('turnover'),
    call_off: field('How it was called off; empty where it was not.', '', { takes: CallOffEnum }),
    called_off_on: field('The day it was called off.', '', { takes: DayScalar }),
    ...twoTexts('call_off_reason', 'Why it was called off.'),
    ...twoTexts('note', 'Remark.'),
  },
};
