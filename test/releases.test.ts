import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Role } from '../src/kernel/actor.js';
import { attempt } from './support/attempt.js';
import { publishInProcesses } from './support/publishers.js';
import { testServer } from './support/server.js';
import { askAs, change } from './support/release-changes.js';

const server = testServer();

const INPUT = `titleVi: "Số liệu tháng 6", titleEn: "Figures of June", coversVi: "Công nghiệp, xuất khẩu"`;
const make = (code: string) => change(server, 'EDITOR', `createRelease(input: { code: "${code}", ${INPUT} })`);

/** A draft with one figure in it, of an indicator that bears the code of the release. */
async function draft(code: string, value = '7'): Promise<void> {
  await make(code);
  await server.figures.print({ release: code, indicator: code, period: '2024-M06', value });
}

/** A moment by the clock of the database. */
async function after(interval: string): Promise<string> {
  const { rows } = await sql<{ at: string }>`
    select to_char(clock_timestamp() at time zone 'UTC' + ${interval}::interval, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`.execute(
    server.database.db,
  );
  return rows[0]!.at;
}

const schedule = async (code: string, interval: string, rest = '') =>
  change(server, 'PUBLISHER', `scheduleRelease(code: "${code}", moment: "${await after(interval)}"${rest})`);

const publish = (code: string) => change(server, 'PUBLISHER', `publishRelease(code: "${code}")`);

/** What readers see of the one figure of a release, its value or null, in a list. */
async function seen(indicator: string, asOf?: string): Promise<(string | null)[]> {
  const { data } = await server.ask<{ observations: { nodes: { value: string | null }[] } }>(
    `query S($asOf: Moment) { observations(filter: { indicators: ["${indicator}"] }, asOf: $asOf) { nodes { value } } }`,
    { asOf },
  );
  return data.observations.nodes.map(({ value }) => value);
}

interface Event {
  action: string;
  actor: string;
  before: object | null;
  after: object | null;
}

async function trail(code: string): Promise<Event[]> {
  const { rows } = await sql<Event>`
    select action, actor, before, after from audit_event where kind = 'release' and code = ${code} order by id`.execute(
    server.database.db,
  );
  return rows;
}

describe('the life of a release', () => {
  test('goes from draft over its moment to publication, and every step is told with what was before and after', async () => {
    const states = [
      await make('LIFE'),
      await change(server, 'EDITOR', 'changeRelease(code: "LIFE", input: { titleEn: "Life", coversVi: null })'),
    ];
    await server.figures.print({ release: 'LIFE', indicator: 'LIFE', value: '7' });
    states.push(
      await schedule('LIFE', '1 hour', ', announce: true'),
      await change(server, 'PUBLISHER', `moveRelease(code: "LIFE", moment: "2999-01-01T08:00:00+07:00")`),
      await change(server, 'PUBLISHER', 'callBackRelease(code: "LIFE")'),
      await publish('LIFE'),
      await change(server, 'PUBLISHER', 'withdrawRelease(code: "LIFE", reasonVi: "Nhầm kỳ", reasonEn: "Wrong period")'),
    );
    expect(states.map(({ state }) => state)).toEqual([
      'DRAFT',
      'DRAFT',
      'SCHEDULED',
      'SCHEDULED',
      'DRAFT',
      'PUBLISHED',
      'WITHDRAWN',
    ]);
    expect(await trail('LIFE')).toMatchObject([
      {
        action: 'release.create',
        actor: expect.stringMatching(/^EDITOR/),
        before: null,
        after: { title_vi: 'Số liệu tháng 6' },
      },
      {
        action: 'release.change',
        before: { title_en: 'Figures of June' },
        after: { title_en: 'Life', covers_vi: null },
      },
      { action: 'release.schedule', before: { publishedAt: null }, after: { isAnnounced: true, accepted: [] } },
      { action: 'release.move', after: { publishedAt: '2999-01-01T01:00:00.000000Z' } },
      {
        action: 'release.callBack',
        before: { publishedAt: '2999-01-01T01:00:00.000000Z' },
        after: { publishedAt: null },
      },
      { action: 'release.publish', actor: expect.stringMatching(/^PUBLISHER/), before: { publishedAt: null } },
      {
        action: 'release.withdraw',
        after: { withdrawnBy: 'LIFE_WITHDRAWN', prints: 1, planPrints: 0, reasonVi: 'Nhầm kỳ' },
      },
    ]);
  });

  test('a scheduled release is out at its moment by the clock alone, and not before', async () => {
    await draft('CLOCK');
    await schedule('CLOCK', '2 seconds');
    const before = await seen('CLOCK');
    await wait(2100);
    expect([before, await seen('CLOCK'), await publish('CLOCK')]).toMatchObject([[], ['7'], { code: 'CONFLICT' }]);
  });

  test('what is called back is a draft again, and stays hidden when its moment passes', async () => {
    await draft('BACK');
    await schedule('BACK', '1 second');
    await change(server, 'PUBLISHER', 'callBackRelease(code: "BACK")');
    await wait(1100);
    expect(await seen('BACK')).toEqual([]);
  });

  test('a release may be moved to an earlier moment, or be published before it', async () => {
    await draft('MOVED');
    await draft('EARLY');
    await schedule('MOVED', '1 hour');
    await schedule('EARLY', '1 hour');
    await change(server, 'PUBLISHER', `moveRelease(code: "MOVED", moment: "${await after('500 milliseconds')}")`);
    await publish('EARLY');
    await wait(600);
    expect([await seen('MOVED'), await seen('EARLY')]).toEqual([['7'], ['7']]);
  });

  test('a draft that is discarded leaves nothing but its line in the audit trail', async () => {
    await draft('GONE');
    await server.figures.plan({ release: 'GONE', indicator: 'GONE', period: '2024', value: '10' });
    await server.figures.print({
      release: 'GONE',
      indicator: 'GONE',
      period: '2024-M07',
      isOwnDocument: true,
      source: 'GONE_SOURCE',
    });
    const { data } = await askAs(
      server,
      'EDITOR',
      'mutation { discardRelease(code: "GONE") { ... on ReleaseDiscarded { code } } }',
    );
    const { rows } = await sql`select code from release where code = 'GONE'`.execute(server.database.db);
    expect([data, rows, (await trail('GONE')).at(-1)]).toMatchObject([
      { discardRelease: { code: 'GONE' } },
      [],
      { action: 'release.discard', before: { title_vi: 'Số liệu tháng 6', prints: 2, planPrints: 1 }, after: null },
    ]);
  });
});

