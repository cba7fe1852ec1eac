import type { Day } from '../../kernel/day.js';
import { CANDIDATES, type Recognition } from './recognition.type.js';
import { type Certainty, covers } from './validity.js';

/** Recognitions in force on a day: surely, or perhaps (those that surely are among them). */
export const inForceOn = (all: readonly Recognition[], day: Day, certainty: Certainty): Recognition[] =>
  all.filter(({ validity }) => covers(certainty === 'CERTAIN' ? validity.certain : validity.possible, day, day));

/**
 * OCOP stars on a day. Certain: those of the newest certificate that surely is in force, because it replaced the older ones.
 * Possible: the most that it may have. Null for none.
 */
export function starsOn(all: readonly Recognition[], day: Day, certainty: Certainty): number | null {
  const certificates = inForceOn(all, day, certainty).filter(({ kind, stars }) => kind === 'OCOP' && stars !== null);
  if (certainty === 'POSSIBLE')
    return certificates.reduce<number | null>((most, { stars }) => Math.max(most ?? 0, stars!), null);
  const newest = certificates.reduce<Recognition | null>(
    (best, one) => (best === null || isNewer(one, best) ? one : best),
    null,
  );
  return newest?.stars ?? null;
}

function isNewer(a: Recognition, b: Recognition): boolean {
  const [one, other] = [a.validity.certain!.from, b.validity.certain!.from];
  return one > other || (one === other && a.stars! > b.stars!);
}

/** How sure it is that a product is recognised on a day, candidates left out; null where it cannot be. */
export function certaintyOn(all: readonly Recognition[], day: Day): Certainty | null {
  const recognised = all.filter(({ kind }) => !CANDIDATES.includes(kind));
  if (inForceOn(recognised, day, 'CERTAIN').length > 0) return 'CERTAIN';
  return inForceOn(recognised, day, 'POSSIBLE').length > 0 ? 'POSSIBLE' : null;
}
