import { type Kysely, sql } from 'kysely';
import { momentOfRow } from '../../kernel/database-moment.js';
import type { Tables } from '../../kernel/tables.js';
import { ApiKey, type KeyRow } from './key.type.js';

export type KeyState = 'active' | 'expired' | 'revoked';

/** All keys, the newest first, and whether each works by the database's clock. */
export async function allKeys(db: Kysely<Tables>): Promise<{ apiKey: ApiKey; state: KeyState }[]> {
  const { rows } = await sql<KeyRow & { state: KeyState }>`
    select *, case when revoked_at is not null then 'revoked' when expires_at <= clock_timestamp() then 'expired' else 'active' end
      as state from api_key order by id desc`.execute(db);
  return rows.map(({ state, ...row }) => ({ apiKey: new ApiKey(row), state }));
}

/** The moment so many days from now, by the database's clock. */
export async function momentInDays(db: Kysely<Tables>, days: number): Promise<string> {
  const { rows } = await sql<{ moment: string }>`
    select (clock_timestamp() + make_interval(days => ${days}::integer))::text as moment`.execute(db);
  return momentOfRow(rows[0]!.moment);
}
