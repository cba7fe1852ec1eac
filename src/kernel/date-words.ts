import { plainDate } from './day.js';
import type { Language } from './language.js';
import { periodLabel } from './period-label.js';
import { parseUncertainDate, type UncertainDate } from './uncertain-date.js';

const ENGLISH_DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const AMERICAN_DAY = new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** The one date that is known, or the two that it lies between. */
const endsOf = (date: UncertainDate): UncertainDate[] =>
  date.precision === 'RANGE' ? date.date.split('/').map((end) => parseUncertainDate(end)) : [date];

/** A date as it stands within a sentence: *06/06/2024*, *tháng 3/2024*; *6 June 2024*, *between April and May 2024*. */
export function dateInWords(date: UncertainDate, language: Language): string {
  const [first, last] = endsOf(date).map((end) => inWords(end, language)) as [string, string?];
  if (last !== undefined) {
    const since = withoutCommonYear(first, last);
    return language === 'EN' ? `between ${since} and ${last}` : `trong khoảng ${since} đến ${last}`;
  }
  if (!date.inferred) return first;
  return `${language === 'EN' ? 'around' : 'khoảng'} ${first}`;
}

/** *April* before *May 2024*: a year that both ends share is said once. */
function withoutCommonYear(first: string, last: string): string {
  const [year, shorter] = [/[ /]\d{4}$/.exec(first)?.[0], first.replace(/(?: of)?[ /]\d{4}$/, '')];
  return year !== undefined && last.endsWith(year) && shorter !== 'năm' ? shorter : first;
}

function inWords(date: UncertainDate, language: Language): string {
  if (date.precision === 'DAY') return day(date.date, language);
  const label = labelOf(date, language);
  return language === 'EN' ? label : label.replace(' năm ', '/');
}

/** A date as APA writes it, the year first: *2024, June 6*; *2024, tháng 3*. */
export function dateYearFirst(date: UncertainDate, language: Language): string {
  const ends = endsOf(date).map((end) => ({ year: end.date.slice(0, 4), within: withinYear(end, language) }));
  const [first, last] = ends.map(({ year, within }) => (within === '' ? year : `${year}, ${within}`));
  if (last === undefined) return date.inferred ? `${language === 'EN' ? 'ca.' : 'khoảng'} ${first}` : first!;
  const isWithinOneYear = ends[0]!.year === ends[1]!.year && ends.every(({ within }) => within !== '');
  return [first, isWithinOneYear ? ends[1]!.within : last].join(language === 'EN' ? '–' : ' – ');
}

/** What follows the year: *June 6*, *June*, *second quarter*; nothing for a whole year. */
function withinYear(date: UncertainDate, language: Language): string {
  if (date.precision === 'YEAR') return '';
  if (date.precision !== 'DAY') return labelOf(date, language).replace(/(?: of| năm)? \d{4}$/, '');
  const { month, day: number } = plainDate(date.date);
  return language === 'EN' ? AMERICAN_DAY.format(Date.parse(date.date)) : `${number} tháng ${month}`;
}

/** Within a sentence only names of months begin with a capital, and those only in English. */
function labelOf({ precision, earliest, latest }: UncertainDate, language: Language): string {
  const label = periodLabel({ start: earliest, end: latest }, language);
  return language === 'EN' && precision === 'MONTH' ? label : label.toLowerCase().replace(/(?<=^quý )[iv]+/, upper);
}

const upper = (text: string): string => text.toUpperCase();

const day = (date: string, language: Language): string =>
  language === 'EN' ? ENGLISH_DAY.format(Date.parse(date)) : date.split('-').reverse().join('/');
