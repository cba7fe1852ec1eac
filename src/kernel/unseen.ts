import { type RawBuilder, sql } from 'kysely';

/**
 * A value that the planner cannot see, so that it plans a statement once. It makes a plan of its own for each value where it
 * believes that to be cheaper, and takes longer over it than the statement does.
 */
export const unseen = <T>(value: T, type: 'integer' | 'date' | 'timestamptz' | 'integer[]'): RawBuilder<T> =>
  sql<T>`(select ${value}::${sql.raw(type)})`;
