import { type Day, plainDate } from '../../kernel/day.js';
import { parseUncertainDate } from '../../kernel/uncertain-date.js';
import type { RecognitionKind } from './recognition.entity.js';

/** How sure it is that something is in force. */
export type Certainty = 'CERTAIN' | 'POSSIBLE';

/** First and last day, both included; null is without end. */
export interface Span {
  from: Day;
  until: Day | null;
}

/** When something is in force: on these days surely, on those perhaps; null on none. */
export interface Validity {
  certain: Span | null;
  possible: Span | null;
}

/** Kinds that are valid for 36 months from the decision. */
const TERM_MONTHS: Partial<Record<RecognitionKind, number>> = { OCOP: 36, OCOP_POTENTIAL_FIVE_STAR: 36 };
/** Kinds that stand until they are taken away. */
const ENDLESS: readonly RecognitionKind[] = ['GEOGRAPHICAL_INDICATION'];

/**
 * In force from the decision until the end that is stated, or that its kind has. What is not dated is in force on no day. Dates
 * that are not exact leave days on which it is only possible; so does an end that nobody states. Mirrored by table `recognition`.
 */
export function validityOf(kind: RecognitionKind | null, issuedOn: string | null, validUntil: string | null): Validity {
  if (issuedOn === null) return { certain: null, possible: null };
  const issued = parseUncertainDate(issuedOn);
  const { earliest, latest } = endOf(kind, issued, validUntil);
  return {
    certain:
      earliest === undefined || (earliest !== null && earliest < issued.latest)
        ? null
        : { from: issued.latest, until: earliest },
    possible: { from: issued.earliest, until: latest },
  };
}

/** The first and the last day on which it may end; `undefined` where nobody knows, null where it never does. */
function endOf(kind: RecognitionKind | null, issued: { earliest: Day; latest: Day }, validUntil: string | null) {
  if (validUntil !== null) return parseUncertainDate(validUntil);
  const months = kind && TERM_MONTHS[kind];
  if (months) return { earliest: after(issued.earliest, months), latest: after(issued.latest, months) };
  return { earliest: kind !== null && ENDLESS.includes(kind) ? null : undefined, latest: null };
}

const after = (day: Day, months: number): Day => plainDate(day).add({ months }).toString();

/** Whether a span takes in all days from one to another. */
export const covers = (span: Span | null, from: Day, until: Day): boolean =>
  span !== null && span.from <= from && (span.until === null || until <= span.until);
