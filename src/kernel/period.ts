import { Temporal } from 'temporal-polyfill';
import { BadInput } from './bad-input.js';
import { addDays, type Day, daysBetween, isDay, plainDate } from './day.js';

/** An interval of days, both included. The same interval is one period whatever it was called. */
export interface Period {
  start: Day;
  end: Day;
}

export type PeriodKind = 'MONTH' | 'QUARTER' | 'HALF_YEAR' | 'YEAR' | 'YEAR_TO_DATE' | 'SPAN';

/** Months of each kind that has a fixed length and starts on a multiple of it. */
const FIXED = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 } as const;
const SHORT = /^([1-9]\d{3})(?:-(?:M?(0[1-9]|1[0-2])|Q([1-4])|[SH]([12])|YTD(0?[1-9]|1[0-2])))?$/;
const RANGE = /^([1-9]\d{3}-\d{2}-\d{2})\/(P(?=\d)(?:\d{1,4}Y)?(?:\d{1,5}M)?(?:\d{1,7}D)?)$/;
const LAST_YEAR = 9999;

export const periodDays = ({ start, end }: Period): number => daysBetween(start, end) + 1;

/** The day after its last. */
const next = ({ end }: Period): Temporal.PlainDate => plainDate(end).add({ days: 1 });

/** Year, month and day as numbers, without a calendar: many labels are made of one answer. */
const numbersOf = (day: Day): [number, number, number] => day.split('-').map(Number) as [number, number, number];

/** How many whole calendar months it has; null where it does not begin and end with months. */
function wholeMonths({ start, end }: Period): number | null {
  const [[firstYear, firstMonth, firstDay], [lastYear, lastMonth, lastDay]] = [numbersOf(start), numbersOf(end)];
  const endOfMonth = new Date(Date.UTC(lastYear, lastMonth, 0)).getUTCDate();
  if (firstDay !== 1 || lastDay !== endOfMonth) return null;
  return (lastYear - firstYear) * 12 + lastMonth - firstMonth + 1;
}

export function periodKind(period: Period): PeriodKind {
  const months = wholeMonths(period);
  if (months === null) return 'SPAN';
  const [, month] = numbersOf(period.start);
  for (const [kind, length] of Object.entries(FIXED)) {
    if (months === length && (month - 1) % length === 0) return kind as PeriodKind;
  }
  return month === 1 && months < 12 ? 'YEAR_TO_DATE' : 'SPAN';
}

/** Whether it runs from 1 January to a month's end of the same year: the months, quarters, halves and years that do too. */
export function isYearToDate(period: Period): boolean {
  const months = wholeMonths(period);
  return months !== null && months <= 12 && period.start.endsWith('-01-01');
}

/** Canonical code: `2024-M06`, `2024-Q2`, `2024-S1`, `2024`, `2024-YTD10`, else an ISO 8601 range. */
export function periodCode(period: Period): string {
  const start = plainDate(period.start);
  const two = (month: number): string => String(month).padStart(2, '0');
  switch (periodKind(period)) {
    case 'MONTH':
      return `${start.year}-M${two(start.month)}`;
    case 'QUARTER':
      return `${start.year}-Q${(start.month + 2) / 3}`;
    case 'HALF_YEAR':
      return `${start.year}-S${(start.month + 5) / 6}`;
    case 'YEAR':
      return `${start.year}`;
    case 'YEAR_TO_DATE':
      return `${start.year}-YTD${two(plainDate(period.end).month)}`;
    case 'SPAN':
      return `${period.start}/${spanLength(period)}`;
  }
}

/** The length of any interval, in whole years if it fits, else whole months, else days. */
export function spanLength(period: Period): string {
  const [start, after] = [plainDate(period.start), next(period)];
  const months = (after.year - start.year) * 12 + after.month - start.month;
  const fits = months > 0 && start.add({ months }).equals(after);
  if (!fits) return `P${periodDays(period)}D`;
  return months % 12 === 0 ? `P${months / 12}Y` : `P${months}M`;
}

/** Reads any code of a period; throws a `BadInput` INVALID_PERIOD that names it. */
export function parsePeriod(text: string): Period {
  const period = shortPeriod(text) ?? rangePeriod(text);
  if (period) return period;
  const value = text.slice(0, 100);
  const message = `"${value}" is not a period: write 2024, 2024-S1 (or H1), 2024-Q2, 2024-M06 (or 2024-06), 2024-YTD10, or 2024-01-01/P6M.`;
  throw new BadInput('INVALID_PERIOD', message, { value });
}

function shortPeriod(text: string): Period | null {
  const [, year, month, quarter, half, toDate] = SHORT.exec(text) ?? [];
  if (year === undefined) return null;
  if (month !== undefined) return monthsFrom(year, Number(month), 1);
  if (quarter !== undefined) return monthsFrom(year, Number(quarter) * 3 - 2, 3);
  if (half !== undefined) return monthsFrom(year, Number(half) * 6 - 5, 6);
  return monthsFrom(year, 1, toDate === undefined ? 12 : Number(toDate));
}

function monthsFrom(year: string, month: number, months: number): Period {
  const start = new Temporal.PlainDate(Number(year), month, 1);
  return { start: start.toString(), end: start.add({ months }).subtract({ days: 1 }).toString() };
}

function rangePeriod(text: string): Period | null {
  const [, start, length] = RANGE.exec(text) ?? [];
  if (start === undefined || !isDay(start)) return null;
  const after = plainDate(start).add(Temporal.Duration.from(length!));
  const end = after.subtract({ days: 1 });
  return end.year <= LAST_YEAR && end.toString() >= start ? { start, end: end.toString() } : null;
}

/** The period before of the same length; a longer year-to-date has none. */
export function previousPeriod(period: Period): Period | null {
  if (periodKind(period) === 'YEAR_TO_DATE') return null;
  const start = plainDate(period.start).subtract(Temporal.Duration.from(spanLength(period)));
  return start.year < 1000 ? null : { start: start.toString(), end: addDays(period.start, -1) };
}

/** The same period one year earlier; what ends with a month ends with that month. */
export function samePeriodLastYear(period: Period): Period {
  const after = next(period);
  const end =
    after.day === 1 ? after.subtract({ years: 1 }).subtract({ days: 1 }) : plainDate(period.end).subtract({ years: 1 });
  return { start: plainDate(period.start).subtract({ years: 1 }).toString(), end: end.toString() };
}

/** Bounds of an interval asked for: each end a day, or a period, which means its first or its last day. */
export function parseFromTo(
  from: string | null | undefined,
  to: string | null | undefined,
): { from: Day | null; to: Day | null } {
  const bounds = {
    from: from ? bound('from', from).start : null,
    to: to ? bound('to', to).end : null,
  };
  if (bounds.from !== null && bounds.to !== null && bounds.from > bounds.to) {
    const message = `from "${from}" begins after to "${to}" ends: no period fits.`;
    throw new BadInput('INVALID_RANGE', message, { argument: 'from', value: from });
  }
  return bounds;
}

function bound(argument: string, text: string): Period {
  if (isDay(text)) return { start: text, end: text };
  try {
    return parsePeriod(text);
  } catch (error) {
    throw error instanceof BadInput ? error.at(argument) : error;
  }
}
