import { Refused, type WrongField } from '../../kernel/refused.js';

/** What a release says of itself; what is left out stays as it is. */
export interface ReleaseTexts {
  titleVi?: string | null;
  titleEn?: string | null;
  coversVi?: string | null;
  coversEn?: string | null;
}

const MOST = { titleVi: 250, titleEn: 250, coversVi: 2000, coversEn: 2000 } as const;
type Name = keyof typeof MOST;
const NAMES = Object.keys(MOST) as Name[];
const COLUMN: Record<Name, string> = {
  titleVi: 'title_vi',
  titleEn: 'title_en',
  coversVi: 'covers_vi',
  coversEn: 'covers_en',
};

const CODE = /^[A-Z0-9]+(_[A-Z0-9]+)*$/;
const LONGEST_CODE = 60;
/** How the code of a release ends that takes back another. */
export const WITHDRAWN = '_WITHDRAWN';

const shortened = (value: string): string => value.slice(0, 100);

/** The texts given by column, trimmed, empty ones null. Throws a `Refused` INVALID that names every wrong one. */
export function checkedTexts(texts: ReleaseTexts, code?: string): Record<string, string | null> {
  const given = NAMES.filter((name) => texts[name] !== undefined);
  const cleaned = new Map(given.map((name): [Name, string | null] => [name, texts[name]?.trim() || null]));
  const wrong = [
    ...(code === undefined ? [] : wrongCode(code)),
    ...[...cleaned].flatMap(([name, text]) => wrongText(name, text)),
  ];
  if (wrong.length > 0) throw new Refused('INVALID', 'The release cannot be written down so.', wrong);
  return Object.fromEntries([...cleaned].map(([name, text]) => [COLUMN[name], text]));
}

/** A text that must be there, and one that may: the reason of a withdrawal in both languages. */
export function checkedReason(reasonVi: string, reasonEn: string | null): { vi: string; en: string | null } {
  const [vi, en] = [reasonVi.trim(), reasonEn?.trim() || null];
  const wrong: WrongField[] = [];
  if (vi === '') wrong.push({ path: 'reasonVi', message: 'A withdrawal says why, in Vietnamese.', value: null });
  for (const [path, text] of Object.entries({ reasonVi: vi, reasonEn: en })) {
    if (text !== null) wrong.push(...unfit(path, text, MOST.coversVi));
  }
  if (wrong.length > 0) throw new Refused('INVALID', 'A withdrawal needs a reason that readers can read.', wrong);
  return { vi, en };
}

function wrongCode(code: string): WrongField[] {
  const refuse = (message: string): WrongField[] => [{ path: 'input.code', message, value: shortened(code) }];
  if (code.length > LONGEST_CODE || !CODE.test(code)) {
    return refuse(`A code is capital letters, digits and single underscores, at most ${LONGEST_CODE}: JUNE_2024.`);
  }
  return code.endsWith(WITHDRAWN) ? refuse(`Codes that end in ${WITHDRAWN} are those of withdrawals.`) : [];
}

function wrongText(name: Name, text: string | null): WrongField[] {
  if (text !== null) return unfit(`input.${name}`, text, MOST[name]);
  return name === 'titleVi'
    ? [{ path: 'input.titleVi', message: 'A release has a title in Vietnamese.', value: null }]
    : [];
}

function unfit(path: string, text: string, most: number): WrongField[] {
  const value = shortened(text);
  if (text.length > most) return [{ path, message: `It has ${text.length} characters; ${most} are the most.`, value }];
  return /\p{Cc}/u.test(text) || !text.isWellFormed()
    ? [{ path, message: 'It holds control characters or broken ones: write plain text in one line.', value }]
    : [];
}
