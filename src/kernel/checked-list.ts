import { BadInput } from './bad-input.js';
import type { Limits } from './limits.js';

/** A list argument as typed; an empty one asks for nothing and is refused, because it is nearly always a mistake. */
export function checkedList<T>(
  argument: string,
  list: readonly T[] | null | undefined,
  limits: Limits,
): readonly T[] | null {
  if (list === null || list === undefined) return null;
  if (list.length === 0) {
    const message = `${argument} is an empty list, which would match nothing. Leave it out to ask for all.`;
    throw new BadInput('EMPTY_LIST', message, { argument, value: [] });
  }
  if (list.length > limits.listEntries) {
    const message = `${argument} has ${list.length} entries; ${limits.listEntries} are the most.`;
    throw new BadInput('TOO_LARGE', message, { argument, value: list.length });
  }
  return list;
}
