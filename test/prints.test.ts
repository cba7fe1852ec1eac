import { describe, expect, test } from '@jest/globals';
import { attempt } from './support/attempt.js';
import { type Answer, testServer } from './support/server.js';

const server = testServer();

/** The one figure of an indicator that a test made. */
const figure = async (indicator: string, selection: string, asOf?: string): Promise<unknown> => {
  const at = asOf === undefined ? '' : `, asOf: "${asOf}"`;
  const { data, errors }: Answer<{ observations: { nodes: unknown[] } }> = await server.ask(
    `{ observations(filter: { indicators: ["${indicator}"] }${at}) { nodes { ${selection} } } }`,
  );
  return errors ?? data.observations.nodes[0] ?? null;
};

const growth = (value: string) => ({ SAME_PERIOD_LAST_YEAR: { form: 'PERCENT' as const, value } });

describe('what is published stands: the database itself refuses', () => {
  const PRINT = `id = (select min(p.id) from print p join release r on r.id = p.release_id and r.code = 'INITIAL_LOAD')`;

  test.each([
    ['to change a print', `update print set value = value + 1 where ${PRINT}`],
    ['to change even the note of a print', `update print set note_vi = 'x' where ${PRINT}`],
    ['to delete a print', `delete from print where ${PRINT}`],
    ['to truncate prints', `truncate print cascade`],
    ['to truncate what prints hang on', `truncate observation cascade`],
    ['to change a print of a plan', `update plan_print set note_vi = 'x'`],
    ['to delete prints of plans', `delete from plan_print`],
    ['to truncate plans', `truncate plan cascade`],
    ['to change a share of plan', `update print_plan_share set percent = 1`],
    ['to delete a share of plan', `delete from print_plan_share`],
    ['to truncate shares of plan', `truncate print_plan_share`],
    [
      'to add a share of plan to a print',
      `insert into print_plan_share select p.id, l.id, 50 from print p, plan l where p.${PRINT} order by l.id desc limit 1`,
    ],
    ['to move the moment of a release', `update release set published_at = published_at - interval '1 second'`],
    ['to unpublish a release', `update release set published_at = null`],
    ['to delete a release', `delete from release`],
    ['to truncate releases', `truncate release cascade`],
    [
      'to add a print to a release',
      `insert into print (observation_id, release_id, source_id, locator, value, unit_multiplier)
       select observation_id, release_id, source_id, 'elsewhere', 1, 0 from print where ${PRINT}`,
    ],
    [
      'to add a print of a plan to a release',
      `insert into plan_print (plan_id, release_id, source_id, locator) select plan_id, release_id, source_id, 'x' from plan_print limit 1`,
    ],
    [
      'to change what a figure is about',
      `update observation set period_end = period_end + 1 where id = (select observation_id from print where ${PRINT})`,
    ],
    ['to change what a plan is about', `update plan set target = 'GROWTH' where target = 'LEVEL'`],
    [
      'to change which items a breakdown has',
      `update breakdown_item set item_id = (select max(id) from dimension_item) where breakdown_id = (select max(id) from breakdown)`,
    ],
    ['to take items from a breakdown', `delete from breakdown_item`],
    [
      'to add items to the total',
      `insert into breakdown_item select 0, dimension_id, id from dimension_item where code = 'B'`,
    ],
    ['to change the date of a document', `update source set published_latest = published_latest + 1`],
    ['to change the publisher of a document', `update source set publisher_id = (select max(id) from agency)`],
    [
      'to say that a document first appeared with another release',
      `update source set first_release_id = (select min(id) from release)`,
    ],
  ])('%s', async (_, statement) => {
    expect(await attempt(server.database, statement)).toBe('23001');
  });

  test.each([
    ['to delete the document of a print', `delete from source`],
    ['to delete a figure that has prints', `delete from observation`],
  ])('%s', async (_, statement) => {
    expect(['23001', '23503']).toContain(await attempt(server.database, statement));
  });

  test('nothing of that, once a scheduled release is called back: a draft may be replaced', async () => {
    const { figures, database } = server;
    await figures.print({ release: 'DRAFT', indicator: 'DRAFTED', value: '1' });
    await figures.lift('DRAFT', `clock_timestamp() + interval '1 hour'`);
    await figures.lift('DRAFT', 'null');
    const mine = `release_id = (select id from release where code = 'DRAFT')`;
    expect(await attempt(database, `update print set value = 2 where ${mine}`)).toBe('done');
    expect(await attempt(database, `delete from print where ${mine}`)).toBe('done');
    await figures.publish([{ release: 'DRAFT', indicator: 'DRAFTED', value: '3' }]);
    expect(await figure('DRAFTED', 'value prints { value }')).toEqual({ value: '3', prints: [{ value: '3' }] });
  });
});

