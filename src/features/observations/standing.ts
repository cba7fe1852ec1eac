import type { ComparisonBasis, ObservationStatus, StoredChanges } from './print.entity.js';

/** What folding needs to know of a print. */
export interface Stated {
  value: string | null;
  status: ObservationStatus;
  changes: StoredChanges;
  isWithdrawal: boolean;
}

/** Which print each part of an observation stands on. */
export interface Standing<P> {
  /** The newest print that states a value, a missing reason or a withdrawal; else null. */
  value: P | null;
  changes: Partial<Record<ComparisonBasis, P>>;
  newest: P;
}

const MISSING: ReadonlySet<ObservationStatus> = new Set(['MISSING', 'NOT_COLLECTED', 'NOT_APPLICABLE', 'SUPPRESSED']);

/** A withdrawal or a missing reason empties an observation; nothing else does. */
export const isEmpty = (print: Stated): boolean => print.isWithdrawal || MISSING.has(print.status);

/**
 * Folds visible prints, oldest first, into what stands: what a print does not mention it leaves standing.
 * At least one print is needed.
 */
export function standing<P extends Stated>(prints: readonly P[]): Standing<P> {
  const stands: Standing<P> = { value: null, changes: {}, newest: prints.at(-1)! };
  for (const print of prints) {
    if (isEmpty(print)) stands.changes = {};
    if (isEmpty(print) || print.value !== null) stands.value = print;
    for (const basis of Object.keys(print.changes) as ComparisonBasis[]) stands.changes[basis] = print;
  }
  return stands;
}
