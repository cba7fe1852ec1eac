import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Cell } from '../../seeds/tables.js';
import type { Arrival } from './arrivals.js';
import { type Field, fieldsOf, type Noun, storedAs } from './noun.js';
import type { Resolving } from './resolving.js';

/** What is to be done with one row. */
export interface Settled {
  arrival: Arrival;
  outcome: 'ADDED' | 'CHANGED' | 'LEFT';
  isErased: boolean;
  /** The columns of the file that are different; of a new row those that say something. */
  changed: readonly string[];
  before: Record<string, string | null> | null;
  after: Record<string, string | null> | null;
  subject: string;
}

/** Compares an arrival with the row that it is about, column by column as it states them. */
export function settle(noun: Noun, arrival: Arrival, resolving: Resolving): Settled {
  const { stored } = arrival;
  const subject = subjectOf(noun, arrival, resolving);
  const isErased = noun.erasedBy !== undefined && arrival.cells[noun.erasedBy] === null;
  const changed = changedIn(noun, arrival);
  const kept = { arrival, isErased, changed, subject };
  if (isErased && !stored) return { ...kept, outcome: 'LEFT', before: null, after: null };
  if (!stored)
    return { ...kept, outcome: 'ADDED', before: null, after: told(noun, changed, valuesOf(arrival), resolving) };
  const before = told(noun, changed, (name, field) => stored[storedAs(name, field)] ?? null, resolving);
  if (isErased) return { ...kept, outcome: 'CHANGED', before, after: null };
  if (changed.length === 0) return { ...kept, outcome: 'LEFT', before: null, after: null };
  return { ...kept, outcome: 'CHANGED', before, after: told(noun, changed, valuesOf(arrival), resolving) };
}

type Value = (name: string, field: Field) => Cell;

const valuesOf =
  ({ columns, links }: Arrival): Value =>
  (name, field) =>
    (field.link ? links.get(name) : columns[storedAs(name, field)]) ?? null;

const changedIn = (noun: Noun, arrival: Arrival): string[] =>
  fieldsOf(noun)
    .filter(([name, field]) => {
      const now = valuesOf(arrival)(name, field);
      if (!arrival.stored) return !isNothing(now);
      if (!arrival.texts.has(name)) return false;
      const then = arrival.stored[storedAs(name, field)] ?? null;
      return !isDeepStrictEqual(now, then) && !(isNothing(now) && isNothing(then));
    })
    .map(([name]) => name);

const isNothing = (value: Cell): boolean => value === null || (Array.isArray(value) && value.length === 0);

const told = (noun: Noun, columns: readonly string[], value: Value, resolving: Resolving) =>
  Object.fromEntries(
    columns.map((name) => {
      const field = noun.fields[name]!;
      const text = resolving.textOf(field, value(name, field));
      return [name, field.isPersonal && text !== null ? hashed(text) : text];
    }),
  );

const hashed = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** By what it is named, as cells show it. */
function subjectOf(noun: Noun, arrival: Arrival, resolving: Resolving): string {
  const parts = noun.identity[0]!.map((name) => {
    const field = noun.fields[name]!;
    const column = storedAs(name, field);
    return resolving.textOf(field, arrival.columns[column] ?? arrival.stored?.[column] ?? null);
  });
  return parts.filter((part) => part !== null).join(' ');
}