describe('a print', () => {
  const ROW = `observation_id, release_id, source_id`;
  const add = (columns: string, values: string): Promise<string> =>
    attempt(
      server.database,
      `with draft as (insert into release (code, title_vi) values ('R' || gen_random_uuid(), 'x') returning id)
       insert into print (${ROW}, ${columns}) select p.observation_id, draft.id, p.source_id, ${values}
       from print p, draft order by p.id limit 1`,
    );

  test.each([
    ['whose value has no power of ten', 'value', '1'],
    ['whose power of ten is none of the SDMX list', 'value, unit_multiplier', '1, 5'],
    ['with a missing status and a value', 'status, value, unit_multiplier', `'MISSING', 1, 0`],
    [
      'with a missing status and a change',
      'status, changes',
      `'SUPPRESSED', '{"SAME_PERIOD_LAST_YEAR": {"form": "PERCENT", "value": "1"}}'`,
    ],
    ['that withdraws without a reason', 'is_withdrawal', 'true'],
    ['that corrects without a reason', 'corrects_id', 'p.id'],
    ['that withdraws and states a value', 'is_withdrawal, reason_vi, value, unit_multiplier', `true, 'sai', 1, 0`],
    ['with a qualifier and no value', 'qualifier', `'OVER'`],
  ])('%s is refused', async (_, columns, values) => {
    expect(await add(columns, values)).toBe('23514');
  });

  test('that states a change needs neither a value nor a missing status', async () => {
    expect(await add('changes', `'{"SAME_PERIOD_LAST_YEAR": {"form": "PERCENT", "value": "1"}}'`)).toBe('done');
  });

  test('cites a document with a publisher and a date', async () => {
    expect(
      await attempt(
        server.database,
        `with unknown as (insert into source (code) values ('UNDATED') returning id),
              draft as (insert into release (code, title_vi) values ('UNDATED', 'x') returning id)
         insert into print (${ROW}) select p.observation_id, draft.id, unknown.id from print p, draft, unknown limit 1`,
      ),
    ).toBe('23514');
  });

  test('keeps its document dated while it waits for its release', async () => {
    await server.figures.print({ release: 'WAITING', source: 'WAITING' });
    expect(
      await attempt(
        server.database,
        `update source set publisher_id = null, published_on = null, published_earliest = null, published_latest = null where code = 'WAITING'`,
      ),
    ).toBe('23514');
  });

  test('that corrects cites the document of the print it mends', async () => {
    await server.figures.publish([{ release: 'MIXED_UP', source: 'ONE', indicator: 'MIXED_UP', value: '1' }]);
    await server.figures.print({ release: 'MIXED_UP_TOO', source: 'OTHER', indicator: 'MIXED_UP', value: '2' });
    const of = (source: string): string =>
      `(select p.id from print p join source s on s.id = p.source_id and s.code = '${source}')`;
    const mending = `update print set corrects_id = ${of('ONE')}, reason_vi = 'x' where id = ${of('OTHER')}`;
    const added = (figure: string, source: string): string => `
      insert into print (observation_id, release_id, source_id, locator, corrects_id, reason_vi)
        select ${figure}, p.release_id, ${source}, 'x', ${of('ONE')}, 'x' from print p where p.id = ${of('OTHER')}`;
    const one = "(select id from source where code = 'ONE')";
    const told = [
      await attempt(server.database, mending),
      await attempt(server.database, added('p.observation_id', 'p.source_id')),
      await attempt(server.database, added('(select min(id) from observation)', one)),
      await attempt(server.database, added('p.observation_id', one)),
    ];
    expect(told).toEqual(['23514', '23514', '23514', 'done']);
  });
});

