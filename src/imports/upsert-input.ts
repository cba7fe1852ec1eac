import { Field, InputType } from 'type-graphql';
import { Refused } from '../kernel/refused.js';
import type { Incoming } from './kind.js';
import { fieldsOf, isNaming, type Noun } from './noun.js';

/** A list inside an input: rows of another noun that belong to it. */
export interface Part {
  noun: Noun;
  type: InputClass;
  /** The column by which such a row names what it belongs to. */
  owner: string;
  description: string;
}

export type InputClass = new () => object;
export type Input = Readonly<Record<string, unknown>>;

/** One row that was sent, and its path. */
export interface Given {
  path: string;
  cells: Input;
}

/** As GraphQL names a column: `name_vi` is `nameVi`. */
export const inputName = (column: string): string =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** An input type with the columns of a noun's file: what is left out stays as it is, null empties. */
export function inputType(
  name: string,
  noun: Noun,
  { without = [], parts = {} }: { without?: readonly string[]; parts?: Readonly<Record<string, Part>> } = {},
): InputClass {
  // TypeGraphQL knows input types by their classes.
  const type = class extends Object {};
  for (const [column, { takes = String, description }] of fieldsOf(noun).filter(([one]) => !without.includes(one))) {
    const nullable = !isNaming(noun, column);
    const said = description.replace('; in a file joined by `;`', '');
    Field(() => takes as never, { nullable, description: said })(type.prototype, inputName(column));
  }
  for (const [part, { type: inside, description }] of Object.entries(parts))
    Field(() => [inside], { nullable: true, description })(type.prototype, part);
  InputType(name, { description: `${noun.description} What is left out stays as it is; null empties it.` })(type);
  return type;
}

/** Rows of a mutation on their way in, as those of a file are. */
export function sentAs(noun: Noun, argument: string, given: readonly Given[]): Incoming {
  const columns = Object.keys(noun.fields);
  const rows = given.map(({ path, cells }, line) => ({
    line,
    cells: Object.fromEntries(
      columns
        .map((column): [string, unknown] => [column, cells[inputName(column)]])
        .filter(([, value]) => value !== undefined)
        .map(([column, value]) => [column, textOf(value, `${path}.${inputName(column)}`)]),
    ),
  }));
  return {
    name: argument,
    columns,
    rows: inTurn(rows),
    pathOf: (line, column) =>
      [given[line]?.path ?? argument, column === null ? [] : inputName(column)].flat().join('.'),
  };
}

async function* inTurn<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows;
}

/** A value as a cell says it. */
function textOf(value: unknown, path: string): string | null {
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value)) return String(value as string | number | boolean);
  const entries: string[] = value;
  const strange = entries.find((one) => one === '' || one.includes(';'));
  if (strange === undefined) return entries.join(';') || null;
  const message = 'has an entry that is empty or has a semicolon in it.';
  throw new Refused('INVALID', 'One field is wrong; nothing was changed.', [{ path, message, value: strange }]);
}
