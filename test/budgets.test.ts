import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { testServer } from './support/server.js';
import { statementsOf } from './support/statements.js';

const server = testServer({ CLOCK_MAX_AGE_MS: '1000', MAX_TABLE_CELLS: '1000000' });
const folder = fileURLToPath(new URL('queries', import.meta.url));
const documents = readdirSync(folder).filter((file) => file.endsWith('.graphql'));

/** Of the documents that stand as they were agreed; the others state it in a comment. */
const AGREED: Record<string, number> = {
  'first-half-2024.graphql': 2,
  'merger.graphql': 0,
  'revision-trail.graphql': 4,
  'table.graphql': 1,
  'tasks-against-plan.graphql': 2,
};

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const budgetOf = (file: string): number => AGREED[file] ?? Number(/# statements: (\d+)/.exec(read(file))![1]);

/** Statements of a document that is asked again: codes are in memory by then, and reading the clock is not counted. */
async function statements(file: string): Promise<number> {
  const variables = join(folder, file.replace('.graphql', '.variables.json'));
  const given = existsSync(variables) ? (JSON.parse(readFileSync(variables, 'utf8')) as Record<string, unknown>) : {};
  expect(await server.ask(read(file), given)).not.toHaveProperty('errors');
  const sent = await statementsOf(() => server.ask(read(file), given));
  return sent.filter((statement) => !statement.includes('clock_timestamp')).length;
}

test.each(documents)('%s holds its budget of statements', async (file) => {
  expect(await statements(file)).toBe(budgetOf(file));
});

test('every document holds its budget at ten times the rows', async () => {
  const { db } = server.database;
  const added = 'extract(year from period_start)::int between 2016 and 2025';
  await sql`insert into release (code, title_vi) values ('TENFOLD', 'Gấp mười')`.execute(db);
  await sql`insert into observation (indicator_id, territory_id, breakdown_id, period_start, period_end, publisher_id)
    select indicator_id, territory_id, breakdown_id, period_start + copy, period_end + copy, publisher_id
    from observation, generate_series(1, 9) copy where ${sql.raw(added)} on conflict do nothing`.execute(db);
  await sql`insert into print (observation_id, release_id, source_id, status, value, unit_multiplier)
    select o.id, (select id from release where code = 'TENFOLD'), (select min(id) from source), 'ESTIMATED', 1, 0
    from observation o where not exists (select from print p where p.observation_id = o.id)`.execute(db);
  await server.figures.lift('TENFOLD');
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const { rows } = await sql<{ count: string }>`select count(*) from observation`.execute(db);
  const counts: Record<string, number> = {};
  for (const file of documents) counts[file] = await statements(file);
  expect([Number(rows[0]!.count) > 1400, counts]).toEqual([
    true,
    Object.fromEntries(documents.map((file) => [file, budgetOf(file)])),
  ]);
}, 60_000);
