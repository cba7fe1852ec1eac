import { sql } from 'kysely';
import { counted, fine, warning } from './diagnosis.js';
import type { Look } from './look.js';

const OLD_DAYS = 90;
const SOON_DAYS = 14;

/** What somebody may have forgotten. */
export const forgotten: Readonly<Record<string, Look>> = {
  // When a draft was made is known of those that staff made: the audit trail tells.
  drafts: async ({ db }) => {
    const { rows } = await sql<{ code: string }>`
      select r.code from release r join audit_event e on e.kind = 'release' and e.code = r.code
      where r.published_at is null group by r.code
      having min(e.at) < clock_timestamp() - make_interval(days => ${OLD_DAYS}) order by min(e.at)`.execute(db);
    if (rows.length === 0) return fine(`No draft is older than ${OLD_DAYS} days.`);
    return warning(
      `${counted(rows.length, 'draft')} older than ${OLD_DAYS} days: ${listed(rows.map(({ code }) => code))}.`,
      'Publish or delete them (npx solieu help release).',
    );
  },

  keys: async ({ db }) => {
    const { rows } = await sql<{ name: string; isExpired: boolean }>`
      select name, expires_at <= clock_timestamp() as "isExpired" from api_key
      where revoked_at is null and expires_at < clock_timestamp() + make_interval(days => ${SOON_DAYS}) order by expires_at`.execute(
      db,
    );
    const expired = rows.filter(({ isExpired }) => isExpired).map(({ name }) => name);
    const expiring = rows.filter(({ isExpired }) => !isExpired).map(({ name }) => name);
    if (rows.length === 0) return fine(`No key has expired or will within ${SOON_DAYS} days.`);
    const told = [
      ...(expired.length > 0 ? [`${counted(expired.length, 'key')} expired: ${listed(expired)}.`] : []),
      ...(expiring.length > 0
        ? [`${counted(expiring.length, 'key')} to expire within ${SOON_DAYS} days: ${listed(expiring)}.`]
        : []),
    ];
    return warning(
      told.join(' '),
      'Make new ones for who still needs them, and revoke the old (npx solieu help keys).',
    );
  },
};

const SHOWN = 5;

const listed = (names: readonly string[]): string =>
  names.length <= SHOWN ? names.join(', ') : `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more`;
