import { BadInput } from '../../kernel/bad-input.js';
import { isDay } from '../../kernel/day.js';
import { parseAsOf } from '../../kernel/moment.js';
import { Refused } from '../../kernel/refused.js';

const wrong = (text: string, message: string): Refused =>
  new Refused('INVALID', message, [{ path: 'moment', message, value: text.slice(0, 100) }]);

/** The canonical form of a moment to which a release is set: a day alone says too little. */
export function momentToCome(text: string): string {
  if (isDay(text)) throw wrong(text, `"${text}" is a day: say at what time, as ${text}T08:00:00+07:00.`);
  try {
    return parseAsOf(text);
  } catch (error) {
    throw error instanceof BadInput ? wrong(text, error.message) : error;
  }
}

/** A moment as it is typed on the machine: without a zone it is that of Vietnam. */
export const momentTyped = (text: string): string =>
  momentToCome(/T\d{2}:\d{2}(:\d{2}([.,]\d+)?)?$/.test(text) ? `${text}+07:00` : text);

export const notToCome = (moment: string): Refused =>
  wrong(moment, `${moment} is not later than now, by the clock of the database: to publish now, publish.`);
