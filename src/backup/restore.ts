import { type Kysely, sql } from 'kysely';
import { migrations } from '../../schema/migrations/list.js';
import { writing } from '../features/audit/writing.js';
import type { Actor } from '../kernel/actor.js';
import type { Database } from '../kernel/database.js';
import { Refused } from '../kernel/refused.js';
import type { Tables } from '../kernel/tables.js';
import { readBackup } from './backup-file.js';
import type { Header } from './format.js';
import { type Loaded, loadInto } from './loading.js';
import { clear, migrateWithin } from './made-anew.js';
import { settle, storedTables } from './stored-table.js';

export interface Restored extends Loaded {
  header: Header;
}

export interface RestoreOptions {
  file: string;
  /** Whether what the database holds may go. */
  mayReplace: boolean;
  actor: Actor;
}

/**
 * Makes a database hold what a backup holds, whole or not at all: tables as the migrations of the backup made them, its rows,
 * then the migrations after it. What the database held before is then gone.
 */
export async function restore(database: Database, options: RestoreOptions): Promise<Restored> {
  return putInto(database, await checked(options.file), options);
}

/** The header of a file that is whole and that this version can restore. */
export async function checked(file: string): Promise<Header> {
  const { header } = await readBackup(file);
  refuseUnknown(header, file);
  return header;
}

/** Restores a file that was checked. */
export async function putInto(database: Database, header: Header, options: RestoreOptions): Promise<Restored> {
  const loaded = await database.orm.em
    .fork()
    .transactional(async (em) => {
      const db = em.getKysely<Tables>();
      await settle(db);
      await sql`select pg_advisory_xact_lock(hashtext('solieu migrations'))`.execute(db);
      const before = await refuseUnlessFree(db, options.mayReplace);
      const count = await changeCount(db, before);
      await clear(db);
      await migrateWithin(database.orm, em.getTransactionContext(), header.migrations);
      const found = await loadInto(db, options.file);
      await migrateWithin(database.orm, em.getTransactionContext());
      await refuseLoss(db, before);
      await goOnCounting(db, count);
      return found;
    })
    .catch((error: unknown) => {
      throw refusalOf(error);
    });
  await sql`select set_config('statement_timeout', '0', false)`.execute(database.db);
  await sql`analyze`.execute(database.db);
  await record(database, options, header);
  return { header, ...loaded };
}

function refuseUnknown(header: Header, file: string): void {
  const known = new Set<string>(migrations.map(({ name }) => name));
  const unknown = header.migrations.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  const message = `${file} was written by Solieu ${header.program}, which is newer: this one does not know ${unknown.join(', ')}.`;
  throw new Refused('INVALID', message);
}

/** A table with rows in it. */
type Filled = ReadonlySet<string>;

/** What migrations themselves put in. */
const MADE: Readonly<Record<string, number>> = { breakdown: 1, data_change: 1 };

/** The tables with rows beyond those that migrations make. */
async function refuseUnlessFree(db: Kysely<Tables>, mayReplace: boolean): Promise<Filled> {
  const tables = await storedTables(db);
  const { rows } = await sql`select from pg_class where oid = to_regclass('migration')`.execute(db);
  if (tables.length > 0 && rows.length === 0) {
    const names = tables.map(({ name }) => name).slice(0, 3);
    throw new Refused(
      'CONFLICT',
      `The database holds tables that are not Solieu's (${names.join(', ')}): restore into one of its own.`,
    );
  }
  const filled = new Set<string>();
  for (const { name } of tables) {
    const beyond = await sql`select from ${sql.table(name)} offset ${sql.lit(MADE[name] ?? 0)} limit 1`.execute(db);
    if (beyond.rows.length > 0) filled.add(name);
  }
  if (filled.size > 0 && !mayReplace) {
    throw new Refused(
      'CONFLICT',
      `The database holds data already: --replace puts the backup in its place, and what it holds is gone.`,
    );
  }
  return filled;
}

/** Somebody else's table in our place is not thrown away. */
async function refuseLoss(db: Kysely<Tables>, before: Filled): Promise<void> {
  const after = new Set((await storedTables(db)).map(({ name }) => name));
  const lost = [...before].filter((name) => !after.has(name));
  if (lost.length === 0) return;
  throw new Refused(
    'CONFLICT',
    `The database holds ${lost.join(', ')}, which Solieu does not know: move it elsewhere first.`,
  );
}

async function changeCount(db: Kysely<Tables>, before: Filled): Promise<string | null> {
  if (before.size === 0) return null;
  const { rows } = await sql<{ count: string }>`select count::text from data_change`.execute(db);
  return rows[0]?.count ?? null;
}

/** A server that went on serving sees that what it knows is no more so. */
async function goOnCounting(db: Kysely<Tables>, before: string | null): Promise<void> {
  if (before === null) return;
  await sql`update data_change set count = greatest(count, ${before}::bigint) + 1`.execute(db);
}

async function record({ db }: Database, { actor }: RestoreOptions, { takenAt, program }: Header): Promise<void> {
  await writing(db, actor, ({ record }) =>
    record({ action: 'database.restore', kind: 'database', code: takenAt, before: null, after: { takenAt, program } }),
  );
}

const IN_USE = '55P03';
const NOT_OWNED = '42501';

function refusalOf(error: unknown): unknown {
  const { code, message } = error as { code?: string; message?: string };
  if (code === IN_USE)
    return new Refused('CONFLICT', 'The database is in use: stop the servers that work on it first.');
  if (code === NOT_OWNED)
    return new Refused('NOT_ALLOWED', `The role in DATABASE_URL must own the tables: ${message}.`);
  return error;
}
