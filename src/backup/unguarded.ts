import { type Kysely, sql } from 'kysely';
import type { Tables } from '../kernel/tables.js';

/**
 * Lets rows in that stood before, in any order: triggers of ours rest, and references are taken away and made anew, which checks
 * them all. In a transaction of whoever owns the tables.
 */
export async function unguarded(
  db: Kysely<Tables>,
  tables: readonly string[],
  load: () => Promise<void>,
): Promise<void> {
  const { rows: references } = await sql<{ table: string; name: string; definition: string }>`
    select r.relname as table, c.conname as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class r on r.oid = c.conrelid
    where c.contype = 'f' and r.relnamespace = current_schema()::regnamespace order by c.oid`.execute(db);
  for (const { table, name } of references)
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(db);
  for (const table of tables) await sql`alter table ${sql.table(table)} disable trigger user`.execute(db);
  await load();
  for (const { table, name, definition } of references)
    await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(db);
  for (const table of tables) await sql`alter table ${sql.table(table)} enable trigger user`.execute(db);
}