describe('what stands', () => {
  test('is the value and each change of the newest print that states them', async () => {
    const of = { indicator: 'STANDING' };
    await server.figures.publish([
      { ...of, release: 'S1', sourceDate: '2024-01-10', status: 'ESTIMATED', value: '47.0', changes: growth('5') },
      {
        ...of,
        release: 'S2',
        sourceDate: '2024-02-10',
        status: 'FINAL',
        value: '40.1',
        qualifier: 'ABOUT',
        note: 'mới',
      },
      {
        ...of,
        release: 'S3',
        sourceDate: '2024-03-10',
        status: 'UNSPECIFIED',
        changes: { PREVIOUS_PERIOD: { form: 'PERCENT', value: '2' } },
      },
    ]);
    expect(
      await figure(
        'STANDING',
        `value status qualifier note isRevised print { publishedOn { date } } citation { source { code } }
         year: change { percent print { publishedOn { date } } }
         month: change(basis: PREVIOUS_PERIOD) { percent print { publishedOn { date } } }
         prints { kind value status changes { basis percent } }`,
      ),
    ).toEqual({
      value: '40.1',
      status: 'FINAL',
      qualifier: 'ABOUT',
      note: 'mới',
      isRevised: true,
      print: { publishedOn: { date: '2024-02-10' } },
      citation: { source: { code: 'SOURCE_OF_S2' } },
      year: { percent: '5', print: { publishedOn: { date: '2024-01-10' } } },
      month: { percent: '2', print: { publishedOn: { date: '2024-03-10' } } },
      prints: [
        {
          kind: 'STATEMENT',
          value: '47.0',
          status: 'ESTIMATED',
          changes: [{ basis: 'SAME_PERIOD_LAST_YEAR', percent: '5' }],
        },
        { kind: 'STATEMENT', value: '40.1', status: 'FINAL', changes: [] },
        {
          kind: 'STATEMENT',
          value: null,
          status: 'UNSPECIFIED',
          changes: [{ basis: 'PREVIOUS_PERIOD', percent: '2' }],
        },
      ],
    });
  });

  test('without any value is the status of the newest print', async () => {
    const of = { indicator: 'ONLY_CHANGES' };
    await server.figures.publish([
      { ...of, release: 'OC1', sourceDate: '2024-01-10', status: 'ESTIMATED', changes: growth('5') },
      { ...of, release: 'OC2', sourceDate: '2024-02-10', status: 'FINAL', changes: growth('6') },
    ]);
    expect(await figure('ONLY_CHANGES', 'value unitMultiplier scaledValue number status change { percent }')).toEqual({
      value: null,
      unitMultiplier: null,
      scaledValue: null,
      number: null,
      status: 'FINAL',
      change: { percent: '6' },
    });
  });

  test('of a real revision is the number printed a year later', async () => {
    expect(
      await server.ask(`{
        observations(filter: { indicators: ["RETAIL_SALES_AND_SERVICES"], territories: ["VN"], periods: ["2024-S1"] }) {
          nodes { value status isRevised change { percent print { publishedOn { date } } } prints { value changes { percent } } }
        }
      }`),
    ).toEqual({
      data: {
        observations: {
          nodes: [
            {
              value: '3',
              status: 'ESTIMATED',
              isRevised: true,
              change: { percent: '8.9', print: { publishedOn: { date: '2025-07' } } },
              prints: [
                { value: '3', changes: [{ percent: '8.6' }] },
                { value: null, changes: [{ percent: '8.9' }] },
              ],
            },
          ],
        },
      },
    });
  });

  test('is nothing after a withdrawal, which says why', async () => {
    const of = { indicator: 'WITHDRAWN' };
    await server.figures.publish([
      { ...of, release: 'W1', sourceDate: '2024-01-10', value: '1', changes: growth('5') },
      {
        ...of,
        release: 'W2',
        sourceDate: '2024-02-10',
        isWithdrawal: true,
        reason: 'đếm hai lần',
        status: 'UNSPECIFIED',
      },
    ]);
    expect(
      await figure('WITHDRAWN', 'value status change { percent reason } print { kind reason } prints { kind value }'),
    ).toEqual({
      value: null,
      status: 'UNSPECIFIED',
      change: { percent: null, reason: 'NO_VALUE' },
      print: { kind: 'WITHDRAWAL', reason: 'đếm hai lần' },
      prints: [
        { kind: 'STATEMENT', value: '1' },
        { kind: 'WITHDRAWAL', value: null },
      ],
    });
  });

  test.each(['MISSING', 'NOT_COLLECTED', 'NOT_APPLICABLE', 'SUPPRESSED'])(
    'is nothing but the reason after a print that says why there is no figure: %s',
    async (status) => {
      const of = { indicator: `EMPTY_${status}` };
      await server.figures.publish([
        { ...of, release: `E1_${status}`, sourceDate: '2024-01-10', value: '1', changes: growth('5') },
        { ...of, release: `E2_${status}`, sourceDate: '2024-02-10', status },
      ]);
      expect(await figure(of.indicator, 'value status change { percent }')).toEqual({
        value: null,
        status,
        change: { percent: null },
      });
    },
  );

  test('is stated again by a print after a withdrawal', async () => {
    const of = { indicator: 'RESTORED' };
    await server.figures.publish([
      { ...of, release: 'RE1', sourceDate: '2024-01-10', value: '1', changes: growth('5') },
      { ...of, release: 'RE2', sourceDate: '2024-02-10', isWithdrawal: true, reason: 'sai' },
      { ...of, release: 'RE3', sourceDate: '2024-03-10', status: 'FINAL', value: '2' },
    ]);
    expect(await figure('RESTORED', 'value status change { percent }')).toEqual({
      value: '2',
      status: 'FINAL',
      change: { percent: null },
    });
  });
});

