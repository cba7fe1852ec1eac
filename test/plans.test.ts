import { describe, expect, test } from '@jest/globals';
import { attempt } from './support/attempt.js';
import { type Answer, testServer } from './support/server.js';

const server = testServer();

/** The only figure under a filter. */
const figure = async (filter: string, selection: string, asOf = ''): Promise<unknown> => {
  const { data, errors }: Answer<{ observations: { nodes: unknown[] } }> = await server.ask(
    `{ observations(filter: { ${filter} }${asOf && `, asOf: "${asOf}"`}) { nodes { ${selection} } } }`,
  );
  return errors ?? data.observations.nodes[0];
};

describe('the share of plan', () => {
  test('is the printed one, which names the print that states it, though the plan itself is not known', async () => {
    expect(
      await figure(
        'indicators: ["PUBLIC_INVESTMENT_DISBURSED"]',
        'value plan { value target period { code } setBy { code } attainmentPercent method qualifier print { value } }',
      ),
    ).toEqual({
      value: '233.3',
      plan: {
        value: null,
        target: 'LEVEL',
        period: { code: '2025' },
        setBy: { code: 'PRIME_MINISTER' },
        attainmentPercent: '8.4',
        method: 'PUBLISHED',
        qualifier: null,
        print: { value: '233.3' },
      },
    });
  });

  test('over a hundred is what was printed as above plan', async () => {
    expect(
      await figure(
        'indicators: ["INDUSTRIAL_OUTPUT_VALUE"], periods: ["2021"]',
        'plan { attainmentPercent method setBy { code } }',
      ),
    ).toEqual({ plan: { attainmentPercent: '103', method: 'PUBLISHED', setBy: null } });
  });

  test.each([
    ['2', '3', '66.67'],
    ['1', '800', '0.13'],
    ['2', '10', '20'],
    ['-1', '800', '-0.13'],
    ['5', '0', null],
  ])('is computed where none is printed, half up to two places: %s of %s', async (value, planned, percent) => {
    const name = `COMPUTED_${value}_${planned}`.replace('-', 'MINUS_');
    await server.figures.plan({ release: name, indicator: name, period: '2030', value: planned });
    await server.figures.publish([{ release: name, indicator: name, period: '2030', value }]);
    expect(await figure(`indicators: ["${name}"]`, 'plan { attainmentPercent method print { value } }')).toEqual({
      plan: { attainmentPercent: percent, method: percent === null ? null : 'COMPUTED', print: null },
    });
  });

  test('is computed in the unit itself, whatever the powers of ten', async () => {
    const of = { release: 'POWERS', indicator: 'POWERS', period: '2030' };
    await server.figures.plan({ ...of, value: '4', multiplier: 12 });
    await server.figures.publish([{ ...of, value: '3300.63', multiplier: 9 }]);
    expect(await figure('indicators: ["POWERS"]', 'plan { value unitMultiplier attainmentPercent }')).toEqual({
      plan: { value: '4', unitMultiplier: 12, attainmentPercent: '82.52' },
    });
  });

  test.each([
    ['a range', { low: '10', high: '12' }],
    ['a growth', { target: 'GROWTH' as const, value: '15' }],
    ['a growth in a range', { target: 'GROWTH' as const, low: '15', high: '16' }],
    ['a plan without a number', {}],
  ])('is not computed against %s', async (what, plan) => {
    const name = `AGAINST_${what.replaceAll(' ', '_').toUpperCase()}`;
    await server.figures.plan({ release: name, indicator: name, period: '2030', ...plan });
    await server.figures.publish([{ release: name, indicator: name, period: '2030', value: '11' }]);
    expect(await figure(`indicators: ["${name}"]`, 'plan { value low high target attainmentPercent method }')).toEqual({
      plan: { value: null, low: null, high: null, target: 'LEVEL', attainmentPercent: null, method: null, ...plan },
    });
  });

  test('is none where the figure has no value', async () => {
    const of = { release: 'NO_VALUE', indicator: 'NO_VALUE', period: '2030' };
    await server.figures.plan({ ...of, value: '10' });
    await server.figures.publish([{ ...of, changes: { SAME_PERIOD_LAST_YEAR: { form: 'PERCENT', value: '1' } } }]);
    expect(await figure('indicators: ["NO_VALUE"]', 'plan { value attainmentPercent method }')).toEqual({
      plan: { value: '10', attainmentPercent: null, method: null },
    });
  });

  test('stands until a newer print states another, or a withdrawal empties the figure', async () => {
    const of = { indicator: 'SHARES', period: '2030' };
    const plan = await server.figures.plan({ ...of, release: 'SH0', value: '200' });
    const state = async (release: string, sourceDate: string, percent: string | null, rest: object): Promise<void> => {
      const print = await server.figures.print({ ...of, release, sourceDate, ...rest });
      if (percent) await server.figures.share(print, plan, percent);
      await server.figures.lift(release);
    };
    await server.figures.lift('SH0');
    await state('SH1', '2024-02-01', '51', { value: '100' });
    await state('SH2', '2024-03-01', null, { value: '110' });
    await state('SH3', '2024-04-01', '57.5', { value: '115' });
    await state('SH4', '2024-05-01', null, { isWithdrawal: true, reason: 'sai' });
    const share = 'value plan { attainmentPercent method print { value } }';
    const at = (asOf: string) => figure('indicators: ["SHARES"]', share, asOf);
    const stated = (value: string, attainmentPercent: string, by: string) => ({
      value,
      plan: { attainmentPercent, method: 'PUBLISHED', print: { value: by } },
    });
    expect([await at('2024-02-01'), await at('2024-03-01'), await at('2024-04-01'), await at('2024-05-01')]).toEqual([
      stated('100', '51', '100'),
      stated('110', '51', '100'),
      stated('115', '57.5', '115'),
      { value: null, plan: { attainmentPercent: null, method: null, print: null } },
    ]);
  });
});