describe('what is out stands', () => {
  test.each([
    ['publishRelease(code: "INITIAL_LOAD")', /published already at 2025-11-30T17/],
    ['callBackRelease(code: "INITIAL_LOAD")', /published already/],
    ['moveRelease(code: "INITIAL_LOAD", moment: "2999-01-01T00:00:00Z")', /published already/],
    ['scheduleRelease(code: "INITIAL_LOAD", moment: "2999-01-01T00:00:00Z")', /published already/],
    ['changeRelease(code: "INITIAL_LOAD", input: { titleVi: "Khác" })', /published already/],
  ])('%s is a conflict', async (mutation, message) => {
    expect(await change(server, 'ADMIN', mutation)).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(message),
    });
  });

  test('it cannot be discarded, nor can what is scheduled', async () => {
    await draft('HELD');
    await schedule('HELD', '1 hour');
    const discard = (code: string) =>
      askAs(server, 'EDITOR', `mutation { discardRelease(code: "${code}") { ... on Refusal { code } } }`);
    expect([(await discard('INITIAL_LOAD')).data, (await discard('HELD')).data]).toEqual([
      { discardRelease: { code: 'CONFLICT' } },
      { discardRelease: { code: 'CONFLICT' } },
    ]);
  });
});

describe('a release is refused', () => {
  test('that has no print', async () => {
    await make('EMPTY');
    expect(await publish('EMPTY')).toMatchObject({ code: 'CHECKS_FAILED', fields: [{ path: 'NO_PRINTS EMPTY' }] });
  });

  test.each(['2020-01-01T08:00:00+07:00', '2999-01-01'])('a moment that is no moment to come: %s', async (moment) => {
    const code = `AT_${moment.slice(0, 4)}`;
    await draft(code);
    const told = await change(server, 'PUBLISHER', `scheduleRelease(code: "${code}", moment: "${moment}")`);
    expect(told).toMatchObject({ code: 'INVALID', fields: [{ path: 'moment' }] });
  });

  test('whose code is taken', async () => {
    await make('TAKEN');
    expect(await make('TAKEN')).toMatchObject({ code: 'CONFLICT' });
  });

  test('whose texts are wrong, each of them named', async () => {
    const input = `{ code: "june 2024", titleVi: "  ", titleEn: "${'x'.repeat(251)}", coversVi: "a\\u0007b" }`;
    expect(await change(server, 'EDITOR', `createRelease(input: ${input})`)).toMatchObject({
      code: 'INVALID',
      fields: [
        { path: 'input.code' },
        { path: 'input.titleVi' },
        { path: 'input.titleEn' },
        { path: 'input.coversVi' },
      ],
    });
  });
});

