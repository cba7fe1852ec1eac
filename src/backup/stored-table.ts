import { type Kysely, sql } from 'kysely';
import type { Tables } from '../kernel/tables.js';
import type { Identity } from './format.js';

/** A table as the database keeps it. */
export interface StoredTable {
  name: string;
  /** Those that are written; what the database derives is left out. */
  columns: { name: string; type: string }[];
  /** Columns of its primary key. */
  key: string[];
  /** The column that is given numbers. */
  identity: string | null;
}

/** Which migrations have run is told by the header. */
const MIGRATIONS = 'migration';

/** How texts of values are written, the same on every server. */
const SETTINGS = { timezone: 'UTC', datestyle: 'ISO', intervalstyle: 'postgres', extra_float_digits: '1' };
/** A long transaction with short statements, and a few long ones. */
const LIMITS = { statement_timeout: '0', idle_in_transaction_session_timeout: '0' };

export async function settle(db: Kysely<Tables>): Promise<void> {
  for (const [name, value] of Object.entries({ ...SETTINGS, ...LIMITS }))
    await sql`select set_config(${name}, ${value}, true)`.execute(db);
}

/** All tables but those that are thrown away at a crash. */
export async function storedTables(db: Kysely<Tables>): Promise<StoredTable[]> {
  const { rows } = await sql<StoredTable>`
    select c.relname as name,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select json_agg(a.attname order by place) from pg_index i, unnest(i.indkey) with ordinality as k(number, place), pg_attribute a
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = number), '[]') as key,
      (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attidentity <> '') as identity
    from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by c.relname collate "C"`.execute(db);
  return rows.filter(({ name }) => name !== MIGRATIONS);
}

const ROWS_A_PAGE = 2000;

/** The rows of a table in the order of its key, a page at a time, each as its line in a backup. In a transaction. */
export async function* linesOf(db: Kysely<Tables>, table: StoredTable): AsyncGenerator<string[]> {
  const cursor = sql.ref(`lines of ${table.name}`);
  const texts = table.columns.map(({ name }) => sql`${sql.ref(name)}::text`);
  const line = sql`to_json(array[${sql.join(texts)}])::text`;
  // A key of texts sorts by their bytes, whatever the locale.
  const order = table.key.map((name) =>
    typeOf(table, name) === 'text' ? sql`${sql.ref(name)} collate "C"` : sql.ref(name),
  );
  await sql`declare ${cursor} no scroll cursor for select ${line} as line
    from ${sql.table(table.name)} order by ${order.length > 0 ? sql.join(order) : sql`${line} collate "C"`}`.execute(
    db,
  );
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(ROWS_A_PAGE)} from ${cursor}`.execute(db);
    if (rows.length > 0) yield rows.map(({ line }) => line);
    if (rows.length < ROWS_A_PAGE) break;
  }
  await sql`close ${cursor}`.execute(db);
}

const typeOf = ({ columns }: StoredTable, name: string): string | undefined =>
  columns.find((column) => column.name === name)?.type;

export async function identityOf(db: Kysely<Tables>, { name, identity }: StoredTable): Promise<Identity | null> {
  if (identity === null) return null;
  const { rows: sequences } = await sql<{ schema: string; sequence: string }>`
    select n.nspname as schema, c.relname as sequence from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.oid = pg_get_serial_sequence(${`"${name}"`}, ${identity})::regclass`.execute(db);
  const [at] = sequences;
  const { rows } = await sql<{ last: string; isUsed: boolean }>`
    select last_value::text as last, is_called as "isUsed" from ${sql.table(`${at!.schema}.${at!.sequence}`)}`.execute(
    db,
  );
  return { column: identity, ...rows[0]! };
}
