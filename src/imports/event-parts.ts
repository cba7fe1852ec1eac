import { describedEnum } from '../kernel/described-enum.js';
import { cited, exhibit, party, venue, zone } from '../../seeds/rows-events.js';
import type { Rule } from '../../seeds/rules.js';
import { citation, counted, field, twoTexts } from './fields.js';
import type { Noun } from './noun.js';

const PartyRoleEnum = describedEnum('EventPartyRole', 'What somebody does for an event.', {
  HOST: '*Chủ trì, đăng cai*: whose event it is.',
  ORGANISER: '*Tổ chức*: who organises it.',
  CO_ORGANISER: '*Phối hợp*: who helps to organise it.',
});

const event = field('Slug of the event.', 'hoi-cho-ocop-binh-thuan-2023', { refers: 'event' });
const inEvent = { scope: ['event'], listedBy: ['event'] };

export const EVENT_VENUES: Noun = {
  name: 'event-venues',
  description: 'Where events are held.',
  table: 'event_venue',
  shape: venue,
  identity: [['event', 'name_vi']],
  ...inEvent,
  fields: { event, ...twoTexts('name', 'The place as printed.', 'TP. Phan Thiết') },
};

export const EVENT_PARTIES: Noun = {
  name: 'event-parties',
  description: 'Who hosts and organises events.',
  table: 'event_party',
  shape: party,
  identity: [['event', 'role', 'name_vi']],
  scope: ['event'],
  listedBy: ['event', 'role'],
  fields: {
    event,
    role: field('What they do for it.', 'ORGANISER', { takes: PartyRoleEnum }),
    ...twoTexts('name', 'The name as printed.', 'Sở Công Thương Bình Thuận'),
  },
};

const boothsQualifier: Rule<{ booths: number | null; booths_qualifier: string | null }> = [
  'booths_qualifier',
  (row) => row.booths_qualifier !== null && row.booths === null,
  'is given, but there is no number.',
];

export const EVENT_ZONES: Noun = {
  name: 'event-zones',
  description: 'Parts of the booths of events.',
  table: 'event_zone',
  shape: zone,
  identity: [['event', 'name_vi']],
  ...inEvent,
  rules: [boothsQualifier],
  fields: {
    event,
    ...twoTexts('name', 'What the zone is called.', 'Sản phẩm OCOP'),
    ...counted('booths', 'Number of its booths.', '40'),
  },
};

export const EVENT_SOURCES: Noun = {
  name: 'event-sources',
  description: 'Documents that tell of events.',
  table: 'event_source',
  shape: cited,
  identity: [['event', 'source']],
  ...inEvent,
  fields: { event, ...citation },
};

export const EXHIBITS: Noun = {
  name: 'exhibits',
  description: 'Producers at events, and what they show there.',
  table: 'exhibit',
  shape: exhibit,
  identity: [['event', 'producer', 'booth']],
  fields: {
    event,
    producer: field('Slug of the producer.', 'htx-tuan-tu', { refers: 'producer' }),
    booth: field('Number of the booth.', 'A12'),
    zone: field('Vietnamese name of a zone of that event.', 'Sản phẩm OCOP', { refers: 'event_zone' }),
    products: field('Slugs of the products shown; in a file joined by `;`.', 'tra-mang-tay', {
      takes: [String],
      link: {
        table: 'exhibit_product', owner: 'exhibit_id', item: 'product_id', refers: 'product', isOrdered: false, repeats: 'event_id',
      }, // prettier-ignore
    }),
    ...citation,
  },
};
