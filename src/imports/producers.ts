import { ContactKindEnum, ProducerKindEnum } from '../features/producers/producer.type.js';
import { optional, text } from '../../seeds/cells.js';
import { contact, producer } from '../../seeds/rows-catalogue.js';
import { citation, field, located, names, slugField } from './fields.js';
import type { Noun } from './noun.js';

export const PRODUCERS: Noun = {
  name: 'producers',
  description: 'Who makes products.',
  table: 'producer',
  shape: producer,
  identity: [['slug']],
  fields: {
    slug: slugField('producer', 'htx-tuan-tu'),
    ...names('Name of the producer.', 'HTX Dịch vụ Tổng hợp Tuấn Tú'),
    kind: field('What it is in law; empty where not known.', 'COOPERATIVE', { takes: ProducerKindEnum }),
    ...located,
    ...citation,
  },
};

export const PRODUCER_CONTACTS: Noun = {
  name: 'producer-contacts',
  description:
    'Ways to reach producers that are meant for the public. The first telephone number of a producer in the file is that in place of its first here, and so on; an empty value takes it away.',
  table: 'producer_contact',
  shape: contact.extend({ value: optional(text) }),
  identity: [['producer', 'kind']],
  scope: ['producer'],
  listedBy: ['producer'],
  erasedBy: 'value',
  fields: {
    producer: field('Slug of the producer.', 'htx-tuan-tu', { refers: 'producer' }),
    kind: field('What it is.', 'PHONE', { takes: ContactKindEnum }),
    value: field(
      'The number or address; empty takes it away. Neither reports nor the audit trail repeat it.',
      '0259 3000 000',
      {
        isPersonal: true,
      },
    ),
  },
};
