import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { packageFolder } from './package.js';
import type { Tables } from './tables.js';

/** The parts that the migrations make, told when the package is built. */
export const EXPECTED_PARTS = join(packageFolder, 'dist', 'parts.json');

/**
 * What a schema is made of, each part as one text: `index print_by_source`, `column print.value numeric`. Constraints and indexes
 * are told by their names, which all versions of PostgreSQL spell alike; functions by what they do.
 */
export async function databaseParts(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ part: string }>`
    with ours as (select oid, relname as name, relkind as kind from pg_class where relnamespace = current_schema()::regnamespace),
      tables as (select oid, name from ours where kind = 'r')
    select 'table ' || name as part from tables
    union all
    select 'column ' || t.name || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    from tables t join pg_attribute a on a.attrelid = t.oid where a.attnum > 0 and not a.attisdropped
    union all
    select 'index ' || name from ours where kind = 'i'
    union all
    select 'constraint ' || t.name || '.' || c.conname from tables t join pg_constraint c on c.conrelid = t.oid where c.contype <> 'n'
    union all
    select 'trigger ' || t.name || '.' || g.tgname from tables t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal
    union all
    select 'function ' || p.proname || ' ' || md5(p.prosrc) from pg_proc p
    where p.pronamespace = current_schema()::regnamespace and not exists (
      select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
    order by 1`.execute(db);
  return rows.map(({ part }) => part);
}
