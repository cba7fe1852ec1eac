import { beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { testServer } from './support/server.js';

const server = testServer();

const EVERY_STATUS =
  'statuses: [FINAL, PROVISIONAL, ESTIMATED, FORECAST, UNSPECIFIED, MISSING, NOT_COLLECTED, NOT_APPLICABLE, SUPPRESSED]';

interface Figures {
  edges: { cursor: string; node: { id: string; prints: { value: string }[] } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean };
}

/** A list as it is walked, series after series; with a filter that takes every status, all of it is sorted instead. */
async function list(filter: string, args: string, on = 'observations'): Promise<Figures> {
  const [open, close] = on === 'observations' ? ['', ''] : [`${on} {`, '}'];
  const { data } = await server.ask<Record<string, Figures>>(
    `{ ${open} observations(filter: { ${filter} }, ${args}) {
      edges { cursor node { id prints(first: 20) { value } } } pageInfo { hasNextPage hasPreviousPage }
    } ${close} }`,
  );
  const answer = Object.values(data)[0]!;
  return 'edges' in answer ? answer : (Object.values(answer)[0] as Figures);
}

const PUBLISHERS = ['WALK_C', 'WALK_A', 'WALK_B'];

/** Three publishers of each period in two places, of which one is published by two of them, in three releases. */
beforeAll(async () => {
  const of = (release: string, publisher: string, territory: string, months: number[]) =>
    months.map((month) => ({
      release,
      publisher,
      territory,
      indicator: 'WALKED',
      period: `2031-M${String(month).padStart(2, '0')}`,
      sourceDate: '2031-12-31',
    }));
  await server.figures.publish(of('WALK_A', 'WALK_C', '58', [1, 2, 3, 4, 5, 6]));
  await server.figures.publish(of('WALK_B', 'WALK_A', '58', [2, 3, 4]));
  await server.figures.publish([...of('WALK_D', 'WALK_B', '58', [3, 4, 5]), ...of('WALK_D', 'WALK_B', 'VN', [1, 2])]);
});

const ORDERS = [
  '',
  'orderBy: { field: INDICATOR, direction: ASC }',
  'orderBy: { field: INDICATOR, direction: DESC }',
  'orderBy: { field: TERRITORY, direction: ASC }',
  'orderBy: { field: TERRITORY, direction: DESC }',
  'orderBy: { field: PERIOD, direction: DESC }',
];

const SCOPES = [
  'indicators: ["WALKED"]',
  'indicators: ["WALKED"], territories: ["58"]',
  'indicators: ["WALKED", "IIP", "RETAIL_SALES_AND_SERVICES"], periodKinds: [MONTH]',
  'indicators: ["WALKED", "IIP"], from: "2022", to: "2031-M04"',
  'territories: ["56", "58"], breakdowns: [{ dimension: "INDUSTRY" }, { dimension: "ECONOMIC_SECTOR" }]',
];

describe('a list walked series after series is the list sorted whole', () => {
  test.each(SCOPES.flatMap((scope) => ORDERS.map((order) => [scope, order])))('%s %s', async (scope, order) => {
    const all = await list(`${scope}, ${EVERY_STATUS}`, `${order} first: 200`);
    const places = [0, 4, all.edges.length - 1].map((place) => all.edges[place]!.cursor);
    const questions = places.flatMap((place, at) => [
      `first: 3, after: "${place}"`,
      `last: 3, before: "${place}"`,
      `first: 5, after: "${place}", before: "${places[(at + 1) % places.length]}"`,
    ]);
    const answers = (filter: string) =>
      Promise.all(questions.concat('first: 2', 'last: 2').map((page) => list(filter, `${order} ${page}`)));
    expect(await answers(scope)).toEqual(await answers(`${scope}, ${EVERY_STATUS}`));
  });

  test.each(['territory(code: "58", on: "2024-06-06")', 'indicator(code: "WALKED")', 'indicator(code: "IIP")'])(
    'below %s',
    async (parent) => {
      const pages = (filter: string) => Promise.all(ORDERS.map((order) => list(filter, `${order} first: 4`, parent)));
      expect(await pages('to: "2031"')).toEqual(await pages(`to: "2031", ${EVERY_STATUS}`));
    },
  );
});

test('figures that were printed many times over come with all their prints', async () => {
  for (let time = 1; time <= 20; time += 1) {
    const again = { release: `WALK_AGAIN_${time}`, source: `WALK_AGAIN_${time}`, value: `${time}` };
    const figure = { indicator: 'WALKED_OFTEN', territory: '58', period: '2031-M01' };
    await server.figures.publish(PUBLISHERS.map((publisher) => ({ ...again, ...figure, publisher })));
  }
  const times = Array.from({ length: 20 }, (_, at) => ({ value: `${at + 1}` }));
  for (const most of ['first: 1', 'first: 2', 'last: 2', 'first: 100']) {
    const found = await list('indicators: ["WALKED_OFTEN"]', most);
    expect(found).toEqual(await list(`indicators: ["WALKED_OFTEN"], ${EVERY_STATUS}`, most));
    expect(found.edges.map(({ node }) => node.prints)).toEqual(found.edges.map(() => times));
  }
});

test('a series that is only drafted takes no place in a list', async () => {
  await server.figures.print({ release: 'WALK_HELD', indicator: 'WALKED', territory: '56', period: '2031-M01' });
  const { edges } = await list('indicators: ["WALKED"]', 'first: 1');
  expect(edges.map(({ node }) => node.id)).toEqual(
    (await list(`indicators: ["WALKED"], ${EVERY_STATUS}`, 'first: 1')).edges.map(({ node }) => node.id),
  );
});

test('every print tells the moment from which it could be known as the database does', async () => {
  const { rows } = await sql<{ known: string }>`
    select to_char(known_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as known from print_reading
    where published_at <= clock_timestamp()`.execute(server.database.db);
  const { data } = await server.ask<{ observations: { nodes: { prints: { knownFrom: string }[] }[] } }>(
    `{ observations(filter: { territories: ["VN", "58"] }, first: 100) { nodes { prints(first: 5) { knownFrom } } } }`,
  );
  const told = data.observations.nodes.flatMap(({ prints }) => prints.map(({ knownFrom }) => knownFrom));
  const known = new Set(rows.map((row) => row.known));
  expect(told.filter((moment) => !known.has(moment))).toEqual([]);
  expect(new Set(told).size).toBeGreaterThan(10);
});
