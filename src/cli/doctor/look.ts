import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../../kernel/database.js';
import type { Tables } from '../../kernel/tables.js';
import { reasonOf } from '../complaint.js';
import { type Diagnosis, error, named, type Verdict } from './diagnosis.js';

/** Looks at one thing in a database, and changes nothing. */
export type Look = (database: { db: Kysely<Tables>; isEmbedded: boolean }) => Promise<Verdict>;

/** How long one look may take: on many prints some read all of them. */
const LONGEST_MS = 120_000;

/** What each look finds; one that fails says why, and the others go on. A transaction each, so that others get their turn. */
export async function lookedAt(database: Database, looks: Readonly<Record<string, Look>>): Promise<Diagnosis[]> {
  const found: Diagnosis[] = [];
  for (const [check, look] of Object.entries(looks)) {
    const verdict = await readOnly(database, look).catch((thrown: unknown) => failed(thrown));
    found.push(named(check, verdict));
  }
  return found;
}

const readOnly = (database: Database, look: Look): Promise<Verdict> =>
  database.db
    .transaction()
    .setAccessMode('read only')
    .execute(async (db) => {
      await sql`select set_config('statement_timeout', ${String(LONGEST_MS)}, true)`.execute(db);
      return look({ db, isEmbedded: database.isEmbedded });
    });

const failed = (thrown: unknown): Verdict =>
  error(`It could not be looked at: ${reasonOf(thrown)}.`, 'Mend what is told above it first, and look again.');

/** The one row of a statement. */
export async function one<T>(db: Kysely<Tables>, statement: RawBuilder<unknown>): Promise<T> {
  const { rows } = await statement.execute(db);
  return rows[0] as T;
}
