import { Temporal } from 'temporal-polyfill';
import { BadInput } from './bad-input.js';
import { isDay } from './day.js';

const FORM = /^[1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?(Z|[+-]\d{2}(:?\d{2})?)$/;

/** A moment in UTC as `YYYY-MM-DDTHH:MM:SS.ffffffZ`: moments compare as their texts do. */
export const canonicalMoment = (instant: Temporal.Instant): string =>
  instant.round({ smallestUnit: 'microsecond', roundingMode: 'floor' }).toString({ fractionalSecondDigits: 6 });

/** The last microsecond of a day in Asia/Ho_Chi_Minh. */
const endOfDay = (day: string): string => canonicalMoment(Temporal.Instant.from(`${day}T23:59:59.999999+07:00`));

/** The first microsecond of a day in Asia/Ho_Chi_Minh. */
export const startOfDay = (day: string): string => canonicalMoment(Temporal.Instant.from(`${day}T00:00:00+07:00`));

/** Whether a text is a moment exactly as we write it. */
export function isCanonicalMoment(text: string): boolean {
  try {
    return parseAsOf(text) === text;
  } catch {
    return false;
  }
}

/**
 * A moment with its zone, or a day, which means its end in Asia/Ho_Chi_Minh, as a canonical moment.
 * Throws a `BadInput` INVALID_MOMENT that names it.
 */
export function parseAsOf(text: string): string {
  if (isDay(text)) return endOfDay(text);
  try {
    if (FORM.test(text)) return canonicalMoment(Temporal.Instant.from(text));
  } catch {
    // Told below: the form is right, the calendar or the clock does not have it.
  }
  const value = text.slice(0, 100);
  const message = `"${value}" is not a moment: write 2024-06-06T09:30:00+07:00, or a day 2024-06-06, which means its end.`;
  throw new BadInput('INVALID_MOMENT', message, { value });
}
