import { Migrator } from '@mikro-orm/migrations';
import { type Kysely, sql } from 'kysely';
import type { SqlOrm } from '../kernel/database.js';
import type { Tables } from '../kernel/tables.js';

/** Runs migrations within a transaction, the table that tells of them too. */
class MigratorWithin extends Migrator {
  protected override init(): Promise<void> {
    return Promise.resolve();
  }
}

/** Runs those migrations that have not run, of those named or of all. */
export async function migrateWithin(orm: SqlOrm, transaction: unknown, names?: readonly string[]): Promise<void> {
  await new MigratorWithin(orm.em).up({ transaction: transaction as never, ...(names && { migrations: [...names] }) });
}

/**
 * Takes away the tables, views and functions of this schema. What an extension brought stays, and what others own. All are named
 * before the first goes: one that went with another has no name any more.
 */
export async function clear(db: Kysely<Tables>): Promise<void> {
  await sql`do $$
    declare statement text;
    begin
      foreach statement in array array(select format('drop table if exists %s cascade', c.oid::regclass) from pg_class c
          where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
            and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')) loop
        execute statement;
      end loop;
      foreach statement in array array(select format('drop function if exists %s cascade', p.oid::regprocedure) from pg_proc p
          where p.pronamespace = current_schema()::regnamespace and p.prokind = 'f' and pg_get_userbyid(p.proowner) = current_user
            and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')) loop
        execute statement;
      end loop;
    end $$`.execute(db);
}
