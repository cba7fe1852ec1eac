import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Finding } from '../src/features/checks/finding.js';
import { findings } from '../src/features/checks/findings.query.js';
import type { PrintOf } from './support/figures.js';
import { testServer } from './support/server.js';

const server = testServer();

type Draft = Omit<PrintOf, 'release'>[];

async function releaseId(code: string): Promise<number> {
  return Number(await server.figures.release(code));
}

/** A name of its own for each draft and its indicator. */
let drafts = 0;
const newName = (): string => `DRAFT_${(drafts += 1)}`;

/** Publishes `before`, drafts `prints` of one indicator, and answers what the checks find, without the indicator's code. */
async function foundIn(prints: Draft, before: Draft = []): Promise<string[]> {
  const name = newName();
  const told = (found: Finding): string =>
    `${found.severity} ${found.check} ${found.subject.replace(`${name} `, '')}: ${found.message.replaceAll(name, 'X')}`;
  const released = { indicator: name, release: `${name}_BEFORE`, sourceDate: '2023-01-01' };
  await server.figures.publish(before.map((print) => ({ ...released, ...print })));
  for (const print of prints) await server.figures.print({ release: name, indicator: name, ...print });
  return (await findings(server.database.db, await releaseId(name), 100)).map(told);
}

/** The months of a year from January on. */
const months = (year: number, ...values: string[]): Draft =>
  values.map((value, at) => ({ period: `${year}-M${String(at + 1).padStart(2, '0')}`, value }));

const percent = (value: string) => ({ SAME_PERIOD_LAST_YEAR: { form: 'PERCENT' as const, value } });
const index = (value: string) => ({ SAME_PERIOD_LAST_YEAR: { form: 'INDEX' as const, value } });

describe('YTD_BELOW_MONTH', () => {
  test.each<[string, Draft, string[]]>([
    [
      'a year-to-date is not below a month within it',
      [...months(2031, '10', '12'), { period: '2031-YTD02', value: '10' }],
      ['WARNING YTD_BELOW_MONTH 58 2031-YTD02 NSO: 10 is below 12, which 2031-M02 within it has.'],
    ],
    [
      'a year-to-date is not below a shorter one, whatever their multipliers',
      [
        { period: '2031-YTD04', value: '900', multiplier: 6 },
        { period: '2031-YTD05', value: '0.8', multiplier: 9 },
      ],
      [
        'WARNING YTD_BELOW_MONTH 58 2031-YTD05 NSO: 0.8 × 10^9 is below 900 × 10^6, which 2031-YTD04 within it has.',
      ],
    ],
    [
      'rounding may make it look so',
      [
        { period: '2031-YTD02', value: '1.2', multiplier: 3 },
        { period: '2031-M02', value: '1249' },
      ],
      [],
    ],
    ['it may be no more than one of them', [...months(2031, '0', '12'), { period: '2031-YTD02', value: '12' }], []],
    ['a net flow may be', [...months(2031, '-10', '12'), { period: '2031-YTD02', value: '2' }], []],
    ['a word may make it inexact', [...months(2031, '9', '12'), { period: '2031-YTD02', value: '11', qualifier: 'OVER' }], []],
    ['a month of another year is not within it', [...months(2032, '9', '8'), { period: '2031-YTD02', value: '8' }], []],
  ])('%s', async (_, prints, expected) => {
    expect(await foundIn(prints)).toEqual(expected);
  }); // prettier-ignore

  test('a month that is out already counts', async () => {
    expect(await foundIn([{ period: '2031-YTD02', value: '10' }], months(2031, '10', '12'))).toEqual([
      'WARNING YTD_BELOW_MONTH 58 2031-YTD02 NSO: 10 is below 12, which 2031-M02 within it has.',
    ]);
  });
});

