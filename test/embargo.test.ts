import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, jest, test } from '@jest/globals';
import { change } from './support/release-changes.js';
import { testServer } from './support/server.js';

const server = testServer();
const cached = testServer({ CLOCK_MAX_AGE_MS: '500' });

afterEach(() => {
  jest.restoreAllMocks();
});

/** Asks for one thing on every path a reader has. */
const EVERYWHERE = `query Everywhere($observation: ID!, $indicator: String!) {
  observations(filter: { indicators: [$indicator] }) { totalCount nodes { id } }
  newest: observations(filter: { indicators: [$indicator], latest: 1, printedAfter: "2000-01-01" }) { totalCount }
  asItWas: observations(filter: { indicators: [$indicator] }, asOf: "2025-06-01") { totalCount }
  broken: observations(filter: { indicators: [$indicator], breakdowns: [{ dimension: "INDUSTRY" }] }) { totalCount }
  node(id: $observation) { id }
  nodes(ids: [$observation]) { id }
  indicator(code: $indicator) { observations { totalCount } }
  territory(code: "VN") { indicators(first: 200) { nodes { code } } observations(filter: { indicators: [$indicator] }) { totalCount } }
  table(filter: { indicators: [$indicator] }) { cells }
  availability(filter: { indicators: [$indicator] }) {
    count
    items { count }
    periods { count }
    publishers { count }
    sources { count }
    statuses { count }
    territories { count }
  }
  plans(filter: { indicators: [$indicator] }) { totalCount }
  source(code: "HELD_SOURCE") { code }
  agency(code: "HELD_AGENCY") { code }
  release(code: "HELD") { code }
  sources(first: 100) { totalCount }
  agencies(first: 100) { totalCount }
  releases(first: 100) { totalCount }
  calendar: releases(filter: { states: [DRAFT, SCHEDULED] }) { totalCount }
  staffRelease(code: "HELD") { code }
  staffReleases { totalCount }
  draftFindings(release: "HELD") { totalCount }
  dimension(code: "INDUSTRY") { items { code } }
  service { dataVersion }
}`;

/** Drafts figures that bring a source, an agency, a breakdown item and a plan of their own; answers the id of one. */
async function draft(to: typeof server): Promise<string> {
  const held = { release: 'HELD', indicator: 'HELD_OUTPUT', territory: 'VN', period: '2024-M05' };
  const own = { publisher: 'HELD_AGENCY', source: 'HELD_SOURCE', sourceDate: '2024-06-10', value: '1' };
  await to.figures.print({ ...held, ...own });
  await to.figures.print({ ...held, ...own, breakdown: 'INDUSTRY=HELD_ITEM' });
  await to.figures.plan({ release: 'HELD', indicator: 'HELD_OUTPUT', territory: 'VN', period: '2024', value: '10' });
  const { sql } = await import('kysely');
  const { rows } = await sql<{
    id: string;
  }>`select o.id::text from observation o join indicator i on i.id = o.indicator_id
    where i.code = 'HELD_OUTPUT' and o.breakdown_id = 0`.execute(to.database.db);
  return Buffer.from(`Observation:${rows[0]!.id}`).toString('base64url');
}

/** All that a reader has of it: the answer, and the feed. */
async function everywhere(from: typeof server, observation: string) {
  const answer = await from.ask(EVERYWHERE, { observation, indicator: 'HELD_OUTPUT' });
  return { ...answer, feed: (await from.http.inject({ url: '/releases.atom' })).body };
}

