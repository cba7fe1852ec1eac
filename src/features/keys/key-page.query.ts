import { type Kysely, sql } from 'kysely';
import type { Context } from '../../kernel/context.js';
import { cursorIn, keysetPage, keysetWindow, type Order } from '../../kernel/keyset.js';
import { type Page, type PageArgs, pageOfRows } from '../../kernel/page.js';
import type { Tables } from '../../kernel/tables.js';
import { ApiKey, type KeyRow } from './key.type.js';

const ORDER: Order<ApiKey> = {
  name: 'NEWEST',
  keys: [{ sql: sql`id`, cast: 'integer', descends: true, of: ({ row }) => row.id }],
};

/** Keys, the newest first, with those that work no more. */
export async function keyPage({ reading: { db }, limits }: Context, args: PageArgs): Promise<Page<ApiKey>> {
  const window = keysetWindow(ORDER, args, limits);
  const { rows } = await sql<KeyRow>`select * from api_key where true ${keysetPage(ORDER, window)}`.execute(db);
  return pageOfRows(
    rows.map((row) => new ApiKey(row)),
    window,
    cursorIn(ORDER),
    () => countKeys(db),
  );
}

async function countKeys(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) from api_key`.execute(db);
  return Number(rows[0]!.count);
}
