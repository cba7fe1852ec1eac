import { type Kysely, sql } from 'kysely';
import { AuthorityLevelEnum, RecognitionKindEnum } from '../features/products/recognition.type.js';
import { Int } from 'type-graphql';
import { DecimalScalar } from '../kernel/scalars.js';
import type { Tables } from '../kernel/tables.js';
import { certificate, recognition } from '../../seeds/rows-catalogue.js';
import { contradiction } from '../../seeds/recognitions.js';
import { certificateRules, recognitionRules } from '../../seeds/rules-catalogue.js';
import { citation, date, field, flag, twoTexts } from './fields.js';
import type { Judge, Noun } from './noun.js';

const product = field('Slug of the product.', 'tra-mang-tay', { refers: 'product' });
const validUntil = date('Last day of its validity, where a document gives it.');

export const RECOGNITIONS: Noun = {
  name: 'recognitions',
  description:
    'What documents say of the recognition of products. One is told apart by its product, kind, stars, date, decision and document; where one of these is mended it is the same still, unless the document tells of several of that kind.',
  table: 'recognition',
  shape: recognition,
  identity: [['product', 'kind', 'stars', 'issued_on', 'decision', 'source']],
  fallback: ['product', 'kind', 'source'],
  rules: recognitionRules,
  rulesOf: byCriteria,
  fields: {
    product,
    kind: field('By what it is recognised.', 'OCOP', { takes: RecognitionKindEnum }),
    stars: field('Number of OCOP stars, 1 to 5.', '3', { takes: Int }),
    score: field('Score of 0 to 100, as printed.', '62.5', { takes: DecimalScalar }),
    criteria: field('Code of the version of the OCOP criteria.', 'QD148_2023', { refers: 'ocop_criteria' }),
    ...twoTexts('authority', 'Who recognised it, as printed.', 'Hội đồng cấp huyện'),
    authority_level: field('Level of who recognised it.', 'DISTRICT', { takes: AuthorityLevelEnum }),
    decision: field('Number of the decision.', '1419/QĐ-UBND'),
    issued_on: date('When it was recognised.', '2023-12'),
    issued_inferred: flag('Whether that date was inferred.'),
    valid_until: validUntil,
    ...twoTexts('area', 'Protected area of a mark.'),
    ...twoTexts('owner', 'Owner of a mark.'),
    ...twoTexts('list', 'List that names it.'),
    ...twoTexts('note', 'Remark.'),
    ...citation,
  },
};

export const CERTIFICATES: Noun = {
  name: 'certificates',
  description:
    'Certificates of a product or of a producer by a standard. One is told apart by whose it is, its standard, number and date.',
  table: 'certificate',
  shape: certificate,
  identity: [['product', 'producer', 'standard', 'number', 'issued_on']],
  fallback: ['product', 'producer', 'standard'],
  scope: ['product', 'producer'],
  rules: certificateRules,
  fields: {
    product: field('Slug of the product, where it is of a product.', 'tra-mang-tay', { refers: 'product' }),
    producer: field('Slug of the producer, where it is of a producer.', '', { refers: 'producer' }),
    standard: field('Code of the standard.', 'VIETGAP', { refers: 'standard' }),
    number: field('Its number, as printed.'),
    ...twoTexts('issuer', 'Who issued it.'),
    issued_on: date('When it was issued.', '2024-03'),
    valid_until: validUntil,
    ...citation,
  },
};

/** Dates and scores by the version of the criteria that a recognition names. */
async function byCriteria(db: Kysely<Tables>): Promise<Judge> {
  const { rows } = await sql<Version>`
    select code, valid_from::text, star_bands from ocop_criteria`.execute(db);
  const versions = new Map(rows.map((version) => [version.code, version]));
  return (cells) => {
    const version = versions.get(cells['criteria'] as string);
    const found = version && contradiction(cells as never, version);
    return found ? [found] : [];
  };
}

interface Version {
  code: string;
  valid_from: string | null;
  star_bands: number[];
}
