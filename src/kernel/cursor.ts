import { BadInput } from './bad-input.js';

export type CursorValue = string | number | null;

/** An opaque place in an ordered list, bound to its order: it means nothing under another. */
export function writeCursor(order: string, values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify([1, order, ...values]), 'utf8').toString('base64url');
}

export function readCursor(argument: string, order: string, length: number, cursor: string): CursorValue[] {
  const [version, made, ...values] = decoded(cursor) ?? [];
  if (version !== 1 || typeof made !== 'string') throw refusal(argument, cursor, 'is not a cursor of this list');
  if (made !== order) throw refusal(argument, cursor, `belongs to the order ${made}, not ${order}`);
  if (values.length !== length || !values.every(isCursorValue)) {
    throw refusal(argument, cursor, 'is not a cursor of this list');
  }
  return values;
}

function decoded(cursor: string): unknown[] | null {
  if (cursor.length > 2000 || !/^[A-Za-z0-9_-]+$/.test(cursor)) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** Only what `writeCursor` could have written: short texts without control characters, and finite numbers. */
function isCursorValue(value: unknown): value is CursorValue {
  if (typeof value === 'string') return value.length <= 800 && !/\p{C}/u.test(value);
  return value === null || (typeof value === 'number' && Number.isFinite(value));
}

function refusal(argument: string, cursor: string, why: string): BadInput {
  const value = cursor.slice(0, 100);
  return new BadInput('INVALID_CURSOR', `Cursor "${value}" in ${argument} ${why}.`, { argument, value });
}
