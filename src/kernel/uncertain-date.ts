import { BadInput } from './bad-input.js';
import { type Day, isDay, plainDate } from './day.js';

export type DatePrecision = 'DAY' | 'MONTH' | 'QUARTER' | 'YEAR' | 'RANGE';

/** A date no more exact than is known: it lies between two days, both included. */
export interface UncertainDate {
  /** As it is known: `2024-03`, or a range `2024-04/2024-05`. */
  date: string;
  precision: DatePrecision;
  earliest: Day;
  latest: Day;
  /** Whether it was inferred, not stated by the document. */
  inferred: boolean;
}

type Extent = Pick<UncertainDate, 'precision' | 'earliest' | 'latest'>;

/** Reads `YYYY`, `YYYY-Qn`, `YYYY-MM`, `YYYY-MM-DD` or a range `A/B` of those; throws a `BadInput` INVALID_DATE. */
export function parseUncertainDate(text: string, inferred = false): UncertainDate {
  const extent = text.includes('/') ? rangeOf(text) : simpleOf(text);
  if (extent) return { date: text, ...extent, inferred };
  const value = text.slice(0, 100);
  const message = `"${value}" is not a date: write YYYY, YYYY-Qn, YYYY-MM, YYYY-MM-DD, or a range A/B of those.`;
  throw new BadInput('INVALID_DATE', message, { value });
}

function rangeOf(text: string): Extent | null {
  const [first, last, ...rest] = text.split('/').map(simpleOf);
  if (!first || !last || rest.length > 0 || first.earliest > last.latest) return null;
  return { precision: 'RANGE', earliest: first.earliest, latest: last.latest };
}

function simpleOf(text: string): Extent | null {
  if (isDay(text)) return { precision: 'DAY', earliest: text, latest: text };
  const [, year, quarter, month] = /^([1-9]\d{3})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(text) ?? [];
  if (year === undefined) return null;
  if (month !== undefined) return { precision: 'MONTH', ...months(year, Number(month), 1) };
  if (quarter !== undefined) return { precision: 'QUARTER', ...months(year, Number(quarter) * 3 - 2, 3) };
  return { precision: 'YEAR', ...months(year, 1, 12) };
}

function months(year: string, from: number, count: number): { earliest: Day; latest: Day } {
  const earliest = `${year}-${String(from).padStart(2, '0')}-01`;
  return { earliest, latest: plainDate(earliest).add({ months: count }).subtract({ days: 1 }).toString() };
}

/** The same of a text that was checked when it was stored; days, the most common, cost nothing. */
export const storedDate = (date: string, inferred: boolean): UncertainDate =>
  date.length === 10
    ? { date, precision: 'DAY', earliest: date, latest: date, inferred }
    : parseUncertainDate(date, inferred);