describe('a correction', () => {
  test('stands after the print it mends, before later documents, and is known from its own release', async () => {
    const of = { indicator: 'CORRECTED' };
    const paper = { source: 'PAPER', sourceDate: '2024-01-10' };
    const wrong = await server.figures.print({ ...of, ...paper, release: 'C1', value: '74' });
    await server.figures.lift('C1', `'2024-05-01T00:00:00+07:00'`);
    await server.figures.publish(
      [{ ...of, release: 'C2', sourceDate: '2024-02-10', changes: growth('3') }],
      `'2024-05-02T00:00:00+07:00'`,
    );
    await server.figures.publish(
      [{ ...of, ...paper, release: 'C3', value: '47', corrects: wrong, reason: 'chép nhầm' }],
      `'2024-06-01T00:00:00+07:00'`,
    );
    expect(
      await figure('CORRECTED', 'value prints { kind value reason knownFrom corrects { value } release { code } }'),
    ).toEqual({
      value: '47',
      prints: [
        {
          kind: 'STATEMENT',
          value: '74',
          reason: null,
          knownFrom: '2024-01-09T17:00:00.000000Z',
          corrects: null,
          release: { code: 'C1' },
        },
        {
          kind: 'CORRECTION',
          value: '47',
          reason: 'chép nhầm',
          knownFrom: '2024-05-31T17:00:00.000000Z',
          corrects: { value: '74' },
          release: { code: 'C3' },
        },
        {
          kind: 'STATEMENT',
          value: null,
          reason: null,
          knownFrom: '2024-02-09T17:00:00.000000Z',
          corrects: null,
          release: { code: 'C2' },
        },
      ],
    });
    expect(await figure('CORRECTED', 'value', '2024-05-31T16:59:59Z')).toEqual({ value: '74' });
    expect(await figure('CORRECTED', 'value', '2024-05-31T17:00:00Z')).toEqual({ value: '47' });
  });
});

describe('a withdrawal', () => {
  test('that takes back what we read off a document names the print, and is known from its own release', async () => {
    const of = { indicator: 'TAKEN_BACK', source: 'TAKEN_BACK', sourceDate: '2024-01-10' };
    const print = await server.figures.print({ ...of, release: 'TB1', value: '1' });
    await server.figures.lift('TB1');
    const withdrawal = { ...of, isWithdrawal: true, reason: 'không có trong văn bản' };
    await expect(server.figures.print({ ...withdrawal, release: 'TB2' })).rejects.toThrow('names that print');
    await server.figures.publish([{ ...withdrawal, release: 'TB3', corrects: print }], `'2024-06-01T00:00:00+07:00'`);
    expect(await figure('TAKEN_BACK', 'value prints { kind corrects { value } }')).toEqual({
      value: null,
      prints: [
        { kind: 'STATEMENT', corrects: null },
        { kind: 'WITHDRAWAL', corrects: { value: '1' } },
      ],
    });
    expect(await figure('TAKEN_BACK', 'value', '2024-05-31')).toEqual({ value: '1' });
    expect(await figure('TAKEN_BACK', 'value', '2024-06-01')).toEqual({ value: null });
  });
});

