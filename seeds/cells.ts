import { z } from 'zod';
import type { Stars } from '../src/features/products/certifiers.js';
import { parseDay } from '../src/kernel/day.js';
import { isDecimal } from '../src/kernel/decimal.js';
import { parseAsOf } from '../src/kernel/moment.js';
import { parsePeriod } from '../src/kernel/period.js';
import type { Qualifier } from '../src/kernel/printed-change.js';
import { parseUncertainDate } from '../src/kernel/uncertain-date.js';
import { meant } from './csv.js';

/** A cell read by a function that throws what is wrong with it. An empty cell is null, as is one of a column left out. */
export const parsed = <T>(read: (cell: string) => T) => {
  // The same few periods and statuses come again and again.
  const known = new Map<string, T>();
  return z.transform((cell: string | null, context): T => {
    try {
      if (cell !== null) return known.get(cell) ?? keep(known, cell, read(cell));
      context.issues.push({ code: 'custom', message: 'is empty.', input: cell });
    } catch (error) {
      context.issues.push({ code: 'custom', message: (error as Error).message, input: cell });
    }
    return z.NEVER;
  });
};

const MOST_KNOWN = 5000;

function keep<T>(known: Map<string, T>, cell: string, value: T): T {
  // A column may hold a million different numbers.
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(cell, value);
  return value;
}

export const optional = <T extends z.ZodType>(kind: T) => kind.nullable();

/** Text in the one way to write it: composed letters, no blanks around. */
export const text = parsed((cell) => {
  if (cell !== cell.trim()) throw new Error(`"${cell}" has blanks around it.`);
  if (cell !== cell.normalize('NFC'))
    throw new Error(`"${cell}" has letters and their marks apart (Unicode NFD): write them as one (NFC).`);
  return cell;
});

const matching = <T = string>(form: RegExp, what: string, read: (cell: string) => T) =>
  parsed((cell) => {
    if (form.test(cell)) return read(cell);
    throw new Error(`"${cell}" is not ${what}.`);
  });

export const code = matching(/^[A-Z0-9_]+$/, 'a code: write capitals, digits and _', String);
export const year = matching(/^[1-9]\d{3}$/, 'a year', Number);
export const count = matching(/^\d{1,2}$/, 'a small number', Number);
export const multiplier = matching(
  /^(0|1|2|3|4|6|9|12|15)$/,
  'a power of ten: write 0, 1, 2, 3, 4, 6, 9, 12 or 15',
  Number,
);

export const decimal = parsed((cell) => {
  if (!isDecimal(cell))
    throw new Error(`"${cell}" is not a number: write it as printed, with a decimal point, e.g. 3300.63.`);
  return cell;
});

export const day = parsed(parseDay);
export const moment = parsed(parseAsOf);
export const period = parsed(parsePeriod);
export const uncertainDate = parsed((cell) => parseUncertainDate(cell));
/** The same, kept as it is written. */
export const partialDate = parsed((cell) => parseUncertainDate(cell).date);

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The lasting name of a thing in addresses. */
export const slug = parsed((cell) => {
  if (SLUG.test(cell) && cell.length <= 80) return cell;
  throw new Error(`"${cell}" is not a slug: write a-z and 0-9 in words joined by -, 80 characters at most.`);
});

export const groupCode = matching(/^\d+(\.\d+){0,2}$/, 'a code of a group: write 1, 1.3 or 1.3.2', String);
export const shelfLife = matching(/^P\d+[DWMY]$/, 'a length of time: write P12M or P10D', String);
export const address = matching(/^https?:\/\/\S+$/, 'an address: begin with https://', String);
export const wholeNumber = matching(/^(0|[1-9]\d{0,8})$/, 'a whole number: write digits alone', Number);
export const stars = matching(/^[1-5]$/, 'a number of stars, 1 to 5', (cell) => Number(cell) as Stars);
export const numbers = matching(/^\d+(;\d+)*$/, 'whole numbers joined by ;', (cell) => cell.split(';').map(Number));

/** Codes joined by `;`, none where the cell is empty. */
export const list = z.transform((cell: string | null) => cell?.split(';') ?? []);

/** Texts joined by `;`, each written in the one way. */
export const texts = parsed((cell) => {
  const parts = cell.split(';');
  if (!parts.every((part) => part !== '' && part === part.trim() && part === part.normalize('NFC')))
    throw new Error(
      `"${cell}" is not a list: join texts by ; without blanks around them, letters and their marks as one (NFC).`,
    );
  return parts;
});

export const yesOrNo = matching(/^(true|false)$/, 'true or false', (cell) => cell === 'true');

/** False where the cell is empty. */
export const flag = optional(yesOrNo).transform((is) => is ?? false);

/** One of the words of a type; the compiler sees to it that none is forgotten. */
export function word<W extends string>(words: Record<W, true>) {
  const known = Object.keys(words) as W[];
  return parsed((cell) => {
    const found = known.find((one) => one === cell);
    if (found === undefined) throw new Error(`"${cell}" is not one of ${known.join(', ')}.${meant(cell, known)}`);
    return found;
  });
}

export const qualifier = word<Qualifier>({ NEARLY: true, OVER: true, ABOUT: true });