describe('PARTS_AND_TOTAL', () => {
  /** A dimension of its own: what another draft prints of it is no item here. */
  const broken = (dimension: string, total: string, values: Record<string, string>): Draft => [
    ...(total === '' ? [] : [{ value: total, multiplier: 9 }]),
    ...Object.entries(values).map(([item, value]) => ({ breakdown: `${dimension}=${item}`, value, multiplier: 9 })),
  ];

  test.each<[string, Draft, string[]]>([
    [
      'parts make their total',
      broken('KIND_A', '100', { X: '40.5', Y: '50' }),
      [
        'WARNING PARTS_AND_TOTAL 58 2030-M01 NSO: The sum of 2 parts, 90.5, differs from the total, 100, by 9.5; rounding allows 1.05 (all × 10^9).',
      ],
    ],
    ['each may be rounded', broken('KIND_B', '100', { X: '40.5', Y: '60.1' }), []],
    ['parts that lack one may be less than the total', [...broken('KIND_A', '100', { X: '40' }), { breakdown: 'KIND_A=Z', value: '1', multiplier: 9 }], []],
    [
      'they may not be more',
      broken('KIND_A', '100', { X: '40', Z: '70' }),
      [
        'WARNING PARTS_AND_TOTAL 58 2030-M01 NSO: The sum of 2 parts, 110, differs from the total, 100, by 10; rounding allows 1.5 (all × 10^9).',
      ],
    ],
    ['no part says nothing', broken('KIND_B', '100', {}), []],
    ['a word may make a part inexact', [...broken('KIND_B', '100', { X: '40' }), { breakdown: 'KIND_B=Y', value: '50', multiplier: 9, qualifier: 'NEARLY' }], []],
    [
      'parts of parts make them',
      [
        { breakdown: 'KIND_B=X', value: '10' },
        { breakdown: 'KIND_B=X;KIND_C=M', value: '4' },
        { breakdown: 'KIND_B=X;KIND_C=N', value: '4' },
      ],
      [
        'WARNING PARTS_AND_TOTAL 58 KIND_B=X 2030-M01 NSO: The sum of 2 parts, 8, differs from the total, 10, by 2; rounding allows 1.5.',
      ],
    ],
  ])('%s', async (_, prints, expected) => {
    expect(await foundIn(prints)).toEqual(expected);
  }); // prettier-ignore

  test('what is out already counts, and items lie within items', async () => {
    const industry = (item: string, value: string) => ({ breakdown: `INDUSTRY=${item}`, value });
    const before = [industry('C', '10'), industry('13', '6')];
    expect(await foundIn([industry('12', '7')], before)).toEqual([
      'WARNING PARTS_AND_TOTAL 58 INDUSTRY=C 2030-M01 NSO: The sum of 2 parts, 13, differs from the total, 10, by 3; rounding allows 1.5.',
    ]);
  });
});

describe('POWER_OF_TEN', () => {
  test.each<[string, Draft, Draft, string[]]>([
    [
      'a later print does not jump by a power of ten',
      [{ value: '3300', multiplier: 9 }],
      [{ value: '3100', multiplier: 6 }],
      ['WARNING POWER_OF_TEN 58 2030-M01 NSO: 3300 × 10^9 is about 10^3 times 3100 × 10^6 of 2030-M01: is its multiplier right?'],
    ],
    ['it may differ', [{ value: '3300', multiplier: 9 }], [{ value: '1000', multiplier: 9 }], []],
    ['it may be written with another multiplier', [{ value: '3.3', multiplier: 12 }], [{ value: '3100', multiplier: 9 }], []],
    [
      'the first print of a figure does not jump either',
      [{ period: '2031-M02', value: '1.5' }],
      [{ period: '2031-M01', value: '100' }, { period: '2030-M02', value: '150' }],
      ['WARNING POWER_OF_TEN 58 2031-M02 NSO: 1.5 is about 10^-2 times 100 of 2031-M01: is its multiplier right?'],
    ],
    [
      'a season may',
      [{ period: '2031-M02', value: '15' }],
      [{ period: '2031-M01', value: '100' }, { period: '2030-M02', value: '15' }],
      [],
    ],
    ['zero is no power of ten of anything', [{ value: '0' }], [{ value: '100' }], []],
  ])('%s', async (_, prints, before, expected) => {
    expect(await foundIn(prints, before)).toEqual(expected);
  }); // prettier-ignore
});

