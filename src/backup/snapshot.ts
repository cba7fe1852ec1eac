import { type Kysely, sql } from 'kysely';
import type { Database } from '../kernel/database.js';
import { packageVersion } from '../kernel/package.js';
import type { Tables } from '../kernel/tables.js';
import { FORMAT, type Header, type Line, type TableEnd, written } from './format.js';
import { identityOf, linesOf, settle, type StoredTable, storedTables } from './stored-table.js';
import { Sums } from './sums.js';

/** What a backup holds. */
export interface Contents {
  header: Header;
  tables: TableEnd[];
}

/** Reads while others write: all that is read was so at one moment. On an embedded database others wait. */
export function inSnapshot<T>({ db }: Database, read: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(transaction);
    await settle(transaction);
    return read(transaction);
  });
}

/** The text of a backup, piece by piece; what it holds is told in `contents` once it has come to its end. */
export async function* textOf(db: Kysely<Tables>, contents: (found: Contents) => void): AsyncGenerator<string> {
  const sums = new Sums();
  const noted = (line: Line): string => sums.add([written(line).trimEnd()]);
  const header = await headerOf(db);
  yield noted(header);
  const tables: TableEnd[] = [];
  for (const table of await storedTables(db)) {
    yield noted({ kind: 'table', name: table.name, columns: table.columns, key: table.key });
    const rows = new Sums();
    for await (const lines of linesOf(db, table)) {
      rows.add(lines);
      yield sums.add(lines);
    }
    const end = await endOf(db, table, rows);
    tables.push(end);
    yield noted(end);
  }
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  yield written({ kind: 'footer', tables: tables.length, rows, sha256: sums.sha256() });
  contents({ header, tables });
}

async function headerOf(db: Kysely<Tables>): Promise<Header> {
  const { rows } = await sql<{ takenAt: string; migrations: string[] }>`
    select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "takenAt",
      (select coalesce(json_agg(name order by id), '[]') from migration) as migrations`.execute(db);
  return { kind: 'solieu-backup', format: FORMAT, program: packageVersion, ...rows[0]! };
}

async function endOf(db: Kysely<Tables>, table: StoredTable, sums: Sums): Promise<TableEnd> {
  const identity = await identityOf(db, table);
  return { kind: 'end', name: table.name, rows: sums.rows, sha256: sums.sha256(), identity };
}
