import { type Kysely, sql } from 'kysely';
import type { Tables } from '../kernel/tables.js';
import { Refused } from '../kernel/refused.js';

export interface Draft {
  id: number;
  code: string;
}

export const noSuchRelease = (code: string): Refused => new Refused('NOT_FOUND', `There is no release "${code}".`);

/** The draft that figures go into, held until the transaction ends: nobody else fills or publishes it meanwhile. */
export async function heldDraft(db: Kysely<Tables>, code: string | null): Promise<Draft> {
  if (code === null) throw new Refused('INVALID', 'Say into which release it goes: --release CODE, or release=CODE.');
  // No text of the database holds a zero character.
  if (code.includes('\0')) throw noSuchRelease(code);
  await sql`select set_config('lock_timeout', '0', true)`.execute(db);
  const { rows } = await sql<{ id: number; isDraft: boolean }>`
    select id, published_at is null as "isDraft" from release where code = ${code} for no key update`.execute(db);
  const [release] = rows;
  if (!release) throw noSuchRelease(code);
  if (release.isDraft) return { id: release.id, code };
  throw new Refused('CONFLICT', `Release "${code}" is scheduled or published: only a draft can be filled.`);
}
