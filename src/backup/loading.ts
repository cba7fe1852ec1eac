import { type Kysely, sql } from 'kysely';
import { Refused } from '../kernel/refused.js';
import type { Tables } from '../kernel/tables.js';
import { readBackup } from './backup-file.js';
import type { TableEnd, TableHead } from './format.js';
import { identityOf, linesOf, type StoredTable, storedTables } from './stored-table.js';
import { Sums } from './sums.js';
import { unguarded } from './unguarded.js';

/** Tables of a backup: those that are ours, and those that no migration of ours makes, which stay out. */
export interface Loaded {
  tables: TableEnd[];
  strange: TableEnd[];
}

/** Fills tables as the migrations of a backup made them with what it holds, and reads it back. */
export async function loadInto(db: Kysely<Tables>, file: string): Promise<Loaded> {
  const stored = new Map((await storedTables(db)).map((table) => [table.name, table]));
  const names = [...stored.keys()];
  const keys = new Map<string, string[]>();
  let found: TableEnd[] = [];
  await unguarded(db, names, async () => {
    await sql`truncate ${sql.join(names.map((name) => sql.table(name)))}`.execute(db);
    const rows = async ({ name, columns, key }: TableHead, lines: string[]): Promise<void> => {
      const table = stored.get(name);
      if (!table) return;
      if (key) keys.set(name, key);
      refuseOtherColumns(file, table, columns);
      await insert(db, table, lines);
    };
    found = (await readBackup(file, { rows })).tables;
    for (const end of found) if (stored.has(end.name)) await goOnFrom(db, end);
  });
  const tables = found.filter(({ name }) => stored.has(name));
  for (const end of tables) {
    const table = stored.get(end.name)!;
    await compare(db, { ...table, key: keys.get(end.name) ?? table.key }, end);
  }
  return { tables, strange: found.filter(({ name }) => !stored.has(name)) };
}

/** Names, types and their order are those of our tables, never the file's. */
function refuseOtherColumns(file: string, { name, columns }: StoredTable, found: TableHead['columns']): void {
  const told = (list: TableHead['columns']): string => list.map((column) => `${column.name} ${column.type}`).join(', ');
  if (told(found) === told(columns)) return;
  const message = `${file}: table ${name} has the columns ${told(found)}; the migrations make it with ${told(columns)}.`;
  throw new Refused('INVALID', message);
}

async function insert(db: Kysely<Tables>, { name, columns }: StoredTable, lines: string[]): Promise<void> {
  const values = columns.map(({ type }, at) => sql`(line ->> ${sql.lit(at)})::${sql.raw(type)}`);
  await sql`
    insert into ${sql.table(name)} (${sql.join(columns.map((column) => sql.ref(column.name)))}) overriding system value
    select ${sql.join(values)} from jsonb_array_elements(${`[${lines.join(',')}]`}::jsonb) line`.execute(db);
}

async function goOnFrom(db: Kysely<Tables>, { name, identity }: TableEnd): Promise<void> {
  if (!identity) return;
  const { column, last, isUsed } = identity;
  await sql`select setval(pg_get_serial_sequence(${`"${name}"`}, ${column}), ${last}::bigint, ${isUsed})`.execute(db);
}

/** Rows are read back in the order in which they were written. */
async function compare(db: Kysely<Tables>, table: StoredTable, end: TableEnd): Promise<void> {
  const sums = new Sums();
  for await (const lines of linesOf(db, table)) sums.add(lines);
  const identity = await identityOf(db, table);
  const isSame = sums.rows === end.rows && sums.sha256() === end.sha256 && identity?.last === end.identity?.last;
  if (!isSame)
    throw new Refused(
      'CONFLICT',
      `Table ${end.name} does not read back as it stands in the backup: nothing was restored.`,
    );
}
