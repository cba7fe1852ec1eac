import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { testServer } from './support/server.js';

const server = testServer({ MAX_COST: '100000' });
const FIGURE = { indicator: 'EXPORT_TURNOVER', territory: 'VN', period: '2031-M05', publisher: 'NSO' };

/** Whatever says something of one figure, its plan and its sources. */
const FIGURE_ON_EVERY_PATH = `query Figure($one: ObservationFilter!, $held: ObservationFilter!, $plans: PlanFilter!) {
  observations(filter: $one) { totalCount nodes { ...Told } edges { cursor node { id } } }
  byValue: observations(filter: $one, orderBy: { field: VALUE, direction: DESC }) { edges { cursor } nodes { value } }
  byPublication: observations(filter: $one, orderBy: { field: PUBLICATION }) { edges { cursor } }
  final: observations(filter: $held) { totalCount }
  recent: observations(filter: { printedAfter: "2030-01-01" }) { totalCount }
  table(filter: $one, measures: [VALUE, CHANGE_PERCENT, PLAN]) { values statuses notes { text } }
  availability(filter: $one) { count statuses { status count } sources { source { code } count } }
  plans(filter: $plans) { totalCount nodes { value setBy { code } prints { value release { code } } } }
  sources(first: 100) { totalCount nodes { code carriers { code } } }
  agencies(first: 100) { totalCount nodes { code } }
  releases(first: 100) { totalCount nodes { code } }
  dimension(code: "INDUSTRY") { items { code } }
  service { dataVersion }
}
fragment Told on Observation {
  id value scaledValue number status qualifier note hasBreak isRevised
  change { percent printedAs { form value } comparedWith { value } print { value } }
  print { value release { code } }
  prints { kind value status note reason knownFrom changes { percent } corrects { value } release { code } citation { text source { code carriers { code } } } }
  citation { text source { code } }
  plan { value attainmentPercent method setBy { code } plan { prints { value } } }
  plans { attainmentPercent setBy { code } }
}`;

const one = { indicators: ['EXPORT_TURNOVER'], periods: ['2031-M05'] };
const VARIABLES = { one, held: { ...one, statuses: ['FINAL'] }, plans: { indicators: ['EXPORT_TURNOVER'], periods: ['2031'] } }; // prettier-ignore
const everything = () => server.ask<Record<string, unknown>>(FIGURE_ON_EVERY_PATH, VARIABLES);

/** A document with a carrier of its own states another value, growth and share of plan, and somebody sets another plan. */
async function revise(release: string): Promise<void> {
  const { figures, database } = server;
  const print = await figures.print({ ...FIGURE, release, source: 'HELD_REPORT', sourceDate: '2025-02-01', status: 'FINAL', value: '222', note: 'Kín', hasBreak: true, changes: { SAME_PERIOD_LAST_YEAR: { form: 'PERCENT', value: '99' } } }); // prettier-ignore
  const plan = await figures.plan({ release, indicator: 'EXPORT_TURNOVER', territory: 'VN', period: '2031', setBy: 'HELD_COUNCIL', value: '1000' }); // prettier-ignore
  await figures.share(print, plan, '22.2');
  const carrier = await figures.agency('HELD_NEWSPAPER', 'MEDIA');
  await sql`insert into source_carrier (source_id, agency_id, position)
    select id, ${carrier}, 1 from source where code = 'HELD_REPORT'`.execute(database.db);
  await figures.print({ ...FIGURE, indicator: 'IIP', release, breakdown: 'INDUSTRY=HELD_BRANCH', value: '1' });
}

test('a held revision changes nothing that is said of a public figure, and then all of it at its moment', async () => {
  await server.figures.publish([{ ...FIGURE, release: 'FIRST', sourceDate: '2025-01-01', value: '111' }]);
  const before = await everything();
  expect(before).toMatchObject({ data: { observations: { nodes: [{ value: '111', isRevised: false, plan: null }] } } });

  await revise('REVISION');
  expect(await everything()).toEqual(before);
  await server.figures.lift('REVISION', "clock_timestamp() + interval '1500 milliseconds'");
  expect(await everything()).toEqual(before);

  await wait(1600);
  const after = await everything();
  expect(after).toMatchObject({
    data: {
      observations: { totalCount: 1, nodes: [{ value: '222', status: 'FINAL', isRevised: true, hasBreak: true }] },
      byValue: { nodes: [{ value: '222' }] },
      final: { totalCount: 1 },
      table: { values: ['222', '99', '1000'] },
      plans: { totalCount: 1, nodes: [{ setBy: { code: 'HELD_COUNCIL' } }] },
    },
  });
  expect(after.data['service']).not.toEqual(before.data['service']);
  const told = JSON.stringify(after.data);
  for (const code of ['HELD_REPORT', 'HELD_COUNCIL', 'HELD_NEWSPAPER', 'HELD_BRANCH']) expect(told).toContain(code);
});