describe('prints follow each other', () => {
  test('by the last possible day of their document, then by when they were known, then as they were entered', async () => {
    const of = { indicator: 'ORDERED' };
    await server.figures.publish([{ ...of, release: 'O1', sourceDate: '2024-03', value: '1' }]);
    await server.figures.publish([{ ...of, release: 'O2', sourceDate: '2024-03-15', value: '2' }]);
    await server.figures.publish([
      { ...of, release: 'O3', sourceDate: '2023-12/2024-03', isOwnDocument: true, value: '3' },
    ]);
    await server.figures.publish([{ ...of, release: 'O4', sourceDate: '2024-03-31', value: '4' }]);
    await server.figures.publish([{ ...of, release: 'O5', sourceDate: '2024-Q1', value: '5' }]);
    expect(await figure('ORDERED', 'prints { value }')).toEqual({
      prints: ['2', '1', '4', '5', '3'].map((value) => ({ value })),
    });
  });
});

describe('a print could be known', () => {
  test.each([
    ['2024-05-10', '2024-05-09T17:00:00.000000Z'],
    ['2024-05', '2024-05-30T17:00:00.000000Z'],
    ['2024-Q2', '2024-06-29T17:00:00.000000Z'],
    ['2024', '2024-12-30T17:00:00.000000Z'],
    ['2024-04/2024-05', '2024-05-30T17:00:00.000000Z'],
  ])('from the start of the last possible day of its document: %s', async (sourceDate, knownFrom) => {
    const name = `KNOWN_${sourceDate.replace(/\W/g, '_')}`;
    await server.figures.publish([{ release: name, indicator: name, sourceDate, value: '1' }]);
    expect(await figure(name, 'prints { knownFrom }')).toEqual({ prints: [{ knownFrom }] });
  });

  test('from the moment of its release where that came first', async () => {
    await server.figures.publish(
      [{ release: 'EARLY', indicator: 'EARLY', sourceDate: '2024-12', value: '1' }],
      `'2024-06-06T09:30:00+07:00'`,
    );
    expect(await figure('EARLY', 'prints { knownFrom release { publishedAt } }')).toEqual({
      prints: [{ knownFrom: '2024-06-06T02:30:00.000000Z', release: { publishedAt: '2024-06-06T02:30:00.000000Z' } }],
    });
  });

  test('from the moment of its release where the document first appeared with it', async () => {
    await server.figures.publish(
      [{ release: 'OWN', indicator: 'OWN', sourceDate: '2024-01-01', isOwnDocument: true, value: '1' }],
      `'2024-06-06T09:30:00+07:00'`,
    );
    expect(await figure('OWN', 'prints { knownFrom citation { source { firstRelease { code } } } }')).toEqual({
      prints: [{ knownFrom: '2024-06-06T02:30:00.000000Z', citation: { source: { firstRelease: { code: 'OWN' } } } }],
    });
  });

  test('from its date where the document appeared with another release', async () => {
    const of = { source: 'REUSED', sourceDate: '2024-01-01', value: '1' };
    await server.figures.publish([{ ...of, release: 'REUSED1', indicator: 'USED', isOwnDocument: true }]);
    await server.figures.publish([{ ...of, release: 'REUSED2', indicator: 'REUSED' }]);
    expect(await figure('REUSED', 'prints { knownFrom }')).toEqual({
      prints: [{ knownFrom: '2023-12-31T17:00:00.000000Z' }],
    });
  });
});

