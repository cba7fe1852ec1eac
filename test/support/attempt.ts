import { sql } from 'kysely';
import type { Database } from '../../src/kernel/database.js';

/** What the database says to a statement: `done`, or the SQLSTATE of its refusal (23001: append-only, 23514: a check). */
export async function attempt({ db }: Database, statement: string): Promise<string> {
  try {
    await sql.raw(statement).execute(db);
    return 'done';
  } catch (error) {
    return String((error as { code?: unknown }).code);
  }
}
