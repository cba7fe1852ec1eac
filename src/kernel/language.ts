import Negotiator from 'negotiator';

/** Languages in which names are given. */
export type Language = 'VI' | 'EN';

/** The text in a language; a missing translation falls back to Vietnamese, the language of the sources. */
export const pick = (language: Language, vietnamese: string, english: string | null): string =>
  language === 'EN' ? (english ?? vietnamese) : vietnamese;

/** A text that may not be known in either language; the one that is known stands in for the other. */
export const pickIfAny = (language: Language, vietnamese: string | null, english: string | null): string | null =>
  vietnamese === null ? english : pick(language, vietnamese, english);

/** The language that an `Accept-Language` header prefers among ours; Vietnamese without one. */
export function languageOf(header: string | undefined): Language {
  const [preferred] = new Negotiator({ headers: { 'accept-language': header ?? '' } }).languages(['vi', 'en']);
  return preferred === 'en' ? 'EN' : 'VI';
}
