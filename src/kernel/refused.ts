/** Why a change was not made; what the caller can act on. */
export type RefusalReason =
  /** There is no such thing, or none that this caller may see. */
  | 'NOT_FOUND'
  /** The caller sees the thing, and may not do this. */
  | 'NOT_ALLOWED'
  /** What was sent is wrong: see the fields. */
  | 'INVALID'
  /** The state of the thing does not allow it: published already, taken, changed meanwhile. */
  | 'CONFLICT'
  /** Data checks found errors, or warnings that nobody has accepted. */
  | 'CHECKS_FAILED'
  | 'TOO_LARGE';

/** One field, cell or row that is wrong. */
export interface WrongField {
  /** Path of the field as the caller wrote it: `prints.3.value`, `observations.csv:7:value`. */
  path: string;
  /** What is wrong, and what was expected. */
  message: string;
  /** What was sent, shortened. */
  value: string | null;
}

/** Thrown where a change cannot be made: the transaction is rolled back, and the caller is told all of it. */
export class Refused extends Error {
  override name = 'Refused';

  constructor(
    readonly reason: RefusalReason,
    message: string,
    readonly fields: readonly WrongField[] = [],
  ) {
    super(message);
  }
}