test('a held print is nowhere, counts and codes and the data version included, and appears by the clock alone', async () => {
  const { sql } = await import('kysely');
  // Codes of indicators are public at once: the rest of what is compared is what a reader saw before.
  await sql`insert into indicator (code, name_vi, unit_id, kind)
    select 'HELD_OUTPUT', 'HELD_OUTPUT', id, 'FLOW' from unit where code = 'VND'`.execute(server.database.db);
  await sql`insert into indicator_dimension (indicator_id, dimension_id, position)
    select i.id, d.id, 1 from indicator i, dimension d where i.code = 'HELD_OUTPUT' and d.code = 'INDUSTRY'`.execute(
    server.database.db,
  );
  const before = await everywhere(server, Buffer.from('Observation:999999').toString('base64url'));
  const observation = await draft(server);
  expect(await everywhere(server, observation)).toEqual(before);

  const moment = (ahead: number): string => new Date(Date.now() + ahead).toISOString();
  const scheduled = await change(
    server,
    'PUBLISHER',
    `scheduleRelease(code: "HELD", moment: "${moment(3_600_000)}", accept: [PERIOD_NOT_OVER, PARTS_AND_TOTAL])`,
  );
  expect([scheduled, await everywhere(server, observation)]).toEqual([{ state: 'SCHEDULED' }, before]);

  await change(server, 'PUBLISHER', `moveRelease(code: "HELD", moment: "${moment(1500)}")`);
  await wait(1600);
  const after = await everywhere(server, observation);
  expect(after).toMatchObject({
    data: {
      observations: { totalCount: 1, nodes: [{ id: observation }] },
      newest: { totalCount: 1 },
      asItWas: { totalCount: 1 },
      broken: { totalCount: 1 },
      node: { id: observation },
      nodes: [{ id: observation }],
      indicator: { observations: { totalCount: 1 } },
      table: { cells: 1 },
      availability: { count: 2, items: [{ count: 1 }], publishers: [{ count: 2 }], sources: [{ count: 2 }] },
      plans: { totalCount: 1 },
      source: { code: 'HELD_SOURCE' },
      agency: { code: 'HELD_AGENCY' },
      release: { code: 'HELD' },
      staffRelease: null,
      staffReleases: null,
      draftFindings: null,
    },
    feed: expect.stringMatching(/#HELD</),
  });
  expect(after.data).not.toHaveProperty('service', before.data['service']);
});

test('a hidden code is unknown like one that never was, and is never suggested', async () => {
  await server.figures.print({ release: 'SECRET', publisher: 'SECRETAGENCY', source: 'SECRETSOURCE', value: '1' });
  const refused = (filter: string) => server.refusal(`{ observations(filter: { ${filter} }) { totalCount } }`);
  expect([
    await refused('publishers: ["SECRETAGENCY"]'),
    await refused('publishers: ["SECRETAGENCI"]'),
    await refused('sources: ["SECRETSOURCE"]'),
  ]).toEqual([
    { code: 'BAD_USER_INPUT', reason: 'UNKNOWN_CODE', argument: 'filter.publishers', value: 'SECRETAGENCY' },
    { code: 'BAD_USER_INPUT', reason: 'UNKNOWN_CODE', argument: 'filter.publishers', value: 'SECRETAGENCI' },
    { code: 'BAD_USER_INPUT', reason: 'UNKNOWN_CODE', argument: 'filter.sources', value: 'SECRETSOURCE' },
  ]);
});

test('a server that reads the clock every half second lifts an embargo within a second, and never before', async () => {
  await cached.figures.print({ release: 'SOON', indicator: 'SOON_OUTPUT', period: '2024-M05', value: '7' });
  await cached.figures.lift('SOON', "clock_timestamp() + interval '1500 milliseconds'");
  const { sql } = await import('kysely');
  const isOut = async (): Promise<boolean> => {
    const { rows } = await sql<{ out: boolean }>`
      select published_at <= clock_timestamp() as out from release where code = 'SOON'`.execute(cached.database.db);
    return rows[0]!.out;
  };
  const seen = async (): Promise<number> => {
    const { data } = await cached.ask<{ observations: { totalCount: number } }>(
      '{ observations(filter: { indicators: ["SOON_OUTPUT"] }) { totalCount } }',
    );
    return data.observations.totalCount;
  };
  let isEarly = false;
  while (!(await isOut())) {
    const total = await seen();
    if (total > 0 && !(await isOut())) isEarly = true;
    await wait(20);
  }
  await wait(900);
  expect([isEarly, await seen()]).toEqual([false, 1]);
});

/** An embedded database has no clock but that of its process. */
const hasClockOfItsOwn = process.env['DATABASE_URL'] !== undefined;

test('a clock of the process that is wrong by an hour changes nothing on a server', async () => {
  await server.figures.print({ release: 'HOUR', indicator: 'HOUR_OUTPUT', period: '2024-M05', value: '7' });
  await server.figures.lift('HOUR', "clock_timestamp() + interval '30 minutes'");
  const now = Date.now();
  jest.spyOn(Date, 'now').mockReturnValue(now + 3_600_000);
  const answer = await server.ask('{ observations(filter: { indicators: ["HOUR_OUTPUT"] }) { totalCount } }');
  expect(answer).toEqual({ data: { observations: { totalCount: hasClockOfItsOwn ? 0 : 1 } } });
});

test('asOf never widens what is visible, and later than now is an error', async () => {
  await server.figures.print({ release: 'OLD', indicator: 'OLD_OUTPUT', sourceDate: '2020-01-01', value: '7' });
  const hidden = await server.ask(
    '{ observations(filter: { indicators: ["OLD_OUTPUT"] }, asOf: "2021-01-01") { totalCount } }',
  );
  const refused = await server.refusal('{ observations(asOf: "2999-01-01") { totalCount } }');
  expect([hidden, refused]).toEqual([
    { data: { observations: { totalCount: 0 } } },
    { code: 'BAD_USER_INPUT', reason: 'FUTURE_AS_OF', argument: 'asOf', value: '2999-01-01' },
  ]);
});
