import { beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { testServer } from './support/server.js';
import { statementsOf } from './support/statements.js';

const server = testServer();

interface Shown {
  values: (string | null)[];
  notes: { cell: number; text: string }[];
  dimensions: unknown;
}

async function table(filter: string, measures = 'VALUE'): Promise<Shown> {
  const { data } = await server.ask<{ table: Shown }>(
    `{ table(filter: ${filter}, measures: [${measures}]) { values notes { cell text } dimensions { role items { code } } } }`,
  );
  return data.table;
}

/** Of series and of single figures, many of them revised, some corrected, withdrawn or with a note. */
const FILTERS = [
  '{}',
  '{ territories: ["VN"] }',
  '{ territories: ["56@2024-06-06"], includeDescendants: true, publishers: ["NSO"] }',
  '{ indicators: ["GRDP_REAL", "GRDP_SHARE"], breakdowns: [{ dimension: "ECONOMIC_SECTOR" }] }',
  '{ periodKinds: [MONTH] }',
  '{ periodKinds: [YEAR_TO_DATE, QUARTER] }',
  '{ from: "2023", to: "2024-06" }',
  '{ periods: ["2024-Q1", "2024-S1", "2023"] }',
];

beforeAll(() => revise());

describe('the values of a table', () => {
  test.each(FILTERS)('are the same whatever stands beside them: %s', async (filter) => {
    const [alone, beside] = [await table(filter), await table(filter, 'VALUE, PLAN')];
    expect({ values: alone.values, notes: alone.notes, dimensions: alone.dimensions }).toEqual({
      values: beside.values.filter((_, cell) => cell % 2 === 0),
      notes: beside.notes.map((note) => ({ ...note, cell: note.cell / 2 })),
      dimensions: (beside.dimensions as { role: string }[]).filter(({ role }) => role !== 'MEASURE'),
    });
  });

  test('follow a draft whose figure becomes another one', async () => {
    await server.figures.print({ release: 'MOVED', indicator: 'MOVED', period: '2024-M01', value: '1' });
    const { db } = server.database;
    await sql`update observation set period_start = '2024-02-01', period_end = '2024-02-29'
      where indicator_id = (select id from indicator where code = 'MOVED')`.execute(db);
    await server.figures.lift('MOVED');
    expect(await table('{ indicators: ["MOVED"], periods: ["2024-M02"] }')).toMatchObject({ values: ['1'] });
    expect(await table('{ indicators: ["MOVED"], periods: ["2024-M01"] }')).toMatchObject({ values: [] });
  });

  test('are those of revised figures, in one statement, which no print to come enters', async () => {
    await server.figures.print({ release: 'HELD', indicator: 'REVISED', period: '2024-M01', value: '9' });
    await table('{ indicators: ["EXPORT_TURNOVER"] }');
    const sent = await statementsOf(async () => {
      expect(await table('{ indicators: ["REVISED"] }')).toMatchObject({
        values: ['2', '3', null, '5'],
        notes: [{ cell: 1, text: 'đính chính' }],
      });
    });
    expect(sent.filter((statement) => !statement.includes('clock_timestamp'))).toHaveLength(1);
  });
});

/** Four months: one revised, one corrected, one withdrawn, and one whose second print states no value. */
async function revise(): Promise<void> {
  const of = { indicator: 'REVISED', publisher: 'NSO' };
  const old = { ...of, release: 'OLD', source: 'OLD', sourceDate: '2024-03-10' };
  const later = { ...of, release: 'NEW', source: 'NEW', sourceDate: '2024-04-10' };
  await server.figures.print({ ...old, period: '2024-M01', value: '1', note: 'sơ bộ' });
  const corrects = await server.figures.print({ ...old, period: '2024-M02', value: '30' });
  await server.figures.print({ ...old, period: '2024-M03', value: '4' });
  await server.figures.print({ ...old, period: '2024-M04', value: '5', multiplier: 0 });
  await server.figures.lift('OLD');
  await server.figures.print({ ...later, period: '2024-M01', value: '2' });
  await server.figures.print({
    ...old,
    release: 'NEW',
    period: '2024-M02',
    value: '3',
    corrects,
    reason: 'gõ nhầm',
    note: 'đính chính',
  });
  await server.figures.print({ ...later, period: '2024-M03', isWithdrawal: true, reason: 'sai' });
  await server.figures.print({
    ...later,
    period: '2024-M04',
    changes: { PREVIOUS_PERIOD: { form: 'PERCENT', value: '1' } },
  });
  await server.figures.lift('NEW');
}