describe('the plan of a figure', () => {
  test('prefers its own period, then LEVEL, then who set it: publisher, province, centre, others, unknown', async () => {
    const [indicator, release] = ['PREFERRED', 'PREFERRED'];
    const setters: [string, string][] = [
      ['P_COUNCIL', 'PEOPLES_COUNCIL'],
      ['P_MINISTRY', 'CENTRAL_GOVERNMENT'],
      ['P_NEWSPAPER', 'MEDIA'],
      ['P_PUBLISHER', 'DEPARTMENT'],
    ];
    for (const [code, kind] of setters) await server.figures.agency(code, kind);
    for (const [at, setBy] of [null, 'P_NEWSPAPER', 'P_MINISTRY', 'P_COUNCIL', 'P_PUBLISHER'].entries()) {
      await server.figures.plan({ release, indicator, setBy, period: '2030', value: String(at) });
    }
    await server.figures.plan({
      release,
      indicator,
      setBy: 'P_PUBLISHER',
      period: '2030',
      target: 'GROWTH',
      value: '5',
    });
    await server.figures.plan({ release, indicator, setBy: null, period: '2030-S1', value: '6' });
    await server.figures.plan({
      release,
      indicator,
      setBy: 'P_PUBLISHER',
      period: '2030-S1',
      target: 'GROWTH',
      value: '7',
    });
    await server.figures.plan({ release, indicator, setBy: 'P_PUBLISHER', period: '2030-Q1', value: '8' });
    await server.figures.plan({ release, indicator, setBy: 'P_PUBLISHER', period: '2029', value: '9' });
    await server.figures.publish([{ release, indicator, publisher: 'P_PUBLISHER', period: '2030-S1', value: '1' }]);
    const one = 'period { code } target setBy { code } value';
    const plan = (period: string, target: string, setBy: string | null, value: string) => ({
      period: { code: period },
      target,
      setBy: setBy && { code: setBy },
      value,
    });
    const council = plan('2030', 'LEVEL', 'P_COUNCIL', '3');
    expect(
      await figure(
        'indicators: ["PREFERRED"]',
        `plan { ${one} } council: plan(setBy: "P_COUNCIL") { ${one} } growth: plan(target: GROWTH) { ${one} }
         none: plan(setBy: "P_COUNCIL", target: GROWTH) { ${one} } plans { ${one} } first: plans(first: 1) { ${one} }`,
      ),
    ).toEqual({
      plan: plan('2030-S1', 'LEVEL', null, '6'),
      council,
      growth: plan('2030-S1', 'GROWTH', 'P_PUBLISHER', '7'),
      none: null,
      plans: [
        plan('2030-S1', 'LEVEL', null, '6'),
        plan('2030-S1', 'GROWTH', 'P_PUBLISHER', '7'),
        plan('2030', 'LEVEL', 'P_PUBLISHER', '4'),
        council,
        plan('2030', 'LEVEL', 'P_MINISTRY', '2'),
        plan('2030', 'LEVEL', 'P_NEWSPAPER', '1'),
        plan('2030', 'LEVEL', null, '0'),
        plan('2030', 'GROWTH', 'P_PUBLISHER', '5'),
      ],
      first: [plan('2030-S1', 'LEVEL', null, '6')],
    });
  });

  test('is null where there is none', async () => {
    expect(await figure('indicators: ["CPI"]', 'plan { value } plans { value }')).toEqual({ plan: null, plans: [] });
  });

  test('is never one of another unit, item or indicator', async () => {
    const of = { release: 'ELSEWHERE', indicator: 'ELSEWHERE', period: '2030', value: '1' };
    await server.figures.plan({ ...of, territory: '56@2024-06-06' });
    await server.figures.publish([{ ...of, territory: '56@2025-07-01' }]);
    expect(await figure('indicators: ["ELSEWHERE"]', 'plans { value }')).toEqual({ plans: [] });
  });

  test('set by an agency that does not exist is an error that names it and the nearest', async () => {
    expect(
      await server.refusal(`{ observations(first: 1) { nodes { plan(setBy: "PRIME_MINISTR") { value } } } }`),
    ).toEqual({
      code: 'BAD_USER_INPUT',
      reason: 'UNKNOWN_CODE',
      argument: 'setBy',
      value: 'PRIME_MINISTR',
      nearest: 'PRIME_MINISTER',
    });
  });

  test('of a real report is a range of growth whose setter is not known', async () => {
    expect(
      await figure(
        'indicators: ["INDUSTRIAL_VALUE_ADDED"], territories: ["58"]',
        'plan { value low high unitMultiplier target setBy { code } attainmentPercent plan { unit { code } citation { source { code } } } }',
      ),
    ).toEqual({
      plan: {
        value: null,
        low: '16',
        high: '17',
        unitMultiplier: null,
        target: 'GROWTH',
        setBy: null,
        attainmentPercent: null,
        plan: { unit: null, citation: { source: { code: 'BAO_NINH_THUAN_2023_12' } } },
      },
    });
  });
});

