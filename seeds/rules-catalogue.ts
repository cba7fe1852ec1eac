import { Big } from 'big.js';
import { mayHaveCertified } from '../src/features/products/certifiers.js';
import type { AuthorityLevel, RecognitionKind } from '../src/features/products/recognition.entity.js';
import type { Stars } from '../src/features/products/certifiers.js';
import { parseUncertainDate } from '../src/kernel/uncertain-date.js';
import type { Rule } from './rules.js';

/** Whether something surely ends before it starts; what is unknown may always be right. */
export const endsBefore = (start: string | null, end: string | null): boolean =>
  start !== null && end !== null && parseUncertainDate(end).latest < parseUncertainDate(start).earliest;

interface Criteria {
  valid_from: string | null;
  valid_to: string | null;
  score_parts: readonly number[];
  star_bands: readonly number[];
}

export const criteriaRules: readonly Rule<Criteria>[] = [
  ['valid_to', (row) => row.valid_to !== null && (row.valid_from ?? '') >= row.valid_to, 'is not after valid_from.'],
  ['score_parts', (row) => row.score_parts.reduce((sum, part) => sum + part, 0) !== 100, 'do not add up to 100.'],
  [
    'star_bands',
    (row) => row.star_bands.length !== 5 || row.star_bands.some((least, at) => least <= (row.star_bands[at - 1] ?? -1)),
    'are not five rising scores, the least for one to five stars.',
  ],
];

interface Certificate {
  product: string | null;
  producer: string | null;
  issued_on: string | null;
  valid_until: string | null;
}

const ENDS_LATER = 'lies before issued_on.';

export const certificateRules: readonly Rule<Certificate>[] = [
  [
    'producer',
    (row) => (row.product === null) === (row.producer === null),
    'a certificate is of a product or of a producer: give one of them.',
  ],
  ['valid_until', (row) => endsBefore(row.issued_on, row.valid_until), ENDS_LATER],
];

interface Recognition {
  kind: RecognitionKind;
  stars: Stars | null;
  score: string | null;
  authority_level: AuthorityLevel | null;
  issued_on: string | null;
  issued_inferred: boolean;
  valid_until: string | null;
}

const isUncertified = ({ stars, authority_level: level, issued_on: issued }: Recognition): boolean =>
  stars !== null && level !== null && issued !== null && !mayHaveCertified(stars, level, parseUncertainDate(issued));

export const recognitionRules: readonly Rule<Recognition>[] = [
  ['stars', (row) => row.stars !== null && row.kind !== 'OCOP', 'only OCOP has stars.'],
  [
    'score',
    (row) => row.score !== null && !['OCOP', 'OCOP_POTENTIAL_FIVE_STAR'].includes(row.kind),
    'only OCOP is scored.',
  ],
  ['score', ({ score }) => score !== null && (new Big(score).lt(0) || new Big(score).gt(100)), 'is not of 0 to 100.'],
  ['authority_level', isUncertified, 'did not certify so many stars on any day of issued_on.'],
  [
    'authority_level',
    (row) => row.kind === 'OCOP_POTENTIAL_FIVE_STAR' && ![null, 'PROVINCE'].includes(row.authority_level),
    'it is the province that finds a product a potential five-star.',
  ],
  ['issued_inferred', (row) => row.issued_inferred && row.issued_on === null, 'is true, but there is no issued_on.'],
  ['valid_until', (row) => endsBefore(row.issued_on, row.valid_until), ENDS_LATER],
];
