import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { migrations } from '../schema/migrations/list.js';
import { entities } from '../src/entities.js';
import { openDatabase } from '../src/kernel/database.js';
import { attempt } from './support/attempt.js';
import { sumsOf } from './support/moved.js';
import { testServer } from './support/server.js';

const address = process.env['DATABASE_URL'];
const hasPgDump = spawnSync('pg_dump', ['--version']).status === 0;

/** The embedded database has no such tool. */
(address && hasPgDump ? describe : describe.skip)('what pg_dump writes', () => {
  const server = testServer();
  const at = (database: string): string => Object.assign(new URL(address!), { pathname: `/${database}` }).href;

  test('restores into an empty database by psql, guards and all', async () => {
    const { db } = server.database;
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
    const copy = `${rows[0]!.name}_dumped`;
    await sql`create database ${sql.id(copy)}`.execute(db);
    const dump = execFileSync('pg_dump', ['--no-owner', at(rows[0]!.name)], { maxBuffer: 1e9 });
    const said = spawnSync('psql', ['-q', '-v', 'ON_ERROR_STOP=1', at(copy)], { input: dump, encoding: 'utf8' });
    const restored = await openDatabase({ url: at(copy), poolSize: 1, entities, migrations });
    const found = [said.stderr, await sumsOf(restored), await attempt(restored, `delete from print`)];
    await restored.close();
    await sql`drop database ${sql.id(copy)}`.execute(db);
    expect(found).toEqual(['', await sumsOf(server.database), '23001']);
  });
});
