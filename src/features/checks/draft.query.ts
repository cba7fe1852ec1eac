import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../kernel/tables.js';

/** The row of a release that is not out yet, by the clock of the database; null where there is none of this code. */
export async function draftNamed(db: Kysely<Tables>, code: string): Promise<number | null> {
  // No text of the database holds a zero character.
  if (code.includes('\0')) return null;
  const { rows } = await sql<{ id: number }>`
    select id from release where code = ${code} and (published_at <= clock_timestamp()) is not true`.execute(db);
  return rows[0]?.id ?? null;
}
