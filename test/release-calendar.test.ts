import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { askAs, change } from './support/release-changes.js';
import { type Server, testServer } from './support/server.js';

const server = testServer();
const cached = testServer({ CLOCK_MAX_AGE_MS: '500' });

/** A draft with one figure, of an indicator that bears its code. */
async function draft(to: Server, code: string): Promise<void> {
  await change(
    to,
    'EDITOR',
    `createRelease(input: { code: "${code}", titleVi: "Số liệu", titleEn: "Figures", coversEn: "Exports" })`,
  );
  await to.figures.print({ release: code, indicator: code, period: '2024-M06', value: '7' });
}

const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();

const schedule = (to: Server, code: string, moment: string, announce: boolean) =>
  change(to, 'PUBLISHER', `scheduleRelease(code: "${code}", moment: "${moment}", announce: ${String(announce)})`);

/** What a reader, and whoever holds a key, sees of the releases to come. */
async function calendar(of: Server, args = ''): Promise<string[]> {
  const { data } = await of.ask<{ releases: { nodes: { code: string }[] } }>(
    `{ releases(filter: { states: [SCHEDULED, DRAFT] }${args}) { nodes { code } } }`,
  );
  return data.releases.nodes.map(({ code }) => code);
}

describe('the calendar of releases', () => {
  test('tells of what is announced when it comes and what it will cover, and nothing that it contains', async () => {
    await draft(server, 'TOLD');
    await schedule(server, 'TOLD', '2999-01-01T08:00:00+07:00', true);
    const all =
      '{ code title covers state publishedAt withdrawal { reason } observations { totalCount nodes { value } } }';
    const told = {
      code: 'TOLD',
      title: 'Figures',
      covers: 'Exports',
      state: 'SCHEDULED',
      publishedAt: '2999-01-01T01:00:00.000000Z',
      withdrawal: null,
      observations: { totalCount: 0, nodes: [] },
    };
    const id = Buffer.from('Release:TOLD').toString('base64url');
    expect(
      await server.ask(`{
        releases(filter: { states: [SCHEDULED] }) { totalCount nodes ${all} }
        release(code: "TOLD") ${all}
        node(id: "${id}") { ... on Release ${all} }
        observations(filter: { indicators: ["TOLD"] }) { totalCount }
      }`),
    ).toEqual({
      data: {
        releases: { totalCount: 1, nodes: [told] },
        release: told,
        node: told,
        observations: { totalCount: 0 },
      },
    });
  });

  test('knows no draft, and nothing that is scheduled in silence, whoever asks', async () => {
    await draft(server, 'OPEN');
    await draft(server, 'SILENT');
    await schedule(server, 'SILENT', '2999-01-01T08:00:00+07:00', false);
    const asked = `{ releases(filter: { states: [DRAFT, SCHEDULED] }) { nodes { code } }
      open: release(code: "OPEN") { code } silent: release(code: "SILENT") { code } }`;
    const nothing = { data: { releases: { nodes: [{ code: 'TOLD' }] }, open: null, silent: null } };
    expect([await server.ask(asked), await askAs(server, 'ADMIN', asked)]).toEqual([nothing, nothing]);
  });

  test('without a filter a list holds what is out alone', async () => {
    expect(await server.ask('{ releases { totalCount nodes { code state } } }')).toEqual({
      data: { releases: { totalCount: 1, nodes: [{ code: 'INITIAL_LOAD', state: 'PUBLISHED' }] } },
    });
  });

  test('goes by the moments, page by page from either end', async () => {
    for (const [code, day] of [['PAGE_A', '03'], ['PAGE_B', '02'], ['PAGE_C', '01']] as const) {
      await draft(server, code);
      await schedule(server, code, `2998-01-${day}T08:00:00+07:00`, true);
    } // prettier-ignore
    const by = (direction: string, page: string) =>
      calendar(server, `, orderBy: { field: PUBLISHED_AT, direction: ${direction} }, ${page}`);
    const { data } = await server.ask<{ releases: { pageInfo: { endCursor: string } } }>(
      '{ releases(filter: { states: [SCHEDULED] }, orderBy: { field: PUBLISHED_AT }, first: 2) { pageInfo { endCursor } } }',
    );
    const cursor = data.releases.pageInfo.endCursor;
    expect([
      await by('ASC', 'first: 3'),
      await by('DESC', 'first: 2'),
      await by('DESC', 'last: 2'),
      await by('ASC', `after: "${cursor}"`),
    ]).toEqual([
      ['PAGE_C', 'PAGE_B', 'PAGE_A'],
      ['TOLD', 'PAGE_A'],
      ['PAGE_B', 'PAGE_C'],
      ['PAGE_A', 'TOLD'],
    ]);
  });

  test('what is called back is gone from it, and what is moved stands at its new moment', async () => {
    await change(server, 'PUBLISHER', 'callBackRelease(code: "PAGE_A")');
    await change(server, 'PUBLISHER', 'moveRelease(code: "PAGE_C", moment: "2999-06-01T00:00:00Z")');
    expect(await calendar(server, ', orderBy: { field: PUBLISHED_AT }')).toEqual(['PAGE_B', 'TOLD', 'PAGE_C']);
  });
});

describe('answers that are kept', () => {
  test('know of an announcement, of its moving and of its end within the age of the clock', async () => {
    const seen = [await calendar(cached), await calendar(cached)];
    await draft(cached, 'KEPT');
    await schedule(cached, 'KEPT', '2999-01-01T08:00:00+07:00', true);
    await wait(600);
    seen.push(await calendar(cached), await calendar(cached));
    await change(cached, 'PUBLISHER', `moveRelease(code: "KEPT", moment: "${inSeconds(1.5)}")`);
    await wait(2200);
    const { data } = await cached.ask('{ observations(filter: { indicators: ["KEPT"] }) { nodes { value } } }');
    expect([...seen, await calendar(cached), data]).toEqual([
      [],
      [],
      ['KEPT'],
      ['KEPT'],
      [],
      { observations: { nodes: [{ value: '7' }] } },
    ]);
  });

  test('do not tell that a release is held in silence, moved or called back', async () => {
    const version = () => server.ask('{ service { dataVersion } }');
    await draft(server, 'HUSH');
    const before = await version();
    await schedule(server, 'HUSH', '2999-01-01T08:00:00+07:00', false);
    await change(server, 'PUBLISHER', 'changeRelease(code: "HUSH", input: { titleEn: "Other" })');
    await change(server, 'PUBLISHER', 'moveRelease(code: "HUSH", moment: "2999-06-01T00:00:00Z")');
    await change(server, 'PUBLISHER', 'callBackRelease(code: "HUSH")');
    expect(await version()).toEqual(before);
  });
});
