import { distance } from 'fastest-levenshtein';
import { folded } from './folded.js';
import type { Search } from './search.js';

export type SearchField = 'NAME' | 'ENGLISH_NAME' | 'KEYWORD' | 'ABBREVIATION' | 'CODE' | 'TITLE';

/** A text by which a thing may be found. */
export interface SearchText {
  field: SearchField;
  text: string;
  /** Its words, folded. */
  words: readonly string[];
  /** Initials of its words, which may stand for them: *XK* for *xuất khẩu*; null where they do not. */
  initials: string | null;
}

export function searchText(field: SearchField, text: string, isAbbreviated = false): SearchText {
  const words = folded(text).split(' ');
  return { field, text, words, initials: isAbbreviated ? words.map((word) => word.charAt(0)).join('') : null };
}

/** The same of a text that may be unknown. */
export const statedText = (field: SearchField, text: string | null): SearchText[] =>
  text === null ? [] : [searchText(field, text)];

/** No syllable is without a vowel: such a word is an abbreviation, or one that is not finished. */
const isAbbreviation = (word: string): boolean => word.length > 1 && !/[aeiouy\d]/.test(word);

/** Whether a typed word begins one of a text, or stands for some. */
const says = ({ words, initials }: SearchText, typed: string): boolean =>
  words.some((word) => word.startsWith(typed)) ||
  (initials !== null && isAbbreviation(typed) && initials.includes(typed));

/** Whether texts have all typed words together. As SQL's `words @@ to_tsquery(…)`. */
export const haveAll = (texts: readonly SearchText[], typed: readonly string[]): boolean =>
  typed.every((word) => texts.some((text) => says(text, word)));

/** The first text that has all typed words, else those that have them together. */
export function matching(texts: readonly SearchText[], typed: readonly string[]): SearchText[] {
  const whole = texts.find((text) => haveAll([text], typed));
  if (whole) return [whole];
  let left = typed;
  return texts.filter((text) => {
    const before = left.length;
    left = left.filter((word) => !says(text, word));
    return left.length < before;
  });
}

/** How close a text is to what was typed, the closest the least. As SQL's `closeness`. */
export function closenessTo(typed: string, { words }: SearchText): number {
  const text = words.join(' ');
  if (text === typed) return 0;
  if (text.startsWith(`${typed} `)) return 1;
  if (text.startsWith(typed)) return 2;
  return text.includes(` ${typed}`) ? 3 : 4;
}

/** In thousandths, how far a text is from resembling what was typed; null where a word is too far from all of its. */
export function farness(typed: readonly string[], { words }: SearchText): number | null {
  const apart = typed.map((word) => Math.min(...words.map((one) => lettersApart(word, one))));
  if (apart.some((letters, at) => letters > Math.floor(typed[at]!.length / 3))) return null;
  return Math.round((1000 * sum(apart)) / sum(typed.map(({ length }) => length)));
}

/** By how many letters a typed word differs from the beginning of another; it may lack one there, or have one too many. */
const lettersApart = (typed: string, word: string): number =>
  Math.min(...[-1, 0, 1].map((more) => distance(typed, word.slice(0, typed.length + more))));

/** The text that resembles what was typed most. */
export const mostResembling = (texts: readonly SearchText[], typed: readonly string[]): SearchText =>
  texts.reduce((best, text) => ((farness(typed, text) ?? 1000) < (farness(typed, best) ?? 1000) ? text : best));

/** How close a thing with these texts comes, the closest the least; null where it is not found. */
export function howClose(
  { folded, query, resembling }: Search,
  texts: readonly SearchText[],
  closeness = closenessTo,
): number | null {
  const typed = folded.split(' ');
  if (query === null) return null;
  if (resembling) {
    const far = texts.map((text) => farness(typed, text)).filter((one) => one !== null);
    return far.length === 0 ? null : Math.min(...far);
  }
  return haveAll(texts, typed) ? Math.min(...texts.map((text) => closeness(folded, text))) : null;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
