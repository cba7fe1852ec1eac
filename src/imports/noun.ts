import type { GraphQLScalarType } from 'graphql';
import type { Kysely } from 'kysely';
import { Int } from 'type-graphql';
import type { z } from 'zod';
import type { Tables } from '../kernel/tables.js';
import { DecimalScalar } from '../kernel/scalars.js';
import type { Rule } from '../../seeds/rules.js';
import type { Cell, SeededTable } from '../../seeds/tables.js';
import type { Column } from './kind.js';
import type { Reference } from './names.js';

/** What a mutation takes for a column: a scalar, an enum, or a list of one. */
export type Taken = GraphQLScalarType | StringConstructor | BooleanConstructor | object;

/** A row's cells by their columns, read. */
export type Cells = Readonly<Record<string, unknown>>;

/** Items that stand in a table of links, in the order given. */
export interface Link {
  table: SeededTable;
  /** Its columns: of the row itself, and of what it is linked to. */
  owner: string;
  item: string;
  refers: Reference;
  /** Whether the table keeps their order. */
  isOrdered: boolean;
  /** A column that the table repeats of the row itself. */
  repeats?: string;
  /** What was linked stays so. */
  onlyGrows?: string;
}

export interface Field {
  description: string;
  example: string;
  /** A text unless told. */
  takes?: Taken;
  /** The cell names something else: its id is kept. */
  refers?: Reference;
  link?: Link;
  /** The columns of the table that follow from the cell, where they are not the one of its name. */
  keep?: (cell: never) => Readonly<Record<string, Cell>>;
  /** The most characters it may have. */
  longest?: number;
  /** It may be erased for good: reports and the audit trail have a hash in its place. */
  isPersonal?: boolean;
}

/** What can be brought in: the columns of its file, which are those of the seeds, and the table they are written to. */
export interface Noun {
  /** As the command line names it: `event-venues`. */
  name: string;
  description: string;
  table: SeededTable;
  shape: z.ZodObject<Record<string, z.ZodType>>;
  fields: Readonly<Record<string, Field>>;
  /** Each names one row; the first that fits wins. */
  identity: readonly (readonly string[])[];
  /** As `identity`, where only one on each side fits: so that what is part of it can be mended. */
  fallback?: readonly string[];
  /** Columns whose values bound what of the table is looked at; the first of the identity unless told. */
  scope?: readonly string[];
  /** A list: rows of the same owner have places, and the n-th of one identity in the file is the n-th in the database. */
  listedBy?: readonly string[];
  rules?: readonly Rule<never>[];
  /** Rules that ask the database first. */
  rulesOf?: (db: Kysely<Tables>) => Promise<Judge>;
  /** Refuses changes of rows that something else stands on. */
  guard?: (db: Kysely<Tables>, changes: readonly Change[]) => Promise<readonly Objection[]>;
  /** An empty cell of this column takes the row away. */
  erasedBy?: string;
}

export type Judge = (cells: Cells) => readonly [column: string, what: string][];

export interface Change {
  id: number;
  line: number;
  /** Those that are different now, with the columns of the table as they will be. */
  changed: readonly string[];
  columns: Readonly<Record<string, Cell>>;
}

export interface Objection {
  line: number;
  column: string;
  what: string;
}

/** A table and the columns of its files as they are. */
export const fieldsOf = (noun: Noun): [string, Field][] => Object.entries(noun.fields);

export const isRequired = (noun: Noun, column: string): boolean => !noun.shape.shape[column]!.safeParse(null).success;

/** What names a row and cannot be left out. */
export const isNaming = (noun: Noun, column: string): boolean =>
  noun.identity[0]!.includes(column) && isRequired(noun, column);

export const columnsOf = (noun: Noun): Column[] =>
  fieldsOf(noun).map(([name, { description, example, takes }]) => ({
    name,
    description,
    isRequired: isRequired(noun, name),
    example,
    isNumeric: takes === DecimalScalar || takes === Int,
  }));

/** The column of the table that a field is known by. */
export const storedAs = (name: string, { refers }: Field): string => (refers ? `${name}_id` : name);

/** Numbers whose digits count are read as text. */
export const isDecimal = ({ takes }: Field): boolean => takes === DecimalScalar;

export const reads = (noun: Noun): Set<Reference> =>
  new Set(fieldsOf(noun).flatMap(([, { refers, link }]) => [refers ?? link?.refers ?? []].flat()));