describe('who may', () => {
  const MOMENT = 'moment: "2999-01-01T08:00:00+07:00"';
  const CHANGES = (code: string): [Role, string][] => [
    ['EDITOR', `changeRelease(code: "${code}", input: { titleVi: "Khác" })`],
    ['EDITOR', `discardRelease(code: "${code}")`],
    ['PUBLISHER', `scheduleRelease(code: "${code}", ${MOMENT})`],
    ['PUBLISHER', `moveRelease(code: "${code}", ${MOMENT})`],
    ['PUBLISHER', `callBackRelease(code: "${code}")`],
    ['PUBLISHER', `publishRelease(code: "${code}")`],
    ['PUBLISHER', `withdrawRelease(code: "${code}", reasonVi: "Nhầm")`],
  ];

  test('a draft that exists is told to a reader in the very words in which nothing is', async () => {
    await draft('SECRET');
    await draft('SECRET2');
    await schedule('SECRET2', '1 hour');
    const answers = async (code: string) => {
      const told = [];
      for (const [, mutation] of CHANGES(code)) {
        told.push(
          await askAs(server, 'READER', `mutation { ${mutation} { ... on Refusal { code message fields { path } } } }`),
        );
      }
      const staff = await askAs(
        server,
        'READER',
        `{ staffRelease(code: "${code}") { code } staffReleases { totalCount } }`,
      );
      const id = Buffer.from(`StaffRelease:${code}`).toString('base64url');
      return JSON.stringify([told, staff, await askAs(server, 'READER', `{ node(id: "${id}") { id } }`)]).replaceAll(
        code,
        'X',
      );
    };
    const nothing = await answers('NOWHERE');
    expect([await answers('SECRET'), await answers('SECRET2'), nothing.includes('NOT_FOUND')]).toEqual([
      nothing,
      nothing,
      true,
    ]);
  });

  test.each(CHANGES('INITIAL_LOAD'))('%s alone: %s', async (role, mutation) => {
    const below: Role = role === 'EDITOR' ? 'READER' : 'EDITOR';
    const { data } = await askAs(server, below, `mutation { told: ${mutation} { ... on Refusal { code } } }`);
    expect(data).toEqual({ told: { code: 'NOT_ALLOWED' } });
  });

  test('an editor makes drafts, a reader none', async () => {
    expect(await change(server, 'READER', `createRelease(input: { code: "MINE", ${INPUT} })`)).toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });

  test('a title that readers may have been told already is a publisher’s to change', async () => {
    await draft('TOLD');
    await schedule('TOLD', '1 hour', ', announce: true');
    const mutation = 'changeRelease(code: "TOLD", input: { titleVi: "Khác" })';
    expect([await change(server, 'EDITOR', mutation), await change(server, 'PUBLISHER', mutation)]).toMatchObject([
      { code: 'NOT_ALLOWED' },
      { state: 'SCHEDULED' },
    ]);
  });
});

describe('only a draft takes prints', () => {
  const release = (code: string): string => `(select id from release where code = '${code}')`;

  test.each([
    [
      'adding',
      (code: string) => `insert into print (observation_id, release_id, source_id, locator, value, unit_multiplier)
      select observation_id, release_id, source_id, 'late', 1, 0 from print where release_id = ${release(code)}`,
    ],
    ['changing', (code: string) => `update print set value = 8 where release_id = ${release(code)}`],
    ['deleting', (code: string) => `delete from print where release_id = ${release(code)}`],
    [
      'moving in',
      (code: string) => `update print set release_id = ${release(code)} where release_id = ${release('OPEN')}`,
    ],
  ])('%s one in a scheduled release is refused by the database', async (word, statement) => {
    const code = `ONLY_${word.split(' ')[0]!.toUpperCase()}`;
    await draft(code);
    await server.figures.print({ release: 'OPEN', indicator: 'OPEN', source: word, value: '1' });
    await schedule(code, '1 hour');
    expect(await attempt(server.database, statement(code))).toBe('23001');
  });
});

