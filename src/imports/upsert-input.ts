import { Field, InputType } from 'type-graphql';
import type { Incoming, RawRow, WrongCell } from './kind.js';
import { fieldsOf, isNaming, type Noun } from './noun.js';
import { inTurn } from './sent-rows.js';

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
  const rows = given.map(({ cells }, line) => rowOf(noun, line, cells));
  return {
    name: argument,
    columns,
    rows: inTurn(rows),
    pathOf: (line, column) =>
      [given[line]?.path ?? argument, column === null ? [] : inputName(column)].flat().join('.'),
  };
}

function rowOf(noun: Noun, line: number, input: Input): RawRow {
  const stated = Object.keys(noun.fields)
    .map((column) => ({ column, value: input[inputName(column)] }))
    .filter(({ value }) => value !== undefined);
  const strange = stated.flatMap(({ column, value }): WrongCell[] => {
    const entry = entriesOf(value).find((one) => one === '' || one.includes(';'));
    return entry === undefined
      ? []
      : [{ column, message: 'has an entry that is empty or has a semicolon in it.', value: entry }];
  });
  return {
    line,
    cells: Object.fromEntries(stated.map(({ column, value }) => [column, textOf(value)])),
    wrong: strange,
  };
}

const entriesOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** A value as a cell says it. */
const textOf = (value: unknown): string | null =>
  value === null ? null : [value].flat().map(String).join(';') || null;