describe('GROWTH_MISMATCH', () => {
  const base = { period: '2030-M01', value: '100.0' };
  const figure = (value: string, changes: PrintOf['changes'], rest: Partial<PrintOf> = {}) => ({
    period: '2031-M01',
    value,
    changes,
    ...rest,
  });
  const said = (change: string, growth: string, computed: string): string =>
    `WARNING GROWTH_MISMATCH 58 2031-M01 NSO: SAME_PERIOD_LAST_YEAR is printed as ${change}, a growth of ${growth} %, but 120.0 is ${computed} % over 100.0 of 2030-M01.`;

  test.each<[string, Draft, Draft, string[]]>([
    ['a growth follows from its levels', [figure('120.0', percent('14.45'))], [base], [said('PERCENT 14.45', '14.45', '20')]],
    ['so does an index form', [figure('120.0', index('114.45'))], [base], [said('INDEX 114.45', '14.45', '20')]],
    ['and a multiple', [figure('120.0', { SAME_PERIOD_LAST_YEAR: { form: 'RATIO', value: '6' } })], [base], [said('RATIO 6', '500', '20')]],
    ['within rounding', [figure('120.0', percent('20.1'))], [base], []],
    ['not beyond', [figure('120.0', percent('20.17'))], [base], [said('PERCENT 20.17', '20.17', '20')]],
    ['from December too', [{ period: '2031-M03', value: '120.0', changes: { DECEMBER_LAST_YEAR: { form: 'PERCENT', value: '20' } } }], [{ ...base, period: '2030-M12' }], []],
    ['inexact ones do not', [figure('120.0', percent('14'), { qualifier: 'OVER' })], [base], []],
    ['nor across a break', [figure('120.0', percent('14'), { hasBreak: true })], [base], []],
    ['nor from nothing', [figure('120.0', percent('14'))], [{ ...base, value: '0' }], []],
    [
      'the values that would stand count',
      [{ period: '2030-M01', value: '104.9' }, figure('120.0', percent('14.45'))],
      [base],
      [],
    ],
  ])('%s', async (_, prints, before, expected) => {
    expect(await foundIn(prints, before)).toEqual(expected);
  }); // prettier-ignore
});

describe('INDEX_AND_GROWTH', () => {
  const IIP = { indicator: 'IIP', period: '2029-M01', value: '114.45' };

  test.each<[string, Draft, string[]]>([
    [
      'two forms of one change agree',
      [{ changes: index('114.45'), locator: '1' }, { changes: percent('14.54'), locator: '2' }],
      ['ERROR INDEX_AND_GROWTH 58 2030-M01 NSO: SAME_PERIOD_LAST_YEAR: INDEX 114.45 and PERCENT 14.54 are two forms of one fact, and disagree.'],
    ],
    ['within rounding', [{ changes: index('114.45'), locator: '1' }, { changes: percent('14.4'), locator: '2' }], []],
    ['a later document may revise', [{ changes: index('114.45') }, { changes: percent('13'), source: 'LATER', sourceDate: '2024-02-01' }], []],
    [
      'the value of an index without a base year is one of its changes',
      [{ ...IIP, changes: percent('14.54') }],
      ['ERROR INDEX_AND_GROWTH IIP 58 2029-M01 NSO: the value 114.45 of an index without a base year fits none of its changes, PERCENT 14.54: correct them, or give its indicator a base year.'],
    ],
    ['and may be any of them', [{ ...IIP, changes: { ...percent('14.54'), PREVIOUS_PERIOD: { form: 'PERCENT', value: '14.45' } } }], []],
    [
      'the value of an index is its change on the base period',
      [{ ...IIP, changes: { BASE_PERIOD: { form: 'PERCENT', value: '14.54' }, ...percent('14.45') } }],
      ['ERROR INDEX_AND_GROWTH IIP 58 2029-M01 NSO: BASE_PERIOD: the value 114.45 and PERCENT 14.54 are two forms of one fact, and disagree.'],
    ],
  ])('%s', async (_, prints, expected) => {
    expect(await foundIn(prints)).toEqual(expected);
  }); // prettier-ignore
});

