import { dateInWords, dateYearFirst } from '../../kernel/date-words.js';
import type { Language } from '../../kernel/language.js';
import type { UncertainDate } from '../../kernel/uncertain-date.js';

/** A document and a place in it, as far as a citation names them; what is not known is null. */
export interface CitedWork {
  code: string;
  title: string | null;
  /** The agency answerable for it, under its name on the day. */
  author: string | null;
  /** Who carried it, without the author. */
  carriers: readonly string[];
  publishedOn: UncertainDate | null;
  address: string | null;
  locator: string | null;
}

const WORDS = {
  EN: { page: '[Web page]', document: '[Document]', undated: 'n.d.', published: 'Published' },
  VI: { page: '[Trang web]', document: '[Văn bản]', undated: 'không rõ ngày', published: 'Công bố' },
};

/** An entry of a list of references in the style of APA, 7th edition: *Author. (date). Title (place). Carrier. Address* */
export function apa(work: CitedWork, language: Language): string {
  const title = [titleOf(work, language), work.locator && `(${plain(work.locator)})`].filter(Boolean).join(' ');
  const date = `(${work.publishedOn ? dateYearFirst(work.publishedOn, language) : WORDS[language].undated})`;
  // Without an author the title takes its place.
  const head = work.author ? [plain(work.author), date, title] : [title, date];
  const sentences = [...head, work.carriers.map(plain).join(', ')].filter(Boolean).map(ended);
  return [...sentences, work.address && plain(work.address)].filter(Boolean).join(' ');
}

/** An entry of a BibTeX file. No text of a document can leave its field. */
export function bibtex(work: CitedWork, language: Language): string {
  const { code, author, carriers, publishedOn, address } = work;
  const fields: [name: string, value: string | null][] = [
    ['author', author && `{{${latex(author)}}}`],
    ['title', `{{${latex(titleOf(work, language))}}}`],
    ['howpublished', carriers.length > 0 ? `{${carriers.map(latex).join(', ')}}` : null],
    ...bibtexDate(publishedOn),
    ['url', address && `{${url(address)}}`],
    ['note', braced(note(work, language))],
  ];
  const lines = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = ${value}`);
  return `@misc{${code.replace(/[^\w:-]/g, '-')},\n${lines.join(',\n')}\n}`;
}

/** What stands in square brackets is a description: the work has no title that is known. */
const titleOf = ({ title, address }: CitedWork, language: Language): string =>
  (title && plain(title)) || (address ? WORDS[language].page : WORDS[language].document);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function bibtexDate(date: UncertainDate | null): [string, string][] {
  if (date === null) return [];
  const years = [...new Set([date.earliest.slice(0, 4), date.latest.slice(0, 4)])].join('--');
  const month = ['DAY', 'MONTH'].includes(date.precision) ? MONTHS[Number(date.date.slice(5, 7)) - 1] : null;
  return [
    ['year', `{${years}}`],
    ...(month ? [['month', month] as [string, string]] : []),
    ...(date.precision === 'DAY' ? [['day', `{${Number(date.date.slice(8))}}`] as [string, string]] : []),
  ];
}

/** The place in the document, and what `year`, `month` and `day` cannot say of its date. */
function note({ publishedOn: date, locator }: CitedWork, language: Language): string {
  const { undated, published } = WORDS[language];
  const isSaid = date !== null && !date.inferred && !['QUARTER', 'RANGE'].includes(date.precision);
  const dated = date === null ? undated : `${published} ${dateInWords(date, language)}`;
  return [locator, isSaid ? null : dated].filter(Boolean).join('; ');
}

/** One line of text. */
const plain = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

const ended = (text: string): string => (/[.?!…]$/u.test(text) ? text : `${text}.`);

const braced = (text: string): string | null => (text === '' ? null : `{${latex(text)}}`);

/** Braces by name: BibTeX counts even those behind a backslash. */
const LATEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const latex = (text: string): string => plain(text).replace(/[\\{}~^%&#_$]/g, (sign) => LATEX[sign] ?? `\\${sign}`);

/** An address stands as it is, but for signs that no address has; those are percent-encoded. */
const url = (address: string): string =>
  plain(address)
    .toWellFormed()
    .replace(/[^\w.~:/?#[\]@!$&'()*+,;=%-]/gu, encodeURIComponent);
