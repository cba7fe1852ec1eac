import { distance } from 'fastest-levenshtein';
import { BadInput } from './bad-input.js';

/** The candidate closest to a mistyped code, null where none is close enough to be what was meant. */
export function nearest(typed: string, candidates: Iterable<string>): string | null {
  const wanted = typed.toUpperCase();
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(typed.length / 3)) + 1;
  for (const candidate of candidates) {
    const apart = distance(wanted, candidate.toUpperCase());
    if (apart < bestDistance) [best, bestDistance] = [candidate, apart];
  }
  return best;
}

/** A code that does not exist for the reader, with the nearest one that does. */
export function unknownCode(argument: string, kind: string, typed: string, candidates: Iterable<string>): BadInput {
  const value = typed.slice(0, 100);
  const meant = nearest(value, candidates);
  const hint = meant === null ? '' : ` Did you mean "${meant}"?`;
  return new BadInput('UNKNOWN_CODE', `There is no ${kind} "${value}" (${argument}).${hint}`, {
    argument,
    value,
    ...(meant === null ? {} : { nearest: meant }),
  });
}
