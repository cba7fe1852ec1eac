import { sql } from 'kysely';
import type { Context } from '../../kernel/context.js';
import { ApiKey, type KeyRow } from './key.type.js';

/** Keys by their row. */
export const keyById = (context: Context) =>
  context.loader<number, ApiKey | null>('key by id', (ids) =>
    context.read(async ({ db }) => {
      const { rows } = await sql<KeyRow>`select * from api_key where id = any(${ids}::integer[])`.execute(db);
      const found = new Map(rows.map((row) => [row.id, new ApiKey(row)]));
      return ids.map((id) => found.get(id) ?? null);
    }),
  );

/** Keys by their prefix. */
export const keyByPrefix = (context: Context) =>
  context.loader<string, ApiKey | null>('key by prefix', (prefixes) =>
    context.read(async ({ db }) => {
      const { rows } = await sql<KeyRow>`select * from api_key where prefix = any(${prefixes}::text[])`.execute(db);
      const found = new Map(rows.map((row) => [row.prefix, new ApiKey(row)]));
      return prefixes.map((prefix) => found.get(prefix) ?? null);
    }),
  );
