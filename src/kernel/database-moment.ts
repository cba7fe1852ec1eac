import { parseAsOf } from './moment.js';

/** A timestamptz as the driver gives it (`2024-03-30 17:00:00+00`) as a canonical moment. */
export const momentOfRow = (text: string): string => parseAsOf(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
