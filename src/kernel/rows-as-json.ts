import { type RawBuilder, sql } from 'kysely';

type Sql = RawBuilder<unknown>;

/** A column as JSON: a value between what stands before and after it. */
export interface JsonColumn {
  value: Sql | null;
  before: string;
  after: string;
}

const between = (before: string, value: Sql | null, after: string): JsonColumn => ({ before, value, after });

/** A number that is never null. */
export const number = (column: Sql): JsonColumn => between('', column, '');
export const numberOrNull = (column: Sql): JsonColumn => between('', sql`coalesce((${column})::text, 'null')`, '');
/** A date, a decimal, a code of ours: text without quotes or backslashes, never null. */
export const word = (column: Sql): JsonColumn => between('"', column, '"');
export const wordOrNull = (column: Sql): JsonColumn => between('', sql`coalesce('"' || ${column} || '"', 'null')`, '');
export const jsonOrNull = (column: Sql): JsonColumn => between('', sql`coalesce((${column})::text, 'null')`, '');
/** The same in every row, as JSON. */
export const constant = (json: string): JsonColumn => between(json, null, '');

/**
 * Rows as one JSON text, each an array of its columns: many small values cost the database as much as rows do, but the driver
 * takes much longer over rows than JSON.parse over a text.
 */
export function rowsAsJson(columns: readonly JsonColumn[], orderBy: Sql | null = null): Sql {
  const parts: Sql[] = [];
  let text = '[';
  for (const [at, { before, value, after }] of columns.entries()) {
    text += (at === 0 ? '' : ',') + before;
    if (value === null) continue;
    parts.push(sql.lit(text), value);
    text = after;
  }
  const row = sql`concat(${sql.join([...parts, sql.lit(`${text}]`)])})`;
  return sql`'[' || coalesce(string_agg(${row}, ','${orderBy ? sql` order by ${orderBy}` : sql``}), '') || ']' as rows`;
}

export const parsedRows = <Row>(answer: readonly { rows: string }[]): Row[] => JSON.parse(answer[0]!.rows) as Row[];