describe('DUPLICATE', () => {
  const SOURCE = { source: 'TWICE_A' };

  test.each<[string, Draft, string[]]>([
    [
      'a document states a figure once',
      [{ ...SOURCE, value: '10', locator: 'page 1' }, { ...SOURCE, value: '11', locator: 'page 2' }],
      ['ERROR DUPLICATE 58 2030-M01 NSO: TWICE_A (page 1) states 10 (ESTIMATED), TWICE_A (page 2) states 11 (ESTIMATED): one of the two is to go.'],
    ],
    [
      'and need not say it again',
      [{ ...SOURCE, value: '10', locator: 'page 1' }, { ...SOURCE, value: '10.0', locator: 'page 2' }],
      ['WARNING DUPLICATE 58 2030-M01 NSO: TWICE_A (page 1) and TWICE_A (page 2) say the same: once is enough.'],
    ],
    [
      'two documents of one day contradict each other',
      [{ ...SOURCE, value: '10' }, { source: 'TWICE_B', value: '11' }],
      ['WARNING DUPLICATE 58 2030-M01 NSO: TWICE_A states 10 (ESTIMATED), TWICE_B states 11 (ESTIMATED): one of the two is to go.'],
    ],
    ['what one place leaves out another may state', [{ ...SOURCE, value: '10', locator: 'page 1' }, { ...SOURCE, changes: percent('3'), locator: 'page 2' }], []],
    ['a later document may state another value', [{ ...SOURCE, value: '10' }, { source: 'TWICE_C', sourceDate: '2024-02-01', value: '11' }], []],
  ])('%s', async (_, prints, expected) => {
    expect(await foundIn(prints)).toEqual(expected);
  }); // prettier-ignore

  test('a correction is none', async () => {
    const name = newName();
    const mended = await server.figures.print({ ...SOURCE, release: name, indicator: name, value: '10' });
    await server.figures.print({ ...SOURCE, release: name, indicator: name, value: '11', corrects: mended, reason: 'r' });
    expect(await findings(server.database.db, await releaseId(name), 100)).toEqual([]);
  }); // prettier-ignore
});

describe('a print', () => {
  test.each<[string, Draft, string[]]>([
    [
      'states something',
      [{ note: 'to follow' }],
      ['ERROR STATES_NOTHING 58 2030-M01 NSO: Neither a value nor a change, nor why there is none: give one, or leave the print out.'],
    ],
    ['states enough with a missing status', [{ status: 'MISSING' }], []],
    ['states enough with a change', [{ changes: percent('1') }], []],
    [
      'is final after its period',
      [{ period: '2024-M02', sourceDate: '2024-02-28', value: '1', status: 'FINAL' }],
      ['WARNING PERIOD_NOT_OVER 58 2024-M02 NSO: Called final in a document of 2024-02-28, before the period ended on 2024-02-29.'],
    ],
    ['is final on its last day', [{ period: '2024-M02', sourceDate: '2024-02-29', value: '1', status: 'FINAL' }], []],
  ])('%s', async (_, prints, expected) => {
    expect(await foundIn(prints)).toEqual(expected);
  }); // prettier-ignore

  test('that says that the figure is missing states no share of a plan', async () => {
    const name = newName();
    const print = await server.figures.print({ release: name, indicator: name, status: 'SUPPRESSED' });
    const plan = await server.figures.plan({ release: name, indicator: name, period: '2030', value: '100' });
    await server.figures.share(print, plan, '40');
    expect(await findings(server.database.db, await releaseId(name), 100)).toEqual([
      {
        check: 'MISSING_STATUS_WITH_VALUE',
        severity: 'ERROR',
        subject: `${name} 58 2030-M01 NSO`,
        message: 'It is SUPPRESSED, and a share of a plan is stated of it.',
      },
    ]);
  });

  test('with a share of a plan states something', async () => {
    const name = newName();
    const print = await server.figures.print({ release: name, indicator: name });
    const plan = await server.figures.plan({ release: name, indicator: name, period: '2030', value: '100' });
    await server.figures.share(print, plan, '40');
    expect(await findings(server.database.db, await releaseId(name), 100)).toEqual([]);
  });

  test.each<[string, string, string[]]>([
    ['does not step back', 'PROVISIONAL', ['WARNING STATUS_STEPS_BACK VN 2030-M01 NSO: It stands as FINAL, and would stand as PROVISIONAL.']],
    ['stays final', 'FINAL', []],
    ['need not have a status', 'UNSPECIFIED', []],
  ])('after a final one %s', async (_, status, expected) => {
    const before = [{ territory: 'VN', value: '10', status: 'FINAL', sourceDate: '2031-02-01' }];
    expect(await foundIn([{ territory: 'VN', value: '11', status, sourceDate: '2031-03-01' }], before)).toEqual(expected);
  }); // prettier-ignore
});

