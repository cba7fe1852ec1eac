import { type Kysely, sql } from 'kysely';
import type { Writing } from '../features/audit/writing.js';
import type { Actor } from '../kernel/actor.js';
import { Refused } from '../kernel/refused.js';
import type { Tables } from '../kernel/tables.js';
import { type ImportReport, leave } from './kind.js';
import { type Import, runImport } from './run.js';

/** What tells a request that is sent again from a new one. */
export interface Once {
  /** Chosen by the client, for its key alone. */
  idempotencyKey: string;
  /** Of all that was sent. */
  requestHash: string;
}

/** Brings in what comes, once: sent again it answers what was done the first time. A refusal is no answer to be kept. */
export async function importOnce(db: Kysely<Tables>, actor: Actor, work: Import, once: Once): Promise<ImportReport> {
  try {
    const done = await reportOf(db, actor, once);
    if (done) return done;
    const also = (writing: Writing, report: ImportReport): Promise<void> => keep(writing, once, report);
    return await runImport(db, actor, { ...work, also });
  } catch (error) {
    // Sent twice at once: the other was faster.
    const other = isTaken(error) ? await reportOf(db, actor, once) : null;
    if (other) return other;
    throw error;
  } finally {
    await leave(work.incoming);
  }
}

async function reportOf(db: Kysely<Tables>, { keyId }: Actor, once: Once): Promise<ImportReport | null> {
  const { rows } = await sql<{ hash: string; report: ImportReport }>`
    select request_hash as hash, report from import_run
    where key_id = ${keyId} and idempotency_key = ${once.idempotencyKey}`.execute(db);
  const [run] = rows;
  if (!run) return null;
  if (run.hash === once.requestHash) return run.report;
  throw new Refused('CONFLICT', `"${once.idempotencyKey}" has brought in something else: take a new Idempotency-Key.`);
}

async function keep({ db, actor }: Writing, once: Once, report: ImportReport): Promise<void> {
  await sql`
    insert into import_run (key_id, idempotency_key, request_hash, report)
    values (${actor.keyId}, ${once.idempotencyKey}, ${once.requestHash}, ${JSON.stringify(report)}::text::jsonb)`.execute(
    db,
  );
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && ((error as Error & { code?: unknown }).code === '23505' || isTaken(error.cause));
