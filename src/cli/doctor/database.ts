import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { migrations } from '../../../schema/migrations/list.js';
import { appliedMigrations } from '../../kernel/applied-migrations.js';
import { databaseParts, EXPECTED_PARTS } from '../../kernel/database-parts.js';
import { counted, error, fine, type Verdict, warning } from './diagnosis.js';
import { type Look, one } from './look.js';

const LEAST_VERSION = 15;
/** A table of prints that is smaller is quickly read, whatever the planner thinks of it. */
const MANY_BYTES = 8 * 1024 * 1024;

const MOST_PARTS = 10;
const withoutHash = (part: string): string => part.replace(/ [0-9a-f]{32}$/, '');

/** What must hold before the tables can be looked at. */
export const ground: Readonly<Record<string, Look>> = {
  version: async ({ db }) => {
    const { version, number } = await one<{ version: string; number: number }>(
      db,
      sql`select current_setting('server_version') as version, current_setting('server_version_num')::integer as number`,
    );
    if (number >= LEAST_VERSION * 10_000) return fine(`PostgreSQL ${version}.`);
    return error(`PostgreSQL ${version} is too old.`, `Upgrade the server to PostgreSQL ${LEAST_VERSION} or newer.`);
  },

  migrations: async ({ db }) => {
    const applied = await appliedMigrations(db);
    const known = migrations.map(({ name }) => name);
    const unknown = applied.filter((name) => !known.includes(name));
    const missing = known.filter((name) => !applied.includes(name));
    if (unknown.length > 0) {
      const count = counted(unknown.length, 'migration');
      return error(
        `The database is newer than this program, which does not know ${count}: ${unknown.join(', ')}.`,
        'Run the newest version of Solieu that this database was used with, or a newer one.',
      );
    }
    if (missing.length === 0) return fine(`${counted(applied.length, 'migration')}, all applied.`);
    return error(
      `${counted(missing.length, 'migration')} not applied: ${missing.join(', ')}.`,
      'Run "npx solieu migrate", or start the server, which does it too.',
    );
  },
};

/** How the database is set up. */
export const settings: Readonly<Record<string, Look>> = {
  schema: async ({ db }) => {
    const there = new Set(await databaseParts(db));
    const expected = JSON.parse(await readFile(EXPECTED_PARTS, 'utf8')) as string[];
    const missing = expected.filter((part) => !there.has(part)).map(withoutHash);
    if (missing.length === 0)
      return fine('Every table, index, constraint, trigger and function is as migrations make it.');
    const [shown, more] = [missing.slice(0, MOST_PARTS), missing.length - MOST_PARTS];
    return error(
      `Missing or changed: ${shown.join(', ')}${more > 0 ? `, and ${counted(more, 'other')}` : ''}.`,
      'Take a backup, and restore it with --replace: that makes all of them anew.',
    );
  },

  search: async ({ db }) => {
    const { version } = await one<{ version: string | null }>(
      db,
      sql`select (select extversion from pg_extension where extname = 'pg_trgm') as version`,
    );
    if (version !== null) return fine(`The extension pg_trgm ${version} is there.`);
    return error('The extension pg_trgm is missing: searches fail.', 'As its owner, run "create extension pg_trgm" on the database.'); // prettier-ignore
  },

  collation: async ({ db }) => {
    const { encoding, locale, made, now } = await one<{
      encoding: string;
      locale: string;
      made: string | null;
      now: string | null;
    }>(
      db,
      sql`select pg_encoding_to_char(encoding) as encoding, datcollate as locale, datcollversion as made,
        pg_database_collation_actual_version(oid) as now from pg_database where datname = current_database()`,
    );
    if (encoding !== 'UTF8') {
      return error(
        `The database is encoded in ${encoding}: Vietnamese names cannot all be kept.`,
        'Make a database with encoding UTF8, and restore a backup into it.',
      );
    }
    if (made === now) return fine(`UTF8, collation ${locale}.`);
    return warning(
      `The system's collation ${locale} changed from version ${made} to ${now}: indexes may miss rows.`,
      'Run "reindex database" and then "alter database … refresh collation version".',
    );
  },

  timezone: async ({ db }) => {
    const { zone, style, isUtc, vietnam } = await one<{ zone: string; style: string; isUtc: boolean; vietnam: number }>(
      db,
      sql`select current_setting('TimeZone') as zone, current_setting('DateStyle') as style,
        extract(timezone from timestamptz '2024-01-01') = 0 and extract(timezone from timestamptz '2024-07-01') = 0 as "isUtc",
        (extract(epoch from timestamp '2024-01-01' - timestamp '2024-01-01' at time zone 'Asia/Ho_Chi_Minh' at time zone 'UTC') / 3600)::integer as vietnam`,
    );
    if (vietnam !== 7) {
      return error(
        `The database takes Vietnam to be ${vietnam} hours ahead of UTC, not 7.`,
        'Install the time zones (tzdata) on its machine, and start it anew.',
      );
    }
    if (isUtc && style.startsWith('ISO')) return fine(`${zone}, dates as in ISO.`);
    return error(
      `Connections have time zone ${zone} and dates ${style}, though they ask for UTC and ISO.`,
      'A pooler in between may drop what they ask for: have it pass "options" on, or set both for the database.',
    );
  },

  clock: async ({ db }) => {
    const before = Date.now();
    const { now } = await one<{ now: number }>(
      db,
      sql`select (extract(epoch from clock_timestamp()) * 1000)::float8 as now`,
    );
    const seconds = (now - (before + Date.now()) / 2) / 1000;
    return fine(
      Math.abs(seconds) < 1
        ? 'The clocks of the database and of this machine agree.'
        : `The database's clock is ${Math.abs(seconds).toFixed(0)} s ${seconds > 0 ? 'ahead of' : 'behind'} this machine's. It alone counts: if it is right, nothing is wrong.`,
    );
  },

  indexes: async ({ db }) => {
    const { rows } = await sql<{ name: string }>`
      select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
      where c.relnamespace = current_schema()::regnamespace and not (i.indisvalid and i.indisready) order by 1`.execute(
      db,
    );
    if (rows.length === 0) return fine('Every index is valid.');
    const names = rows.map(({ name }) => name).join(', ');
    return error(`Not valid: ${names}.`, 'Run "reindex index …" for each: until then nothing is read by them.');
  },

  statistics: async ({ db, isEmbedded }) => {
    if (isEmbedded) return fine('An embedded database needs none.');
    const { isNever } = await one<{ isNever: boolean }>(
      db,
      sql`select reltuples < 0 and pg_relation_size(oid) > ${MANY_BYTES} as "isNever" from pg_class where oid = 'print'::regclass`,
    );
    return isNever
      ? warning('The table "print" was never vacuumed or analyzed: lists may be slow.', 'Run "vacuum analyze print", and see that autovacuum is on.') // prettier-ignore
      : fine('The planner knows the table "print", or it is small.');
  },
};

export const unreachable = (address: string, reason: string, isEmbedded: boolean): Verdict =>
  isEmbedded
    ? error(`${address} cannot be opened: ${reason}.`, 'Restore a backup into an empty directory (npx solieu restore).')
    : error(`${address} cannot be reached: ${reason}.`, 'See that the server runs, and that DATABASE_URL has its host, port, user, password and database.'); // prettier-ignore

/** An address without what is secret in it. */
export function addressOf(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  if (url.password) url.password = '***';
  url.search = '';
  return url.href;
}
