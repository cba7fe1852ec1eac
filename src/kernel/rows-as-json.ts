import { type RawBuilder, sql } from 'kysely';

/** A column as JSON: an expression between what stands before and after it. */
export interface JsonColumn {
  /** In SQL, of our own making: it is not checked. */
  value: string | null;
  before: string;
  after: string;
}

const between = (before: string, value: string | null, after: string): JsonColumn => ({ before, value, after });

/** A number that is never null. */
export const number = (column: string): JsonColumn => between('', column, '');
export const numberOrNull = (column: string): JsonColumn => between('', `coalesce((${column})::text, 'null')`, '');
/** A date, a decimal, a code of ours: text without quotes or backslashes, never null. */
export const word = (column: string): JsonColumn => between('"', column, '"');
export const wordOrNull = (column: string): JsonColumn => between('', `coalesce('"' || ${column} || '"', 'null')`, '');
export const jsonOrNull = (column: string): JsonColumn => between('', `coalesce((${column})::text, 'null')`, '');
/** The same in every row, as JSON. */
export const constant = (json: string): JsonColumn => between(json, null, '');

/**
 * Rows as one JSON text, each an array of its columns: many small values cost the database as much as rows do, but the driver
 * takes much longer over rows than JSON.parse over a text.
 */
export function rowsAsJson(columns: readonly JsonColumn[]): RawBuilder<unknown> {
  const parts: string[] = [];
  let text = '[';
  for (const [at, { before, value, after }] of columns.entries()) {
    text += (at === 0 ? '' : ',') + before;
    if (value === null) continue;
    parts.push(`'${text}'`, value);
    text = after;
  }
  return sql.raw(`'[' || coalesce(string_agg(concat(${[...parts, `'${text}]'`].join(', ')}), ','), '') || ']' as rows`);
}

export const parsedRows = <Row>(answer: readonly { rows: string }[]): Row[] => JSON.parse(answer[0]!.rows) as Row[];
