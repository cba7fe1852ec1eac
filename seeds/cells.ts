import { z } from 'zod';
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

function keep<T>(known: Map<string, T>, cell: string, value: T): T {
  known.set(cell, value);
  return value;
}

export const optional = <T extends z.ZodType>(kind: T) => kind.nullable();

/** Text in the one way to write it: composed letters, no blanks around. */
export const text = parsed((cell) => {
  if (cell !== cell.trim()) throw new Error(`"${cell}" has blanks around it.`);
  if (cell !== cell.normalize('NFC')) throw new Error(`"${cell}" is not in Unicode normal form C.`);
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

/** Codes joined by `;`, none where the cell is empty. */
export const list = z.transform((cell: string | null) => cell?.split(';') ?? []);

/** False where the cell is empty. */
export const flag = optional(matching(/^(true|false)$/, 'true or false', (cell) => cell === 'true')).transform(
  (is) => is ?? false,
);

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
