import { sql } from 'kysely';
import { type Actor, may, type Role } from '../../kernel/actor.js';
import { Refused } from '../../kernel/refused.js';
import type { Writing } from '../audit/writing.js';
import { releaseOfRow } from './staff-release.query.js';
import type { StaffReleaseRow } from './staff-release.type.js';

/** A release of many prints takes its time. */
const LONGEST_MS = 120_000;
const LONGEST_WAIT_MS = 10_000;

export const noSuchRelease = (code: string): Refused =>
  new Refused('NOT_FOUND', `There is no release "${code.slice(0, 100)}".`);

export function demand(actor: Actor, needed: Role, what: string): void {
  if (!may(actor, needed)) {
    throw new Refused('NOT_ALLOWED', `To ${what} takes a key of role ${needed} or above.`);
  }
}

/**
 * A release that nobody else changes until the transaction ends, as it stands now; whoever brings prints into it has finished.
 * One that the actor may not see is one that is not there.
 */
export async function releaseToChange(
  { db, actor }: Writing,
  code: string,
  needed: Role,
  what: string,
): Promise<StaffReleaseRow> {
  const isKnown = may(actor, 'EDITOR')
    ? sql`true`
    : sql`(published_at <= clock_timestamp() or (is_announced and published_at is not null))`;
  const { rows } = await sql<{ id: number }>`select id from release where code = ${code} and ${isKnown}`.execute(db);
  if (!rows[0]) throw noSuchRelease(code);
  demand(actor, needed, what);
  await sql`select set_config('statement_timeout', ${String(LONGEST_MS)}, true),
    set_config('lock_timeout', ${String(LONGEST_WAIT_MS)}, true)`.execute(db);
  const locked = await sql`select from release where id = ${rows[0].id} for update`.execute(db);
  if (locked.rows.length === 0) throw noSuchRelease(code);
  return releaseOfRow(db, rows[0].id);
}

/** Refuses what is out: it stands, and only another release says otherwise. */
export function refusePublished({ code, state, published_at: at }: StaffReleaseRow): void {
  if (state === 'PUBLISHED' || state === 'WITHDRAWN') {
    throw new Refused('CONFLICT', `Release ${code} was published already at ${at}: it stands.`);
  }
}

/** Refuses all but what waits for its moment. */
export function refuseUnlessScheduled(release: StaffReleaseRow): void {
  refusePublished(release);
  if (release.state === 'DRAFT') throw new Refused('CONFLICT', `Release ${release.code} is a draft: it has no moment.`);
}

const CONFLICTS: Record<string, string> = {
  // Its moment came, or it was changed, between two statements of ours.
  '23001': 'It was published, or is no draft any more.',
  '23503': 'Something else refers to it or its prints: a correction in another release, or a document that is public.',
  '40P01': 'Somebody else is changing it: try again.',
  '55P03': 'Somebody else is changing it, or bringing prints into it: try again.',
};

/** What the database refuses because of what others do meanwhile, told as such. */
export async function unlessOvertaken<T>(change: Promise<T>): Promise<T> {
  try {
    return await change;
  } catch (error) {
    const why = CONFLICTS[String((error as { code?: unknown }).code)];
    throw why === undefined ? error : new Refused('CONFLICT', why);
  }
}
