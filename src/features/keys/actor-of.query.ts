import { type Kysely, sql } from 'kysely';
import type { Actor, Role } from '../../kernel/actor.js';
import { IS_IN_FORCE } from '../../kernel/key-in-force.js';
import type { Tables } from '../../kernel/tables.js';
import { isKeyOf, prefixIn } from './key.js';

interface Found {
  id: number;
  name: string;
  role: Role;
  hash: string;
  is_use_due: boolean;
}

/** What a key that does not exist is compared with, so that it takes as long as one that does. */
const NOBODY = '0'.repeat(64);

/**
 * Who shows a key, by the database's clock; null where it is none, has expired or was revoked. That it was used is noted
 * beside, once a minute; `lost` is told where that fails.
 */
export async function actorOf(db: Kysely<Tables>, key: string, lost: (error: unknown) => void): Promise<Actor | null> {
  const prefix = prefixIn(key);
  if (prefix === null) return null;
  const { rows } = await sql<Found>`
    select id, name, role, hash, ${isUseDue} as is_use_due from api_key
    where prefix = ${prefix} and ${IS_IN_FORCE}`.execute(db);
  const found = rows.at(0);
  if (!isKeyOf(key, found?.hash ?? NOBODY) || !found) return null;
  if (found.is_use_due) noteUse(db, found.id).catch(lost);
  return { role: found.role, name: found.name, keyId: found.id };
}

const isUseDue = sql<boolean>`(last_used_at is null or last_used_at < clock_timestamp() - interval '1 minute')`;

/** Of several uses at once one is noted. */
async function noteUse(db: Kysely<Tables>, id: number): Promise<void> {
  await sql`update api_key set last_used_at = clock_timestamp() where id = ${id} and ${isUseDue}`.execute(db);
}
