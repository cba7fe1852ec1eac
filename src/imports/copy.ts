import { finished } from 'node:stream/promises';
import { type Kysely, sql } from 'kysely';
import type { ClientBase } from 'pg';
import { from } from 'pg-copy-streams';
import { ownClient } from '../kernel/own-client.js';
import type { Tables } from '../kernel/tables.js';

export type Cell = string | number | boolean | null;

/** Rows on their way into a table. */
export interface Copying {
  write: (row: readonly Cell[]) => Promise<void> | undefined;
  end: () => Promise<void>;
}

const BATCH_ROWS = 2000;

/** Copies rows into a table of the transaction: by COPY, or in statements of many rows where the database is embedded. */
export async function copyInto(
  db: Kysely<Tables>,
  table: string,
  columns: Readonly<Record<string, string>>,
): Promise<Copying> {
  const client = await ownClient(db);
  return client ? byCopy(client, table, Object.keys(columns)) : byStatements(db, table, columns);
}

function byCopy(client: ClientBase, table: string, columns: readonly string[]): Copying {
  const stream = client.query(from(`copy ${table} (${columns.join(', ')}) from stdin`));
  const done = finished(stream);
  // Whoever writes is told by `end` or by the next statement of the transaction.
  done.catch(() => undefined);
  let lines: string[] = [];
  const flush = (): Promise<void> | undefined => {
    const isTaken = stream.write(lines.join(''));
    lines = [];
    if (isTaken) return undefined;
    const drained = new Promise<void>((resolve) => void stream.once('drain', resolve));
    return Promise.race([drained, done]);
  };
  return {
    write: (row) => {
      lines.push(lineOf(row));
      return lines.length < 500 ? undefined : flush();
    },
    end: async () => {
      await flush();
      stream.end();
      await done;
    },
  };
}

function lineOf(row: readonly Cell[]): string {
  let line = '';
  for (let at = 0; at < row.length; at += 1) line += (at === 0 ? '' : '\t') + field(row[at]!);
  return `${line}\n`;
}

const SPECIAL = /[\\\n\r\t]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function field(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell !== 'string') return String(cell);
  return SPECIAL.test(cell) ? cell.replace(/[\\\n\r\t]/g, (one) => ESCAPES[one]!) : cell;
}

function byStatements(db: Kysely<Tables>, table: string, columns: Readonly<Record<string, string>>): Copying {
  const names = Object.keys(columns);
  const texts = sql.raw(names.map((name) => `${name} text`).join(', '));
  const typed = sql.raw(names.map((name) => `${name}::${columns[name]!}`).join(', '));
  let batch: object[] = [];
  const flush = async (): Promise<void> => {
    const rows = batch;
    batch = [];
    if (rows.length === 0) return;
    await sql`insert into ${sql.table(table)} (${sql.raw(names.join(', '))})
      select ${typed} from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r (${texts})`.execute(db);
  };
  return {
    write: (row) => {
      batch.push(Object.fromEntries(names.map((name, at) => [name, row[at]])));
      return batch.length < BATCH_ROWS ? undefined : flush();
    },
    end: flush,
  };
}
