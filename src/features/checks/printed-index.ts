import { type RawBuilder, sql } from 'kysely';

const numberIn = (change: string): RawBuilder<unknown> => sql`(${sql.ref(change)} ->> 'value')::numeric`;

/** The index number that a stored change states, exactly: +10.9 % is 110.9, 6 times is 600. Null for points and ranges. */
export const indexOfChange = (change: string): RawBuilder<unknown> => sql`
  case ${sql.ref(change)} ->> 'form' when 'PERCENT' then 100 + ${numberIn(change)} when 'INDEX' then ${numberIn(change)}
    when 'RATIO' then 100 * ${numberIn(change)} end`;

/** Half a unit of its last printed digit, as an index number. */
export const halfOfIndex = (change: string): RawBuilder<unknown> => sql`
  ('5e' || (case ${sql.ref(change)} ->> 'form' when 'RATIO' then 1 else -1 end - scale(${numberIn(change)})))::numeric`;
