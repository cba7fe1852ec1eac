import { describe, expect, test } from '@jest/globals';
import type { StoredChange } from '../src/features/observations/print.entity.js';
import { type Answer, testServer } from './support/server.js';

const server = testServer();

const CHANGE = 'basis method reason percent form value low high qualifier';

/** A change of the only figure under a filter. */
async function changeOf(filter: string, args = ''): Promise<unknown> {
  const { data, errors }: Answer<{ observations: { nodes: { change: unknown }[] } }> = await server.ask(
    `{ observations(filter: { ${filter} }) { nodes { change${args} { ${CHANGE} } } } }`,
  );
  return errors ?? data.observations.nodes.map(({ change }) => change);
}

const printed = (change: object) => ({
  basis: 'SAME_PERIOD_LAST_YEAR',
  method: 'PUBLISHED',
  reason: null,
  percent: null,
  value: null,
  low: null,
  high: null,
  qualifier: null,
  ...change,
});

describe('a printed change', () => {
  test.each<[string, StoredChange, object]>([
    ['tăng 14,45%', { form: 'PERCENT', value: '14.45' }, { percent: '14.45' }],
    ['giảm 22,750%', { form: 'PERCENT', value: '-22.750' }, { percent: '-22.750' }],
    ['tăng gần 24%', { form: 'PERCENT', value: '24', qualifier: 'NEARLY' }, { percent: '24' }],
    ['tăng hơn 24%', { form: 'PERCENT', value: '24', qualifier: 'OVER' }, { percent: '24' }],
    ['bằng 101,2%', { form: 'INDEX', value: '101.2' }, { percent: '1.2' }],
    ['bằng 110,9%', { form: 'INDEX', value: '110.9' }, { percent: '10.9' }],
    ['bằng 89,02%', { form: 'INDEX', value: '89.02' }, { percent: '-10.98' }],
    ['bằng khoảng 100%', { form: 'INDEX', value: '100', qualifier: 'ABOUT' }, { percent: '0' }],
    ['gấp 6 lần', { form: 'RATIO', value: '6' }, { percent: '500' }],
    ['gấp 2,3 lần', { form: 'RATIO', value: '2.3' }, { percent: '130' }],
    ['gấp 1,001 lần', { form: 'RATIO', value: '1.001' }, { percent: '0.1' }],
    ['bằng 0,5 lần', { form: 'RATIO', value: '0.5' }, { percent: '-50' }],
    ['tăng 0,5 điểm phần trăm', { form: 'POINTS', value: '0.5' }, { percent: null }],
    ['tăng từ 15 đến 16%', { form: 'RANGE', low: '15', high: '16' }, { percent: null }],
  ])(
    'keeps its form and its digits, and is converted exactly: %s',
    async (words, change, { percent }: { percent?: string | null }) => {
      const name = `FORM_${Buffer.from(words).toString('hex').toUpperCase()}`.slice(0, 60);
      await server.figures.publish([{ release: name, indicator: name, changes: { SAME_PERIOD_LAST_YEAR: change } }]);
      expect(await changeOf(`indicators: ["${name}"]`)).toEqual([printed({ ...change, percent })]);
    },
  );

  test.each([
    [
      'indicators: ["IIP"], breakdowns: [{ dimension: "INDUSTRY", items: ["2012"] }]',
      { form: 'RATIO', value: '6', percent: '500' },
    ],
    [
      'indicators: ["IIP"], breakdowns: [{ dimension: "INDUSTRY", items: ["22"] }]',
      { form: 'RATIO', value: '3.7', percent: '270' },
    ],
    [
      'indicators: ["RETAIL_SALES_AND_SERVICES"], publishers: ["DOIT_NINH_THUAN"]',
      { form: 'PERCENT', value: '14.56', percent: '14.56' },
    ],
    [
      'indicators: ["INDUSTRIAL_OUTPUT_VALUE"], periods: ["2021"]',
      { form: 'PERCENT', value: '20', percent: '20', qualifier: 'NEARLY' },
    ],
    [
      'indicators: ["IIP"], territories: ["56"], periods: ["2016-S1"]',
      { form: 'PERCENT', value: '9.00', percent: '9.00' },
    ],
    [
      'indicators: ["IIP"], breakdowns: [{ dimension: "INDUSTRY", items: ["B"] }], territories: ["VN"]',
      { form: 'PERCENT', value: '-4.6', percent: '-4.6' },
    ],
  ])('is read from real documents: %s', async (filter, change) => {
    expect(await changeOf(filter)).toEqual([printed(change)]);
  });

  test('of an average over years is no growth on last year', async () => {
    expect(
      await server.ask(`{
        observations(filter: { indicators: ["GRDP_REAL"], periods: ["2021-01-01/P2Y"] }) {
          nodes { period { kind label } change(basis: ANNUAL_AVERAGE) { percent } plain: change { percent reason } }
        }
      }`),
    ).toEqual({
      data: {
        observations: {
          nodes: [
            {
              period: { kind: 'SPAN', label: '2021–2022' },
              change: { percent: '8.91' },
              plain: { percent: null, reason: 'NOT_PUBLISHED' },
            },
          ],
        },
      },
    });
  });

  test.each(['SAME_PERIOD_LAST_YEAR', 'PREVIOUS_PERIOD', 'DECEMBER_LAST_YEAR', 'BASE_PERIOD', 'ANNUAL_AVERAGE'])(
    'stands apart by what it compares with: %s',
    async (basis) => {
      await server.figures.publish([
        { release: basis, indicator: `AGAINST_${basis}`, changes: { [basis]: { form: 'PERCENT', value: '1.5' } } },
      ]);
      expect(await changeOf(`indicators: ["AGAINST_${basis}"]`, `(basis: ${basis})`)).toEqual([
        printed({ basis, form: 'PERCENT', value: '1.5', percent: '1.5' }),
      ]);
    },
  );

  test('stands in its print, in the order of the bases', async () => {
    expect(
      await server.ask(`{
        observations(filter: { indicators: ["CPI"] }) { nodes { print { changes { basis percent print { status } } } } }
      }`),
    ).toEqual({
      data: {
        observations: {
          nodes: [
            {
              print: {
                changes: [
                  { basis: 'SAME_PERIOD_LAST_YEAR', percent: '4.34', print: { status: 'FINAL' } },
                  { basis: 'PREVIOUS_PERIOD', percent: '0.17', print: { status: 'FINAL' } },
                ],
              },
            },
          ],
        },
      },
    });
  });
});

