import type { ComparisonBasis, ObservationStatus, StoredChanges } from './print.entity.js';

/** What folding needs to know of a print. */
export interface Stated {
  value: string | null;
  status: ObservationStatus;
  changes: StoredChanges;
  isWithdrawal: boolean;
}

interface States {
  row: Stated;
}

const MISSING: ReadonlySet<ObservationStatus> = new Set(['MISSING', 'NOT_COLLECTED', 'NOT_APPLICABLE', 'SUPPRESSED']);

/** A withdrawal or a missing reason empties an observation; nothing else does. */
export const isEmpty = (print: Stated): boolean => print.isWithdrawal || MISSING.has(print.status);

/**
 * The newest of visible prints, oldest first, that states a value, a missing reason or a withdrawal: what a later one does not
 * mention it leaves standing. Null where none does.
 */
export const valueStanding = <P extends States>(prints: readonly P[]): P | null =>
  prints.findLast(({ row }) => row.value !== null || isEmpty(row)) ?? null;

/** The print that states the change which stands on a basis; an emptying print takes away those before it. */
export function changeStanding<P extends States>(prints: readonly P[], basis: ComparisonBasis): P | null {
  const last = prints.findLast(({ row }) => row.changes[basis] !== undefined || isEmpty(row));
  return last?.row.changes[basis] === undefined ? null : last;
}