describe('as of', () => {
  const FILTER = `filter: { indicators: ["GRDP_SHARE"], periods: ["2023-Q1"],
    breakdowns: [{ dimension: "ECONOMIC_SECTOR", items: ["INDUSTRY_CONSTRUCTION"] }] }`;

  test.each([
    ['2024-03-31', '40.1'],
    ['2024-03-30', '47.0'],
    ['2024-03-30T17:00:00Z', '40.1'],
    ['2024-03-31T00:00:00+07:00', '40.1'],
    ['2024-03-30T16:59:59.999999Z', '47.0'],
    ['2023-03-31', '47.0'],
  ])('a day, which means its end in Vietnam, or a moment one reads what was known: %s', async (asOf, value) => {
    expect(await server.ask(`{ observations(${FILTER}, asOf: "${asOf}") { totalCount nodes { value } } }`)).toEqual({
      data: { observations: { totalCount: 1, nodes: [{ value }] } },
    });
  });

  test('a day before its first print a figure does not exist', async () => {
    expect(
      await server.ask(`{
        observations(${FILTER}, asOf: "2023-03-30") { totalCount nodes { value } }
        availability(${FILTER}, asOf: "2023-03-30") { count }
        table(${FILTER}, asOf: "2023-03-30") { cells values }
      }`),
    ).toEqual({
      data: {
        observations: { totalCount: 0, nodes: [] },
        availability: { count: 0 },
        table: { cells: 0, values: [] },
      },
    });
  });

  test('a moment one sees only the prints of then, and is not told that more came', async () => {
    expect(
      await server.ask(`{
        observations(${FILTER}, asOf: "2023-12-31") { nodes { status isRevised prints { value } } }
        availability(${FILTER}, asOf: "2023-12-31") { statuses { status } sources { source { code } } }
      }`),
    ).toEqual({
      data: {
        observations: { nodes: [{ status: 'ESTIMATED', isRevised: false, prints: [{ value: '47.0' }] }] },
        availability: {
          statuses: [{ status: 'ESTIMATED' }],
          sources: [{ source: { code: 'STATISTICS_OFFICE_NINH_THUAN_2023_03' } }],
        },
      },
    });
  });

  test.each(['observations', 'plans', 'availability', 'table'])('a moment to come is an error: %s', async (query) => {
    const selection = { observations: 'totalCount', plans: 'totalCount', availability: 'count', table: 'cells' };
    expect(
      await server.refusal(
        `{ ${query}(asOf: "2999-01-01") { ${selection[query as keyof typeof selection]} ${query.endsWith('s') ? 'nodes { id }' : ''} } }`,
      ),
    ).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'FUTURE_AS_OF', argument: 'asOf', value: '2999-01-01' });
  });

  test('a moment never shows what is not published yet', async () => {
    await server.figures.print({ release: 'SCHEDULED', indicator: 'SCHEDULED', sourceDate: '2020-01-01', value: '1' });
    await server.figures.lift('SCHEDULED', `clock_timestamp() + interval '1 hour'`);
    expect(await figure('SCHEDULED', 'value', '2024-01-01')).toBeNull();
    expect(await figure('SCHEDULED', 'value')).toBeNull();
  });

  test('a moment a figure has an id of its own, which gives the same view back', async () => {
    const { data }: Answer<Record<'now' | 'then', { nodes: { id: string }[] }>> = await server.ask(`{
      now: observations(${FILTER}) { nodes { id } }
      then: observations(${FILTER}, asOf: "2023-12-31") { nodes { id } }
    }`);
    const [now, then] = [data.now.nodes[0]!.id, data.then.nodes[0]!.id];
    expect(now).not.toBe(then);
    const again = `... on Observation { id value prints { value } plans { plan { id } } }`;
    expect(
      await server.ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { ${again} } node(id: "${then}") { ${again} } }`, {
        ids: [then, now],
      }),
    ).toEqual({
      data: {
        nodes: [
          { id: then, value: '47.0', prints: [{ value: '47.0' }], plans: [] },
          { id: now, value: '40.1', prints: [{ value: '47.0' }, { value: '40.1' }], plans: [] },
        ],
        node: { id: then, value: '47.0', prints: [{ value: '47.0' }], plans: [] },
      },
    });
  });

  test('the same moment, written otherwise, a figure has the same id', async () => {
    const { data }: Answer<Record<string, { nodes: { id: string }[] }>> = await server.ask(`{
      day: observations(${FILTER}, asOf: "2023-12-31") { nodes { id } }
      moment: observations(${FILTER}, asOf: "2023-12-31T16:59:59.999999Z") { nodes { id } }
    }`);
    expect(data['day']).toEqual(data['moment']);
  });
});

describe('the trail of prints', () => {
  test('is as long as asked, the oldest first', async () => {
    expect(
      await server.ask(`{
        observations(filter: { indicators: ["RETAIL_SALES_AND_SERVICES_REAL"], periods: ["2024-S1"] }) {
          nodes { prints(first: 1) { changes { percent } } isRevised }
        }
      }`),
    ).toEqual({
      data: { observations: { nodes: [{ prints: [{ changes: [{ percent: '5.7' }] }], isRevised: true }] } },
    });
  });

  test('is refused beyond a page', async () => {
    expect(await server.refusal(`{ observations(first: 1) { nodes { prints(first: 501) { value } } } }`)).toMatchObject(
      {
        code: 'BAD_USER_INPUT',
        reason: 'INVALID_PAGE',
        argument: 'first',
        value: 501,
      },
    );
  });

  test('tells a break in the series', async () => {
    await server.figures.publish([{ release: 'BREAK', indicator: 'BROKEN', value: '1', hasBreak: true }]);
    expect(await figure('BROKEN', 'hasBreak prints { hasBreak }')).toEqual({
      hasBreak: true,
      prints: [{ hasBreak: true }],
    });
  });
});