describe('a change that no print states', () => {
  test('is there nonetheless: it has no rate and says why', async () => {
    expect(
      await changeOf('indicators: ["INDUSTRIAL_OUTPUT_VALUE"], periods: ["2024-S1"]', '(basis: PREVIOUS_PERIOD)'),
    ).toEqual([
      {
        basis: 'PREVIOUS_PERIOD',
        method: null,
        reason: 'NOT_PUBLISHED',
        percent: null,
        form: null,
        value: null,
        low: null,
        high: null,
        qualifier: null,
      },
    ]);
  });

  test('is not derived from levels: the printed growth of a year later is the only one', async () => {
    expect(
      await server.ask(`{
        observations(filter: { indicators: ["RETAIL_SALES_AND_SERVICES"], territories: ["VN"], periods: ["2023-S1", "2024-S1", "2025-S1"] }) {
          nodes { scaledValue change { percent method } }
        }
      }`),
    ).toEqual({
      data: {
        observations: {
          nodes: [
            { scaledValue: '3016800000000000', change: { percent: '10.9', method: 'PUBLISHED' } },
            { scaledValue: '3000000000000000', change: { percent: '8.9', method: 'PUBLISHED' } },
            { scaledValue: '3416800000000000', change: { percent: '9.3', method: 'PUBLISHED' } },
          ],
        },
      },
    });
  });
});