describe('UNKNOWN_CODE', () => {
  test.each<[string, Draft, string[]]>([
    [
      'a unit is not reported on after its end',
      [{ territory: '58', period: '2025-M08', sourceDate: '2025-09-05', value: '1' }],
      ['ERROR UNKNOWN_CODE 58 2025-M08 NSO: The unit is in force from 1992-04-01 until 2025-07-01, that day excluded: at no time of the period, nor when the document appeared.'],
    ],
    [
      'nor before its beginning',
      [{ territory: '56@2025-07-01', period: '2025-M05', sourceDate: '2025-06-05', value: '1' }],
      ['ERROR UNKNOWN_CODE 56@2025-07-01 2025-M05 NSO: The unit is in force from 2025-07-01: at no time of the period, nor when the document appeared.'],
    ],
    ['it may be reported on after its end for a period before', [{ territory: '58', period: '2025-M05', sourceDate: '2025-09-05', value: '1' }], []],
    ['a new unit may be given figures of before', [{ territory: '56@2025-07-01', period: '2025-S1', sourceDate: '2025-07-05', value: '1' }], []],
  ])('%s', async (_, prints, expected) => {
    expect(await foundIn(prints)).toEqual(expected);
  }); // prettier-ignore

  test('a figure is not broken down by a dimension that its indicator does not have', async () => {
    const name = newName();
    await server.figures.print({ release: name, indicator: name, breakdown: 'KIND_D=X', value: '1' });
    await server.figures.print({ release: name, indicator: name, breakdown: 'KIND_E=_T', value: '1' });
    await sql`delete from indicator_dimension where indicator_id = (select id from indicator where code = ${name})
      and dimension_id = (select id from dimension where code = 'KIND_D')`.execute(server.database.db);
    const found = await findings(server.database.db, await releaseId(name), 100);
    expect(found.map(({ message }) => message)).toEqual([
      'The indicator is not broken down by KIND_D.',
      'The total of KIND_E is written without a breakdown, not as its item _T.',
    ]);
  });
});

test('real publications pass: what was brought in first, checked as a draft, has the one growth that its levels deny', async () => {
  const id = await releaseId('AGAIN');
  await sql`insert into print (observation_id, release_id, source_id, locator, status, value, unit_multiplier, qualifier, changes, has_break)
    select observation_id, ${id}, source_id, locator, status, value, unit_multiplier, qualifier, changes, has_break
    from print p where release_id = (select id from release where code = 'INITIAL_LOAD') order by p.id`.execute(server.database.db);
  expect(await findings(server.database.db, id, 100)).toEqual([
    {
      check: 'GROWTH_MISMATCH',
      severity: 'WARNING',
      subject: 'RETAIL_SALES_AND_SERVICES VN 2025-M06 NSO',
      message:
        'SAME_PERIOD_LAST_YEAR is printed as PERCENT 8.3, a growth of 8.3 %, but 570.2 × 10^12 is 9.23 % over 522 × 10^12 of 2024-M06.',
    },
  ]);
}); // prettier-ignore
