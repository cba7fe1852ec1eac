import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.js';

/** The migrations that have run on a database, in order; none on one without any table. */
export async function appliedMigrations(db: Kysely<Tables>): Promise<string[]> {
  const { rows: tables } = await sql`select where to_regclass('migration') is not null`.execute(db);
  if (tables.length === 0) return [];
  const { rows } = await sql<{ name: string }>`select name from migration order by id`.execute(db);
  return rows.map(({ name }) => name);
}
