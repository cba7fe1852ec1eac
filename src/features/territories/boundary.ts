import type { Day } from '../../kernel/day.js';
import { compareTerritories } from './territory.table.js';
import type { Territory } from './territory.type.js';

/** Where the area of a unit lies on a day. */
export interface Whereabouts {
  /** Units valid on that day, by (code, validFrom). */
  units: Territory[];
  /** How many ways lead to no unit valid then: successors that are not listed, and units that ended without any. */
  lost: number;
}

/** Follows successors until units that are valid on a day; a unit valid then is where it is. */
export function whereaboutsOn(unit: Territory, day: Day): Whereabouts {
  const units = new Set<Territory>();
  const lost = new Set<string>();
  const seen = new Set<Territory>();
  const follow = (one: Territory): void => {
    if (seen.has(one)) return;
    seen.add(one);
    const { successors, unlistedSuccessorCodes } = one.links;
    if (one.isValidOn(day)) units.add(one);
    else if (successors.length + unlistedSuccessorCodes.length === 0) lost.add(one.id);
    else {
      for (const code of unlistedSuccessorCodes) lost.add(`${code}@${one.validTo}`);
      successors.forEach(follow);
    }
  };
  follow(unit);
  return { units: [...units].sort(compareTerritories), lost: lost.size };
}

/** A unit and its predecessors, theirs among them. */
export function withPredecessors(unit: Territory): Territory[] {
  return [...new Set([unit, ...unit.links.predecessors.flatMap(withPredecessors)])];
}

/** The units of a day that hold the area of `unit`, with all their predecessors; itself where none is known to. */
export function unitsOnBoundariesOf(day: Day, unit: Territory): Territory[] {
  const { units } = whereaboutsOn(unit, day);
  return [...new Set((units.length === 0 ? [unit] : units).flatMap(withPredecessors))];
}
