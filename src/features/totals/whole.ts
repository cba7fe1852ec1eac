import type { Territory } from '../territories/territory.type.js';

/**
 * The predecessors that together had the very area of a unit when it began: all of them known, each wholly in it.
 * Null where that is not known or not so.
 */
export function predecessorsMaking(unit: Territory): readonly Territory[] | null {
  const { predecessors } = unit.links;
  const isWhole = unit.hasAllPredecessors && predecessors.length > 0 && predecessors.every((one) => isAllOf(one, unit));
  return isWhole ? predecessors : null;
}

/** Whether a predecessor came whole into a unit on the day on which that began. */
const isAllOf = ({ links, validTo }: Territory, unit: Territory): boolean =>
  validTo === unit.validFrom && links.successors.length === 1 && links.unlistedSuccessorCodes.length === 0;

/** The nearest units that are there and make a unit: each predecessor, or in its place those that made it; else null. */
export function partsMaking(unit: Territory, isThere: (one: Territory) => boolean): Territory[] | null {
  const made = predecessorsMaking(unit)?.map((one) => (isThere(one) ? [one] : partsMaking(one, isThere)));
  if (!made) return null;
  const found = made.filter((parts) => parts !== null);
  return found.length === made.length ? found.flat() : null;
}

/** Every unit that may be a part of a unit. */
export const possibleParts = (unit: Territory): Territory[] =>
  (predecessorsMaking(unit) ?? []).flatMap((one) => [one, ...possibleParts(one)]);
