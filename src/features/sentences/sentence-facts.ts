import type { Decimal } from '../../kernel/decimal.js';
import type { Period } from '../../kernel/period.js';
import type { ChangeForm, Qualifier } from '../../kernel/printed-change.js';
import type { UncertainDate } from '../../kernel/uncertain-date.js';
import type { IndicatorKind } from '../indicators/indicator.entity.js';
import type { ComparisonBasis, ObservationStatus } from '../observations/print.entity.js';
import type { TerritoryType } from '../territories/territory.entity.js';

/** The print that a part of a sentence is pinned to. */
export interface StatedBy {
  /** Parts with the same print share one attribution. */
  print: string;
  /** The publisher under the name it bore on the day. */
  publisher: string;
  date: UncertainDate;
  status: ObservationStatus;
  /** Whether an earlier document stated another number. */
  isRevised: boolean;
}

/** A number as printed, with what makes it inexact. */
interface Inexact {
  qualifier: Qualifier | null;
}

export interface LevelFacts extends Inexact {
  value: Decimal;
  unitMultiplier: number;
  statedBy: StatedBy;
}

/** Why there is no figure. */
export interface AbsenceFacts {
  why: 'MISSING' | 'NOT_COLLECTED' | 'NOT_APPLICABLE' | 'SUPPRESSED' | 'WITHDRAWN' | 'NOT_STATED';
  /** In the language of the sentence; null where none is given. */
  reason: string | null;
  statedBy: StatedBy;
}

export interface ComparisonFacts extends Inexact {
  basis: ComparisonBasis;
  form: ChangeForm;
  /** In its form; null for a range. */
  value: Decimal | null;
  low: Decimal | null;
  high: Decimal | null;
  /** Null where it is computed from published figures. */
  statedBy: StatedBy | null;
}

export interface PlanShareFacts extends Inexact {
  percent: Decimal;
  period: Period;
  /** Null where it is not known, or is the publisher itself. */
  setBy: string | null;
  /** Null where it is computed from published figures. */
  statedBy: StatedBy | null;
}

/** All that a sentence says of a figure; names are in its language. */
export interface SentenceFacts {
  indicator: string;
  kind: IndicatorKind;
  unit: { code: string; name: string; symbol: string | null };
  place: { name: string; fullName: string; type: TerritoryType };
  items: readonly { name: string; dimension: string }[];
  period: Period;
  level: LevelFacts | null;
  absence: AbsenceFacts | null;
  comparison: ComparisonFacts | null;
  planShare: PlanShareFacts | null;
}

/** One language: how it says each part. */
export interface Phrases {
  /** What the sentence is about: indicator, items, place, period. */
  subject(facts: SentenceFacts): string;
  level(level: LevelFacts, facts: SentenceFacts): string;
  absence(absence: AbsenceFacts): string;
  comparison(comparison: ComparisonFacts, facts: SentenceFacts): Clause;
  planShare(share: PlanShareFacts, facts: SentenceFacts): Clause;
  /** `isFirst` where the verb of the sentence has told the status. */
  attribution(statedBy: StatedBy, isFirst: boolean): string;
  /** Instead of an attribution. */
  computed: string;
}

/** A part as the verb of the sentence, or after one. */
export interface Clause {
  leading: string;
  following: string;
  /** Begins an attribution of its own. */
  apart: string;
}

/** Whether a share is told as one: *chiếm 40,2%*. */
export const isPartOfWhole = ({ kind, items }: SentenceFacts): boolean => kind === 'RATIO' && items.length > 0;

/** A name with what stands in brackets at its end. */
export function nameAndBrackets(name: string): [name: string, brackets: string | null] {
  const [, head, brackets] = /^(.+?) \(([^()]+)\)$/.exec(name) ?? [];
  return head === undefined ? [name, null] : [head, brackets!];
}

/** A name within a sentence: without its capital, unless that is more than the beginning of a phrase. */
export function withinSentence(name: string): string {
  const [first = '', ...others] = name.split(' ');
  const isName = /^.\P{Ll}/u.test(first) || others.some((word) => /^\p{Lu}\p{Ll}/u.test(word));
  return isName && first.length > 1 ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

/** Where a number stands: below, at or above nothing. */
export const signOf = (value: Decimal): -1 | 0 | 1 => {
  if (!/[1-9]/.test(value)) return 0;
  return value.startsWith('-') ? -1 : 1;
};

export const withoutSign = (value: Decimal): Decimal => value.replace('-', '');
