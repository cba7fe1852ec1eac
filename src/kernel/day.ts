import { Temporal } from 'temporal-polyfill';
import { BadInput } from './bad-input.js';

/** A calendar day of Asia/Ho_Chi_Minh as `YYYY-MM-DD`, years 1000 to 9999: days compare as their texts do. */
export type Day = string;

const FORM = /^[1-9]\d{3}-\d{2}-\d{2}$/;
const VIETNAM_OFFSET = 7 * 3_600_000;

export const plainDate = (day: Day): Temporal.PlainDate => Temporal.PlainDate.from(day);

export function isDay(text: string): boolean {
  if (!FORM.test(text)) return false;
  const midnight = Date.parse(`${text}T00:00Z`);
  // 30 February would be read as a day of March.
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text);
}

/** Checks a day; throws a `BadInput` INVALID_DATE that names it. */
export function parseDay(text: string): Day {
  if (isDay(text)) return text;
  throw new BadInput('INVALID_DATE', `"${text.slice(0, 100)}" is not a day: write YYYY-MM-DD.`, {
    value: text.slice(0, 100),
  });
}

export const addDays = (day: Day, days: number): Day => plainDate(day).add({ days }).toString();

/** How many days lie from one day to another: 1 from a day to the next. */
export const daysBetween = (from: Day, to: Day): number =>
  plainDate(from).until(plainDate(to), { largestUnit: 'day' }).days;

/** The day of a canonical moment in Asia/Ho_Chi_Minh, which has kept UTC+7 since 1975. */
export const dayOf = (moment: string): Day =>
  new Date(Date.parse(`${moment.slice(0, 19)}Z`) + VIETNAM_OFFSET).toISOString().slice(0, 10);
