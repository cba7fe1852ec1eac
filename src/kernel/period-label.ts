import { plainDate } from './day.js';
import type { Language } from './language.js';
import { type Period, periodKind, spanLength } from './period.js';

const ROMAN = ['I', 'II', 'III', 'IV'];
const ORDINAL = ['First', 'Second', 'Third', 'Fourth'];

/** What people call a period: *First half of 2024*, *6 tháng đầu năm 2024*. */
export const periodLabel = (period: Period, language: Language): string =>
  language === 'EN' ? english(period) : vietnamese(period);

function english(period: Period): string {
  const { year, month } = plainDate(period.start);
  switch (periodKind(period)) {
    case 'MONTH':
      return `${monthName(month)} ${year}`;
    case 'QUARTER':
      return `${ORDINAL[(month - 1) / 3]} quarter of ${year}`;
    case 'HALF_YEAR':
      return `${ORDINAL[(month - 1) / 6]} half of ${year}`;
    case 'YEAR':
      return `${year}`;
    case 'YEAR_TO_DATE':
      return `First ${plainDate(period.end).month} months of ${year}`;
    case 'SPAN':
      return yearsOf(period) ?? `${englishDay(period.start)} to ${englishDay(period.end)}`;
  }
}

function vietnamese(period: Period): string {
  const { year, month } = plainDate(period.start);
  switch (periodKind(period)) {
    case 'MONTH':
      return `Tháng ${month} năm ${year}`;
    case 'QUARTER':
      return `Quý ${ROMAN[(month - 1) / 3]} năm ${year}`;
    case 'HALF_YEAR':
      return month === 1 ? `6 tháng đầu năm ${year}` : `6 tháng cuối năm ${year}`;
    case 'YEAR':
      return `Năm ${year}`;
    case 'YEAR_TO_DATE':
      return `${plainDate(period.end).month} tháng đầu năm ${year}`;
    case 'SPAN':
      return yearsOf(period) ?? `${vietnameseDay(period.start)} đến ${vietnameseDay(period.end)}`;
  }
}

/** `2021–2022` where it is whole calendar years. */
function yearsOf(period: Period): string | null {
  const whole = period.start.endsWith('-01-01') && spanLength(period).endsWith('Y');
  return whole ? `${period.start.slice(0, 4)}–${period.end.slice(0, 4)}` : null;
}

const MONTH = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
const monthName = (month: number): string => MONTH.format(Date.UTC(2024, month - 1));

function englishDay(day: string): string {
  const { year, month, day: number } = plainDate(day);
  return `${number} ${monthName(month)} ${year}`;
}

function vietnameseDay(day: string): string {
  const { year, month, day: number } = plainDate(day);
  return `${number}/${month}/${year}`;
}
