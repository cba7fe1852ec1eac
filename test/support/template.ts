import { createHash } from 'node:crypto';
import {
  constants,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { migrations } from '../../schema/migrations/list.js';
import { seed } from '../../seeds/seed.js';
import { entities } from '../../src/entities.js';
import { type Database, openDatabase } from '../../src/kernel/database.js';
import { newFolder } from './scratch.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Templates outlive a run of the tests. */
const TEMPLATES = join(root, 'node_modules', '.cache', 'solieu-test');

/** Changes with whatever the template is made of. */
const fingerprint = ((): string => {
  const files = globSync(['schema/migrations/*.ts', 'seeds/*'], { cwd: root }).sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 12);
})();

/** A database of this test file alone, with the tables and, unless told, the real figures. */
export async function copyOfTemplate(isSeeded: boolean): Promise<{ database: Database; drop: () => Promise<void> }> {
  const name = `${isSeeded ? 'seeded' : 'empty'}_${fingerprint}`;
  const server = process.env['DATABASE_URL'];
  return server ? onServer(server, name, isSeeded) : embedded(name, isSeeded);
}

async function fill(database: Database, isSeeded: boolean): Promise<void> {
  await database.migrate();
  if (isSeeded) await seed(database);
}

async function embedded(name: string, isSeeded: boolean): Promise<{ database: Database; drop: () => Promise<void> }> {
  const template = join(TEMPLATES, name);
  if (!existsSync(template)) await makeDirectory(template, isSeeded);
  const directory = newFolder('test');
  // A thousand small files: waiting for each of them takes ten times as long as doing it at once.
  cpSync(template, directory, { recursive: true, mode: constants.COPYFILE_FICLONE });
  const database = await openDatabase({ directory, entities, migrations });
  // It opens in the background, with modules that Jest lets nobody load between two tests.
  await sql`select`.execute(database.db);
  const drop = async (): Promise<void> => {
    await database.close();
    rmSync(directory, { recursive: true, force: true });
  };
  return { database, drop };
}

/** Two workers may make it at once: the first to finish wins. */
async function makeDirectory(template: string, isSeeded: boolean): Promise<void> {
  mkdirSync(TEMPLATES, { recursive: true });
  const making = mkdtempSync(`${template}-`);
  const database = await openDatabase({ directory: making, entities, migrations });
  await fill(database, isSeeded);
  await database.close();
  try {
    renameSync(making, template);
  } catch {
    rmSync(making, { recursive: true, force: true });
  }
}

async function onServer(
  server: string,
  name: string,
  isSeeded: boolean,
): Promise<{ database: Database; drop: () => Promise<void> }> {
  const at = (database: string): string => Object.assign(new URL(server), { pathname: `/${database}` }).href;
  const admin = await openDatabase({ url: at('postgres'), poolSize: 1, entities, migrations });
  const copy = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await admin.db.connection().execute(async (one) => {
    // One at a time: a template that is being copied or made lets nobody else in.
    await sql`set statement_timeout = 0`.execute(one);
    await sql`set lock_timeout = 0`.execute(one);
    await sql`select pg_advisory_lock(1)`.execute(one);
    const { rows } = await sql`select 1 from pg_database where datname = ${name}`.execute(one);
    if (rows.length === 0) {
      await sql`create database ${sql.id(`${name}_making`)}`.execute(one);
      const database = await openDatabase({ url: at(`${name}_making`), entities, migrations });
      await fill(database, isSeeded);
      await database.close();
      await sql`alter database ${sql.id(`${name}_making`)} rename to ${sql.id(name)}`.execute(one);
    }
    await sql`create database ${sql.id(copy)} template ${sql.id(name)}`.execute(one);
    await sql`select pg_advisory_unlock(1)`.execute(one);
  });
  const database = await openDatabase({ url: at(copy), entities, migrations });
  const drop = async (): Promise<void> => {
    await database.close();
    await sql`drop database ${sql.id(copy)} with (force)`.execute(admin.db);
    await admin.close();
  };
  return { database, drop };
}
