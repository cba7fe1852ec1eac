import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { testServer } from './support/server.js';

const server = testServer();

const standards = async (): Promise<object> => {
  const { rows } = await sql<object>`select * from standard where id > ${0} order by id limit 1`.execute(
    server.database.db,
  );
  return rows[0]!;
};

test('a statement whose plan is kept goes on after its table has changed', async () => {
  for (let turn = 0; turn < 20; turn += 1) await standards();
  await sql`alter table standard add column version text default '2024'`.execute(server.database.db);
  for (let turn = 0; turn < 20; turn += 1) expect(await standards()).toHaveProperty('version', '2024');
});
