import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyTable } from '@mikro-orm/sql';
import type { Role } from '../../kernel/actor.js';

/** API keys. The key itself is told once, to whoever creates it: here is only what recognises it. */
export const ApiKeys = defineEntity({
  name: 'ApiKey',
  tableName: 'api_key',
  properties: {
    id: p.integer().primary().autoincrement(),
    name: p.text().unique(),
    /** The first characters of the key, by which people tell keys apart. */
    prefix: p.text().unique(),
    /** SHA-256 of the key, in hexadecimal digits. */
    hash: p.text(),
    role: p.text().$type<Exclude<Role, 'READER'>>(),
    createdAt: p.datetime().$type<string>().defaultRaw('clock_timestamp()'),
    expiresAt: p.datetime().$type<string>().nullable(),
    revokedAt: p.datetime().$type<string>().nullable(),
    lastUsedAt: p.datetime().$type<string>().nullable(),
  },
});

declare module '../../kernel/tables.js' {
  interface Tables {
    api_key: InferKyselyTable<typeof ApiKeys>;
  }
}
