import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { testServer } from './support/server.js';
import { statementsOf } from './support/statements.js';

const server = testServer({ CLOCK_MAX_AGE_MS: '1000', MAX_TABLE_CELLS: '1000000', ANSWER_CACHE_BYTES: '0' });
const folder = fileURLToPath(new URL('queries', import.meta.url));
const documents = readdirSync(folder).filter((file) => file.endsWith('.graphql'));

/** Of the documents that stand as they were agreed; the others state it in a comment. */
const AGREED: Record<string, number> = {
  'clusters.graphql': 1,
  'first-half-2024.graphql': 2,
  'june-2023-events.graphql': 2,
  'merger.graphql': 0,
  'revision-trail.graphql': 4,
  'search.graphql': 2,
  'table.graphql': 1,
  'tasks-against-plan.graphql': 2,
  // Two pages of products may come together, and their stars then in one statement.
  'valid-stars.graphql': 7,
};

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const budgetOf = (file: string): number => AGREED[file] ?? Number(/# statements: (\d+)/.exec(read(file))![1]);

/** How many statements count: where chance may save one, the budget stands for one less too. */
const kept = (file: string, sent: number): number =>
  file === 'valid-stars.graphql' && sent === budgetOf(file) - 1 ? budgetOf(file) : sent;

/** Statements of a document that is asked again: codes are in memory by then, and reading the clock is not counted. */
async function statements(query: string, variables: Record<string, unknown>): Promise<number> {
  expect(await server.ask(query, variables)).not.toHaveProperty('errors');
  const sent = await statementsOf(() => server.ask(query, variables));
  return sent.filter((statement) => !statement.includes('clock_timestamp')).length;
}

function statementsOfFile(file: string): Promise<number> {
  const variables = join(folder, file.replace('.graphql', '.variables.json'));
  const given = existsSync(variables) ? (JSON.parse(readFileSync(variables, 'utf8')) as Record<string, unknown>) : {};
  return statements(read(file), given);
}

/** Nine more agencies say of everything what was said of it, and set every plan anew. */
async function multiply(): Promise<void> {
  const { db } = server.database;
  const printed = 'release_id, source_id, locator, value, unit_multiplier, qualifier, note_vi';
  const copied = '(select max(id) from release), p.source_id, p.locator, p.value, p.unit_multiplier, p.qualifier, p.note_vi'; // prettier-ignore
  const statements = [
    `insert into release (code, title_vi) values ('TENFOLD', 'Gấp mười')`,
    `insert into agency (code, kind) select 'COPY' || n, 'OTHER' from generate_series(1, 9) n`,
    `insert into agency_name (agency_id, name) select id, code from agency where code like 'COPY%'`,
    `insert into observation (indicator_id, territory_id, breakdown_id, period_start, period_end, publisher_id)
      select o.indicator_id, o.territory_id, o.breakdown_id, o.period_start, o.period_end, a.id
      from observation o, agency a where a.code like 'COPY%' on conflict do nothing`,
    `insert into print (observation_id, ${printed}, status, changes)
      select c.id, ${copied}, p.status, p.changes
      from print p join observation o on o.id = p.observation_id
      join observation c on (c.indicator_id, c.territory_id, c.breakdown_id, c.period_start, c.period_end)
        = (o.indicator_id, o.territory_id, o.breakdown_id, o.period_start, o.period_end)
      join agency a on a.id = c.publisher_id and a.code like 'COPY%'
      where p.corrects_id is null and not p.is_withdrawal on conflict do nothing`,
    `insert into plan (indicator_id, territory_id, breakdown_id, period_start, period_end, set_by_id, target)
      select l.indicator_id, l.territory_id, l.breakdown_id, l.period_start, l.period_end, a.id, l.target
      from plan l, agency a where a.code like 'COPY%' on conflict do nothing`,
    `insert into plan_print (plan_id, ${printed}, low, high)
      select c.id, ${copied}, p.low, p.high
      from plan_print p join plan l on l.id = p.plan_id
      join plan c using (indicator_id, territory_id, breakdown_id, period_start, period_end, target)
      join agency a on a.id = c.set_by_id and a.code like 'COPY%'
      where p.corrects_id is null and not p.is_withdrawal on conflict do nothing`,
    `insert into product (slug, name_vi, producer_id, territory_id, group_id)
      select left(p.slug, 76) || '-' || n, p.name_vi, p.producer_id, p.territory_id, p.group_id
      from product p, generate_series(1, 9) n`,
    `insert into recognition (product_id, kind, stars, issued_on, source_id)
      select c.id, r.kind, r.stars, r.issued_on, r.source_id from recognition r join product p on p.id = r.product_id
      join product c on c.slug like left(p.slug, 76) || '-_' on conflict do nothing`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
  await server.figures.lift('TENFOLD');
  await wait(1100);
}

const rowsNow = async (): Promise<number> => {
  const { data } = await server.ask<Record<'observations' | 'plans' | 'products', { totalCount: number }>>(
    '{ observations(filter: { territories: ["58"] }) { totalCount } plans { totalCount } products { totalCount } }',
  );
  return data.observations.totalCount + data.plans.totalCount + data.products.totalCount;
};

const NODES = 'query N($ids: [ID!]!) { nodes(ids: $ids) { ... on Observation { value plans { value } } } }';

async function idsOf(args: string): Promise<string[]> {
  const { data } = await server.ask<{ observations: { nodes: { id: string }[] } }>(
    `{ observations(${args}) { nodes { id } } }`,
  );
  return data.observations.nodes.map(({ id }) => id);
}

test.each(documents)('%s holds its budget of statements', async (file) => {
  expect(kept(file, await statementsOfFile(file))).toBe(budgetOf(file));
});

test('any number of figures by their ids takes one statement, one more for their plans', async () => {
  const ids = await idsOf('first: 50');
  expect(await statements(NODES, { ids })).toBe(2);
});

test('each of them holds its budget at ten times the rows', async () => {
  const before = await rowsNow();
  await multiply();
  const counts: Record<string, number> = {};
  for (const file of documents) counts[file] = kept(file, await statementsOfFile(file));
  expect(counts).toEqual(Object.fromEntries(documents.map((file) => [file, budgetOf(file)])));
  expect(await statements(NODES, { ids: await idsOf('first: 50') })).toBe(2);
  expect(await rowsNow()).toBeGreaterThan(before * 9);
}, 60_000);
