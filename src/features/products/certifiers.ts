import type { Day } from '../../kernel/day.js';
import type { UncertainDate } from '../../kernel/uncertain-date.js';
import type { AuthorityLevel } from './recognition.entity.js';

/** Number of OCOP stars. */
export type Stars = 1 | 2 | 3 | 4 | 5;

/**
 * Who certifies how many stars, from a day on. 148/QĐ-TTg of 2023-02-24: the district three, the province four, the centre
 * five. 1489/QĐ-TTg, when districts had ended: from 2025-07-06 the province three and four, the ministry five. Nothing is
 * ruled on before, nor on one and two stars, which are no certificates.
 */
const CERTIFIERS: readonly { from: Day; of: Partial<Record<Stars, AuthorityLevel>> }[] = [
  { from: '2023-02-24', of: { 3: 'DISTRICT', 4: 'PROVINCE', 5: 'CENTRAL' } },
  { from: '2025-07-06', of: { 3: 'PROVINCE', 4: 'PROVINCE', 5: 'CENTRAL' } },
];

/** The level that certifies so many stars on a day; null where no rule is known. */
export function certifierOn(stars: Stars, day: Day): AuthorityLevel | null {
  return CERTIFIERS.findLast(({ from }) => from <= day)?.of[stars] ?? null;
}

/** Whether an authority may have given so many stars: on one of the days on which it may have been. */
export function mayHaveCertified(stars: Stars, level: AuthorityLevel, on: UncertainDate): boolean {
  const days = [on.earliest, ...CERTIFIERS.map(({ from }) => from).filter((from) => isWithin(from, on)), on.latest];
  return days.some((day) => [level, null].includes(certifierOn(stars, day)));
}

const isWithin = (day: Day, { earliest, latest }: UncertainDate): boolean => earliest <= day && day <= latest;

/** How many stars a score gives by the bands of a version of the criteria: the least score of each number of stars. */
export function starsOfScore(score: number, bands: readonly number[]): Stars {
  const stars = bands.filter((least) => least <= score).length;
  return Math.max(1, stars) as Stars;
}