describe('a release that is withdrawn', () => {
  test('leaves its figures empty, with the reason, and as of before they stand', async () => {
    const { figures } = server;
    await draft('WRONG', '70');
    await figures.plan({ release: 'WRONG', indicator: 'WRONG', period: '2024', value: '100' });
    await publish('WRONG');
    const before = await after('0');
    await wait(20);
    await change(server, 'PUBLISHER', 'withdrawRelease(code: "WRONG", reasonVi: "Nhầm kỳ", reasonEn: "Wrong period")');
    const answer = await server.ask(`{
      observations(filter: { indicators: ["WRONG"] }) { nodes { value prints { kind reason release { code } corrects { value } } } }
      plans(filter: { indicators: ["WRONG"] }) { nodes { value } }
      release(code: "WRONG") { state withdrawal { reason release { code title } } }
      releases(filter: { states: [WITHDRAWN] }) { nodes { code } }
    }`);
    expect([await seen('WRONG', before), answer]).toMatchObject([
      ['70'],
      {
        data: {
          observations: { nodes: [{ value: null, prints: [{ release: { code: 'WRONG' } }, { reason: 'Wrong period', release: { code: 'WRONG_WITHDRAWN' }, corrects: { value: '70' } }] }] }, // prettier-ignore
          plans: { nodes: [{ value: null }] },
          release: { state: 'WITHDRAWN', withdrawal: { reason: 'Wrong period', release: { code: 'WRONG_WITHDRAWN', title: 'Withdrawal: Figures of June' } } }, // prettier-ignore
          releases: { nodes: [{ code: 'LIFE' }, { code: 'WRONG' }] },
        },
      },
    ]);
  });

  test('takes nothing from later documents, nor from what was mended since', async () => {
    const figure = { indicator: 'LATER', period: '2024-M06', source: 'LATER_A', sourceDate: '2024-07-01' };
    await server.figures.publish([{ ...figure, release: 'LATER_1', value: '1' }]);
    const first = await server.figures.print({ ...figure, period: '2024-M05', release: 'LATER_2', value: '20' });
    await server.figures.print({
      ...figure,
      release: 'LATER_2',
      source: 'LATER_B',
      sourceDate: '2024-08-01',
      value: '2',
    });
    await server.figures.lift('LATER_2');
    await server.figures.publish([
      { ...figure, period: '2024-M05', release: 'LATER_3', corrects: first, value: '21', reason: 'Chép nhầm' },
    ]);
    await change(server, 'PUBLISHER', 'withdrawRelease(code: "LATER_1", reasonVi: "Nhầm")');
    const stands = await seen('LATER');
    await change(server, 'PUBLISHER', 'withdrawRelease(code: "LATER_2", reasonVi: "Nhầm")');
    expect([stands, await seen('LATER')]).toEqual([
      ['21', '2'],
      ['21', null],
    ]);
  });

  test.each([
    ['LIFE', /withdrawn already, by LIFE_WITHDRAWN/],
    ['LIFE_WITHDRAWN', /Nothing of release LIFE_WITHDRAWN stands/],
    ['HELD', /is not published/],
  ])('%s cannot be withdrawn', async (code, message) => {
    const told = await change(server, 'PUBLISHER', `withdrawRelease(code: "${code}", reasonVi: "Nhầm")`);
    expect(told).toMatchObject({ code: 'CONFLICT', message: expect.stringMatching(message) });
  });

  test('has a reason', async () => {
    const told = await change(server, 'PUBLISHER', 'withdrawRelease(code: "INITIAL_LOAD", reasonVi: " ")');
    expect(told).toMatchObject({ code: 'INVALID', fields: [{ path: 'reasonVi' }] });
  });
});

describe('five who publish at once', () => {
  const ONCE = ['CONFLICT', 'CONFLICT', 'CONFLICT', 'CONFLICT', 'PUBLISHED'];

  test('publish once', async () => {
    await draft('AT_ONCE');
    const told = await Promise.all(Array.from({ length: 5 }, () => publish('AT_ONCE')));
    const events = (await trail('AT_ONCE')).filter(({ action }) => action === 'release.publish');
    expect([told.map(({ code, state }) => code ?? state).sort(), events.length]).toEqual([ONCE, 1]);
  });

  const onServer = process.env['DATABASE_URL'] === undefined ? test.skip : test;

  onServer(
    'publish once as processes too, and their clocks, wrong by an hour, change nothing',
    async () => {
      await draft('BY_FIVE');
      await draft('FORESEEN');
      await schedule('FORESEEN', '30 minutes');
      const began = await after('0');
      const told = await publishInProcesses(server.database, 'BY_FIVE', 5);
      const ended = await after('0');
      const { rows } = await sql<{ inside: boolean }>`
      select published_at between ${began}::timestamptz and ${ended}::timestamptz as inside from release where code = 'BY_FIVE'`.execute(
        server.database.db,
      );
      expect([told.sort(), rows, await seen('BY_FIVE'), await seen('FORESEEN')]).toEqual([
        ONCE,
        [{ inside: true }],
        ['7'],
        [],
      ]);
    },
    60_000,
  );
});
