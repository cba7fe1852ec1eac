import { type RawBuilder, sql } from 'kysely';
import type { SeededTable } from './tables.js';

type Relation = RawBuilder<unknown>;

/** The rows of a table that bear one of these names in a column. */
export const withNames = (table: SeededTable, column: string, names: readonly string[], columns = sql`t.*`): Relation =>
  sql`select ${columns} from ${sql.table(table)} t where t.${sql.ref(column)} = any(${[...new Set(names)]}::text[])`;

/** The rows of a table that belong to others, which a relation of ids names. */
export const of = (table: SeededTable, column: string, owners: Relation, columns = sql`t.*`): Relation =>
  sql`select ${columns} from ${sql.table(table)} t where t.${sql.ref(column)} in (${owners})`;

/** All columns, decimals as text: that comes after the number of the same name, and the last one counts when the JSON is read. */
export const withDecimals = (...decimals: readonly string[]): Relation =>
  sql`t.*, ${sql.join(decimals.map((decimal) => sql`t.${sql.ref(decimal)}::text`))}`;

export const id = sql`t.id`;