describe('a plan has prints', () => {
  const of = { indicator: 'REVISED_PLAN', period: '2030' };
  const plan = `value low high scaledValue qualifier prints { kind value low reason corrects { value } publishedOn { date } }`;
  const read = async (asOf: string): Promise<unknown> => {
    const { data }: Answer<{ plans: { nodes: unknown[] } }> = await server.ask(
      `{ plans(filter: { indicators: ["REVISED_PLAN"] }, asOf: "${asOf}") { nodes { ${plan} } } }`,
    );
    return data.plans.nodes[0] ?? null;
  };
  const statement = (value: string | null, date: string, low: string | null = null) => ({
    kind: 'STATEMENT',
    value,
    low,
    reason: null,
    corrects: null,
    publishedOn: { date },
  });

  test('and stands as the newest that states numbers, until one takes it back', async () => {
    await server.figures.plan({
      ...of,
      release: 'RP1',
      sourceDate: '2024-01-10',
      value: '10',
      multiplier: 9,
      qualifier: 'OVER',
    });
    await server.figures.plan({ ...of, release: 'RP2', sourceDate: '2024-02-10' });
    await server.figures.plan({
      ...of,
      release: 'RP3',
      sourceDate: '2024-03-10',
      low: '11',
      high: '12',
      multiplier: 9,
    });
    await server.figures.plan({
      ...of,
      release: 'RP4',
      sourceDate: '2024-04-10',
      isWithdrawal: true,
      reason: 'bãi bỏ',
    });
    for (const release of ['RP1', 'RP2', 'RP3', 'RP4']) await server.figures.lift(release);
    const first = { value: '10', low: null, high: null, scaledValue: '10000000000', qualifier: 'OVER' };
    const none = { value: null, low: null, high: null, scaledValue: null, qualifier: null };
    const prints = [statement('10', '2024-01-10'), statement(null, '2024-02-10'), statement(null, '2024-03-10', '11')];
    expect([
      await read('2024-01-09'),
      await read('2024-02-10'),
      await read('2024-03-10'),
      await read('2024-04-10'),
    ]).toEqual([
      null,
      { ...first, prints: prints.slice(0, 2) },
      { ...none, low: '11', high: '12', prints },
      {
        ...none,
        prints: [...prints, { ...statement(null, '2024-04-10'), kind: 'WITHDRAWAL', reason: 'bãi bỏ' }],
      },
    ]);
  });

  test('and a correction mends the print it names', async () => {
    const of = { indicator: 'MISREAD', period: '2030', source: 'MISREAD' };
    const corrects = await server.figures.planPrint({ ...of, release: 'MR1', value: '71' });
    await server.figures.lift('MR1');
    await server.figures.plan({ ...of, release: 'MR2', value: '17', corrects, reason: 'chép nhầm' });
    await server.figures.lift('MR2');
    expect(
      await server.ask(
        `{ plans(filter: { indicators: ["MISREAD"] }) { nodes { value prints { kind value reason corrects { value } } } } }`,
      ),
    ).toEqual({
      data: {
        plans: {
          nodes: [
            {
              value: '17',
              prints: [
                { kind: 'STATEMENT', value: '71', reason: null, corrects: null },
                { kind: 'CORRECTION', value: '17', reason: 'chép nhầm', corrects: { value: '71' } },
              ],
            },
          ],
        },
      },
    });
  });

  test.each([
    ['a value beside a range', 'value, low, high', '1, 1, 2'],
    ['half a range', 'low', '1'],
    ['a range upside down', 'low, high', '2, 1'],
    ['a withdrawal without a reason', 'is_withdrawal', 'true'],
  ])('of which none is %s', async (_, columns, values) => {
    expect(
      await attempt(
        server.database,
        `with draft as (insert into release (code, title_vi) values ('R' || gen_random_uuid(), 'x') returning id)
         insert into plan_print (plan_id, release_id, source_id, ${columns})
         select p.plan_id, draft.id, p.source_id, ${values} from plan_print p, draft limit 1`,
      ),
    ).toBe('23514');
  });

  test('and is seen as of a moment by an id of its own', async () => {
    const filter = `filter: { indicators: ["KEY_TASKS_COMPLETED"] }`;
    const { data }: Answer<Record<'now' | 'then', { nodes: { id: string }[] }>> = await server.ask(`{
      now: plans(${filter}) { nodes { id } } then: plans(${filter}, asOf: "2024-06-06") { nodes { id } }
    }`);
    const ids = [data.now.nodes[0]!.id, data.then.nodes[0]!.id];
    expect(ids[0]).not.toBe(ids[1]);
    expect(await server.ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Plan { value } } }`, { ids })).toEqual(
      {
        data: { nodes: ids.map((id) => ({ id, value: '3' })) },
      },
    );
    expect(
      await server.ask(`{ observations(${filter}, asOf: "2024-06-06") { nodes { plan { plan { id } } } } }`),
    ).toEqual({ data: { observations: { nodes: [{ plan: { plan: { id: ids[1] } } }] } } });
  });
});

describe('the list of plans', () => {
  const ONE = 'indicator { code } territory { code } period { code } setBy { code } target';

  test('is in the order of indicator, territory, breakdown, period, setter and target', async () => {
    const { data }: Answer<{ plans: { nodes: { indicator: { code: string }; period: { code: string } }[] } }> =
      await server.ask(
        `{ plans(filter: { territories: ["58", "56"], periods: ["2021", "2022", "2023", "2024", "2025"] }) { nodes { indicator { code } period { code } } } }`,
      );
    expect(data.plans.nodes.map(({ indicator, period }) => `${indicator.code} ${period.code}`)).toEqual([
      'CONSTRUCTION_VALUE_ADDED 2023',
      'INDUSTRIAL_OUTPUT_VALUE 2021',
      'INDUSTRIAL_VALUE_ADDED 2023',
      'INDUSTRIAL_VALUE_ADDED 2024',
      'INDUSTRY_CONSTRUCTION_VALUE_ADDED 2023',
      'PUBLIC_INVESTMENT_DISBURSED 2025',
      'STATE_BUDGET_REVENUE 2025',
      'STATE_BUDGET_REVENUE 2022',
    ]);
  });

  test.each([
    ['setBy: ["CENTRAL_GOVERNMENT"], territories: ["58"]', 'STATE_BUDGET_REVENUE', '2022', 'LEVEL'],
    ['targets: [GROWTH], periods: ["2024"]', 'INDUSTRIAL_VALUE_ADDED', '2024', 'GROWTH'],
    ['indicators: ["KEY_TASKS_COMPLETED"], periods: ["2024-H1"]', 'KEY_TASKS_COMPLETED', '2024-S1', 'LEVEL'],
  ])('takes what fits every field of a filter: %s', async (filter, indicator, period, target) => {
    expect(
      await server.ask(
        `{ plans(filter: { ${filter} }) { totalCount nodes { indicator { code } period { code } target } } }`,
      ),
    ).toEqual({
      data: { plans: { totalCount: 1, nodes: [{ indicator: { code: indicator }, period: { code: period }, target }] } },
    });
  });

  test('pages both ways', async () => {
    const filter = `filter: { targets: [GROWTH], territories: ["58"], periods: ["2023", "2024"] }`;
    const { data }: Answer<{ plans: { nodes: { id: string }[]; edges: { cursor: string }[] } }> = await server.ask(
      `{ plans(${filter}) { nodes { id } edges { cursor } } }`,
    );
    const ids = data.plans.nodes.map(({ id }) => ({ id }));
    const [, second, third] = data.plans.edges.map(({ cursor }) => cursor);
    expect(
      await server.ask(`{
        after: plans(${filter}, first: 2, after: "${second}") { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage } }
        before: plans(${filter}, last: 1, before: "${third}") { nodes { id } pageInfo { hasNextPage hasPreviousPage } }
      }`),
    ).toEqual({
      data: {
        after: { totalCount: 4, nodes: ids.slice(2), pageInfo: { hasNextPage: false, hasPreviousPage: true } },
        before: { nodes: [ids[1]], pageInfo: { hasNextPage: true, hasPreviousPage: true } },
      },
    });
  });

  test('does not know the plans of a draft', async () => {
    await server.figures.plan({
      release: 'PLAN_DRAFT',
      indicator: 'PLAN_DRAFT',
      period: '2030',
      setBy: 'HIDDEN_SETTER',
    });
    expect(
      await server.ask(
        `{ plans(filter: { indicators: ["PLAN_DRAFT"] }) { totalCount nodes { ${ONE} } } agency(code: "HIDDEN_SETTER") { code } }`,
      ),
    ).toEqual({ data: { plans: { totalCount: 0, nodes: [] }, agency: null } });
  });
});