const UNKNOWN = (code: string): string[] => [
  `observations(filter: { publishers: ["${code}"] })`,
  `observations(filter: { sources: ["${code}"] })`,
  `observations(filter: { breakdowns: [{ dimension: "INDUSTRY", items: ["${code}"] }] })`,
  `plans(filter: { setBy: ["${code}"] })`,
  `observations(filter: { indicators: ["EXPORT_TURNOVER"], publishers: ["${code}X"] })`,
];

test('what is hidden is unknown in the very words in which nothing is', async () => {
  await server.figures.print({ ...FIGURE, release: 'DRAFT', publisher: 'HIDDEN1', source: 'HIDDEN1', breakdown: 'INDUSTRY=HIDDEN1', value: '1' }); // prettier-ignore
  await server.figures.plan({ release: 'DRAFT', indicator: 'EXPORT_TURNOVER', period: '2032', setBy: 'HIDDEN1' });
  const refusals = (code: string) =>
    Promise.all(UNKNOWN(code).map(async (field) => (await server.ask(`{ ${field} { totalCount } }`)).errors));
  const ofHidden = JSON.stringify(await refusals('HIDDEN1')).replaceAll('HIDDEN1', 'NOWHERE');
  expect(ofHidden).toBe(JSON.stringify(await refusals('NOWHERE')));
});

test('what is hidden has no node', async () => {
  const id = (text: string): string => Buffer.from(text).toString('base64url');
  const { rows } = await sql<{ observation: string; plan: string }>`
    select (select max(o.id)::text from observation o join agency a on a.id = o.publisher_id where a.code = 'HIDDEN1') as observation,
      (select max(p.id)::text from plan p where p.period_start = '2032-01-01') as plan`.execute(server.database.db);
  const { observation, plan } = rows[0]!;
  const ids = [`Observation:${observation}`, `Observation:${observation}@2025-06-01T00:00:00.000000Z`, `Plan:${plan}`, 'Agency:HIDDEN1', 'Source:HIDDEN1', 'Release:DRAFT', 'DimensionItem:INDUSTRY.HIDDEN1']; // prettier-ignore
  const answer = await server.ask('query N($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids: ids.map(id) });
  expect(answer).toEqual({ data: { nodes: ids.map(() => null) } });
});

test.each([
  `update agency set kind = 'MEDIA' where code = 'HIDDEN1'`,
  `update agency_name set name = 'Tên kín' where agency_id = (select id from agency where code = 'HIDDEN1')`,
  `update source set title = 'Kín' where code = 'HIDDEN1'`,
  `update dimension_item set name_vi = 'Kín' where code = 'HIDDEN1'`,
  `update release set title_vi = 'Kín' where code = 'DRAFT'`,
  `update print set value = 2 where release_id = (select id from release where code = 'DRAFT')`,
  `delete from plan_print where release_id = (select id from release where code = 'DRAFT')`,
  `update release set published_at = '2999-01-01' where code = 'DRAFT'`,
])('the data version does not tell that somebody works on what is hidden: %s', async (statement) => {
  const version = () => server.ask('{ service { dataVersion } }');
  const before = await version();
  await sql.raw(statement).execute(server.database.db);
  expect(await version()).toEqual(before);
});

test.each([
  `update agency_name set name = name || '!' where agency_id = (select id from agency where code = 'NSO')`,
  `update source set title = 'Mới' where code = 'NEWS_2024_06_06'`,
  `update dimension_item set name_en = 'New' where code = 'INDUSTRY_CONSTRUCTION'`,
  `update indicator set name_en = 'New' where code = 'IIP'`,
  `update release set title_en = 'New' where code = 'FIRST'`,
])('the data version tells a change of what is public: %s', async (statement) => {
  const version = () => server.ask('{ service { dataVersion } }');
  const before = await version();
  await sql.raw(statement).execute(server.database.db);
  expect(await version()).not.toEqual(before);
});
