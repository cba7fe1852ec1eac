import { describe, expect, test } from '@jest/globals';
import { type Answer, testServer } from './support/server.js';

const server = testServer();

/** Asks `table(…)` for a selection. */
const table = async (args: string, selection: string, asked = server): Promise<unknown> => {
  const { data, errors }: Answer<{ table: unknown }> = await asked.ask(`{ table(${args}) { ${selection} } }`);
  return errors ?? data.table;
};

/** The shape of a table: what each dimension is and which items it has. */
const shape = async (args: string): Promise<string[]> => {
  const made = (await table(args, 'dimensions { role code items { code } }')) as {
    dimensions: { role: string; code: string; items: { code: string }[] }[];
  };
  return made.dimensions.map(({ role, code, items }) => {
    const name = role === code ? role : `${role} ${code}`;
    return `${name}: ${items.map((item) => item.code).join(' ')}`;
  });
};

describe('the dimensions of a table', () => {
  test('stand in one order, and their items in the order of the figures', async () => {
    const of = { release: 'CUBE', indicator: 'CUBE' };
    await server.figures.publish(
      ['NSO', 'DOIT_NINH_THUAN'].flatMap((publisher) =>
        ['INDUSTRY=C;PRODUCT=SEA_SALT', 'INDUSTRY=B;PRODUCT=GRANITE'].map((breakdown) => ({
          ...of,
          publisher,
          breakdown,
          source: `CUBE_BY_${publisher}`,
        })),
      ),
    );
    expect(
      await shape(
        `filter: { indicators: ["CUBE"], breakdowns: [{ dimension: "PRODUCT" }, { dimension: "INDUSTRY" }] }, measures: [PLAN, VALUE]`,
      ),
    ).toEqual([
      'INDICATOR: CUBE',
      'TERRITORY: 58',
      'BREAKDOWN INDUSTRY: B C',
      'BREAKDOWN PRODUCT: SEA_SALT GRANITE',
      'PUBLISHER: DOIT_NINH_THUAN NSO',
      'PERIOD: 2030-M01',
      'MEASURE: VALUE PLAN',
    ]);
  });

  test('have no BREAKDOWN where only totals are asked', async () => {
    const figures = `territories: ["58"], periods: ["2024-Q1"], indicators: ["GRDP_REAL"]`;
    const plain = ['INDICATOR: GRDP_REAL', 'TERRITORY: 58', 'PERIOD: 2024-Q1'];
    expect(await shape(`filter: { ${figures} }`)).toEqual(plain);
    expect(
      await shape(`filter: { ${figures}, breakdowns: [{ dimension: "ECONOMIC_SECTOR", items: ["_T"] }] }`),
    ).toEqual(plain);
  });

  test('have a BREAKDOWN with its total, where it is asked with others', async () => {
    expect(
      await shape(
        `filter: { indicators: ["GRDP_REAL"], periods: ["2024-Q1"], breakdowns: [{ dimension: "ECONOMIC_SECTOR", items: ["SERVICES", "_T", "AGRICULTURE"] }] }`,
      ),
    ).toEqual([
      'INDICATOR: GRDP_REAL',
      'TERRITORY: 58',
      'BREAKDOWN ECONOMIC_SECTOR: _T AGRICULTURE SERVICES',
      'PERIOD: 2024-Q1',
    ]);
  });

  test('have no PUBLISHER where each figure has a cell of its own', async () => {
    expect(await shape(`filter: { indicators: ["RETAIL_SALES_AND_SERVICES"], territories: ["58"] }`)).toEqual([
      'INDICATOR: RETAIL_SALES_AND_SERVICES',
      'TERRITORY: 58',
      'PERIOD: 2024-M05 2024-S1',
    ]);
  });

  test('name themselves and their items, in the language asked', async () => {
    expect(
      await table(
        `filter: { indicators: ["EXPORT_TURNOVER"], territories: ["58"] }`,
        `dimensions { name vi: name(language: VI) items { code name vi: name(language: VI) unit { code } unitMultiplier validFrom start end } }`,
      ),
    ).toEqual({
      dimensions: [
        {
          name: 'Indicator',
          vi: 'Chỉ tiêu',
          items: [
            {
              code: 'EXPORT_TURNOVER',
              name: 'Export turnover of goods',
              vi: 'Kim ngạch xuất khẩu',
              unit: { code: 'USD' },
              unitMultiplier: 6,
              validFrom: null,
              start: null,
              end: null,
            },
          ],
        },
        {
          name: 'Territory',
          vi: 'Địa bàn',
          items: [
            {
              code: '58',
              name: 'Ninh Thuận',
              vi: 'Ninh Thuận',
              unit: null,
              unitMultiplier: null,
              validFrom: '1992-04-01',
              start: null,
              end: null,
            },
          ],
        },
        {
          name: 'Period',
          vi: 'Kỳ',
          items: [
            {
              code: '2024-S1',
              name: 'First half of 2024',
              vi: '6 tháng đầu năm 2024',
              unit: null,
              unitMultiplier: null,
              validFrom: null,
              start: '2024-01-01',
              end: '2024-06-30',
            },
          ],
        },
      ],
    });
  });

  test('tell two units of one code apart by their first days', async () => {
    expect(
      await table(
        `filter: { indicators: ["EXPORT_TURNOVER"], territories: ["56"] }, measures: [CHANGE_PERCENT]`,
        'dimensions { items { code validFrom } } size values',
      ),
    ).toEqual({
      dimensions: [
        { items: [{ code: 'EXPORT_TURNOVER', validFrom: null }] },
        {
          items: [
            { code: '56', validFrom: null },
            { code: '56', validFrom: '2025-07-01' },
          ],
        },
        { items: ['2016-M06', '2016-S1', '2025-S1'].map((code) => ({ code, validFrom: null })) },
      ],
      size: [1, 2, 3],
      values: [null, '13.44', null, null, null, '15.8'],
    });
  });
});

describe('the cells of a table', () => {
  test('are row-major, the last dimension fastest', async () => {
    expect(
      await table(
        `filter: { indicators: ["IIP", "RENEWABLE_CAPACITY_ADDED"], periods: ["2021"], breakdowns: [{ dimension: "INDUSTRY" }] },
         measures: [VALUE, CHANGE_PERCENT]`,
        'dimensions { code items { code } } size cells values numbers',
      ),
    ).toEqual({
      dimensions: [
        { code: 'INDICATOR', items: [{ code: 'IIP' }, { code: 'RENEWABLE_CAPACITY_ADDED' }] },
        { code: 'TERRITORY', items: [{ code: '58' }] },
        { code: 'INDUSTRY', items: ['_T', 'C', 'D', 'E'].map((code) => ({ code })) },
        { code: 'PERIOD', items: [{ code: '2021' }] },
        { code: 'MEASURE', items: [{ code: 'VALUE' }, { code: 'CHANGE_PERCENT' }] },
      ],
      size: [2, 1, 4, 1, 2],
      cells: 16,
      values: [
        ...[null, null, null, '1.4', null, '53.4', null, '4.9'],
        ...['648', null, null, null, null, null, null, null],
      ],
      numbers: [...[null, null, null, 1.4, null, 53.4, null, 4.9], ...[648, null, null, null, null, null, null, null]],
    });
  });

  test('of one indicator are all in its smallest power of ten: 3 million billion beside thousands of billions is 3000', async () => {
    expect(
      await table(
        `filter: { indicators: ["RETAIL_SALES_AND_SERVICES"], territories: ["VN"], periods: ["2023-S1", "2024-S1", "2025-S1"] }`,
        'dimensions { items { unitMultiplier } } values numbers',
      ),
    ).toEqual({
      dimensions: [
        { items: [{ unitMultiplier: 12 }] },
        { items: [{ unitMultiplier: null }] },
        { items: [{ unitMultiplier: null }, { unitMultiplier: null }, { unitMultiplier: null }] },
      ],
      values: ['3016.8', '3000', '3416.8'],
      numbers: [3016.8, 3000, 3416.8],
    });
  });

  test('of different indicators have powers of ten of their own', async () => {
    expect(
      await table(
        `filter: { indicators: ["RETAIL_SALES_AND_SERVICES", "RETAIL_SALES_GOODS"], territories: ["VN"], periods: ["2023-S1", "2024-S1"] }`,
        'dimensions { items { code unitMultiplier } } values',
      ),
    ).toMatchObject({
      dimensions: [
        {
          items: [
            { code: 'RETAIL_SALES_AND_SERVICES', unitMultiplier: 12 },
            { code: 'RETAIL_SALES_GOODS', unitMultiplier: 15 },
          ],
        },
        {},
        {},
      ],
      values: ['3016.8', '3000', null, '2.4'],
    });
  });

  test('keep their printed digits where the point does not move', async () => {
    const of = { release: 'DIGITS', indicator: 'DIGITS' };
    await server.figures.publish([
      { ...of, period: '2030-M01', value: '47.0', multiplier: 3 },
      { ...of, period: '2030-M02', value: '47.0', multiplier: 6 },
      { ...of, period: '2030-M03', value: '0.5', multiplier: 9 },
    ]);
    expect(await table(`filter: { indicators: ["DIGITS"] }`, 'values')).toEqual({
      values: ['47.0', '47000', '500000'],
    });
  });

  test('show the plan in the same power of ten', async () => {
    const of = { release: 'PLANNED', indicator: 'PLANNED', period: '2030' };
    await server.figures.plan({ ...of, value: '4', multiplier: 12 });
    await server.figures.publish([{ ...of, value: '3300.63', multiplier: 9 }]);
    expect(
      await table(
        `filter: { indicators: ["PLANNED"] }, measures: [VALUE, PLAN]`,
        'dimensions { items { unitMultiplier } } values',
      ),
    ).toMatchObject({ dimensions: [{ items: [{ unitMultiplier: 9 }] }, {}, {}, {}], values: ['3300.63', '4000'] });
  });

  test('show the planned level of real figures, and none for a range', async () => {
    expect(
      await table(
        `filter: { indicators: ["KEY_TASKS_COMPLETED", "SPECIFIC_TASKS_COMPLETED", "INDUSTRIAL_VALUE_ADDED"], territories: ["58"] }, measures: [PLAN]`,
        'dimensions { items { code } } values',
      ),
    ).toEqual({
      dimensions: [
        {
          items: ['INDUSTRIAL_VALUE_ADDED', 'KEY_TASKS_COMPLETED', 'SPECIFIC_TASKS_COMPLETED'].map((code) => ({
            code,
          })),
        },
        { items: [{ code: '58' }] },
        { items: [{ code: '2023' }, { code: '2024-S1' }] },
      ],
      values: [null, null, null, '3', null, '10'],
    });
  });

  test('show growth on the basis asked, exactly converted; none for points', async () => {
    const of = { release: 'GROWTHS', indicator: 'GROWTHS' };
    await server.figures.publish([
      { ...of, period: '2030-M01', changes: { PREVIOUS_PERIOD: { form: 'RATIO', value: '6' } } },
      { ...of, period: '2030-M02', changes: { PREVIOUS_PERIOD: { form: 'INDEX', value: '101.2' } } },
      { ...of, period: '2030-M03', changes: { PREVIOUS_PERIOD: { form: 'POINTS', value: '0.5' } } },
      { ...of, period: '2030-M04', changes: { SAME_PERIOD_LAST_YEAR: { form: 'PERCENT', value: '9.00' } } },
    ]);
    expect(
      await server.ask(`{
        month: table(filter: { indicators: ["GROWTHS"] }, measures: [CHANGE_PERCENT], basis: PREVIOUS_PERIOD) { values }
        year: table(filter: { indicators: ["GROWTHS"] }, measures: [CHANGE_PERCENT]) { values }
      }`),
    ).toEqual({
      data: { month: { values: ['500', '1.2', null, null] }, year: { values: [null, null, null, '9.00'] } },
    });
  });

  test('show computed growth by method: without one, only where none is printed', async () => {
    const of = { release: 'BOTH_WAYS', indicator: 'BOTH_WAYS' };
    await server.figures.publish([
      { ...of, period: '2028', value: '100' },
      { ...of, period: '2029', value: '110', changes: { SAME_PERIOD_LAST_YEAR: { form: 'PERCENT', value: '9.5' } } },
      { ...of, period: '2030', value: '99' },
    ]);
    const cells = (method: string) =>
      `${method}: table(filter: { indicators: ["BOTH_WAYS"] }, measures: [CHANGE_PERCENT], method: ${method}) { values }`;
    expect(
      await server.ask(`{ ${cells('PUBLISHED')} ${cells('COMPUTED')} ${cells('null').replace('null:', 'either:')} }`),
    ).toEqual({
      data: {
        PUBLISHED: { values: [null, '9.5', null] },
        COMPUTED: { values: [null, '10', '-10'] },
        either: { values: [null, '9.5', '-10'] },
      },
    });
  });

  test('show changes of percentages in points, and no percent of them', async () => {
    expect(
      await table(
        `filter: { indicators: ["GRDP_SHARE"], periods: ["2024-Q1"], breakdowns: [{ dimension: "ECONOMIC_SECTOR", items: ["AGRICULTURE", "SERVICES"] }] },
         measures: [CHANGE_POINTS, CHANGE_PERCENT]`,
        'dimensions { role items { code name } } values',
      ),
    ).toMatchObject({
      dimensions: [
        {},
        {},
        {},
        {},
        {
          items: [
            { code: 'CHANGE_PERCENT', name: 'Growth (%)' },
            { code: 'CHANGE_POINTS', name: 'Change (percentage points)' },
          ],
        },
      ],
      values: [null, '-1.5', null, '-0.2'],
    });
  });

  test('show what stands: a withdrawal empties them', async () => {
    const of = { indicator: 'EMPTIED', changes: { SAME_PERIOD_LAST_YEAR: { form: 'PERCENT' as const, value: '5' } } };
    await server.figures.publish([
      { ...of, release: 'EM1', sourceDate: '2024-01-10', value: '1' },
      { ...of, release: 'EM2', sourceDate: '2024-02-10', changes: {}, isWithdrawal: true, reason: 'sai' },
    ]);
    const cells = `filter: { indicators: ["EMPTIED"] }, measures: [VALUE, CHANGE_PERCENT]`;
    expect(await table(cells, 'values')).toEqual({ values: [null, null] });
    expect(await table(`${cells}, asOf: "2024-01-31"`, 'values')).toEqual({ values: ['1', '5'] });
  });
});

describe('the status of a table', () => {
  test('is told once where it is the same', async () => {
    expect(await table(`filter: { indicators: ["EXPORT_TURNOVER"], territories: ["56"] }`, 'status statuses')).toEqual({
      status: 'ESTIMATED',
      statuses: null,
    });
  });

  test('is told for each cell where they differ, and none for an empty one', async () => {
    expect(
      await table(
        `filter: { indicators: ["INDUSTRIAL_CLUSTER_AREA", "EXPORT_TURNOVER"], territories: ["58"] }`,
        'dimensions { items { code } } status statuses values',
      ),
    ).toEqual({
      dimensions: [
        { items: [{ code: 'EXPORT_TURNOVER' }, { code: 'INDUSTRIAL_CLUSTER_AREA' }] },
        { items: [{ code: '58' }] },
        { items: [{ code: '2024-M02' }, { code: '2024-S1' }] },
      ],
      status: null,
      statuses: [null, 'ESTIMATED', 'UNSPECIFIED', null],
      values: [null, '50', '264.76', null],
    });
  });
});

describe('the notes of a table', () => {
  test('name their cells', async () => {
    expect(
      await table(
        `filter: { indicators: ["GRDP_REAL"], territories: ["58"], periods: ["2023-Q1", "2024-Q1"] }, measures: [VALUE, CHANGE_PERCENT]`,
        'values notes { cell text vi: text(language: VI) }',
      ),
    ).toEqual({
      values: [null, '7.67', null, '8.26'],
      notes: [
        {
          cell: 0,
          text: 'This figure was later revised to 8.43 %; the document that revised it is not known.',
          vi: 'Con số này về sau được sửa thành 8,43%; chưa rõ văn bản nào sửa.',
        },
      ],
    });
  });
});

describe('a table', () => {
  test('without figures has dimensions without items and no cells', async () => {
    expect(
      await table(
        `filter: { territories: ["58@1990-01-01"] }, measures: [VALUE, PLAN]`,
        'dimensions { role items { code } } size cells values numbers status statuses notes { cell }',
      ),
    ).toEqual({
      dimensions: ['INDICATOR', 'TERRITORY', 'PERIOD', 'MEASURE'].map((role) => ({ role, items: [] })),
      size: [0, 0, 0, 0],
      cells: 0,
      values: [],
      numbers: [],
      status: null,
      statuses: null,
      notes: [],
    });
  });

  test.each([
    ['measures: []', 'EMPTY_LIST', 'measures'],
    ['filter: { indicators: ["IPI"] }', 'UNKNOWN_CODE', 'filter.indicators'],
  ])('that cannot be is refused: %s', async (args, reason, argument) => {
    expect(await server.refusal(`{ table(${args}) { cells } }`)).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason,
      argument,
    });
  });

  describe('of more cells than allowed', () => {
    const small = testServer({ MAX_TABLE_CELLS: '100' });

    test('is refused, whether its figures are too many or only spread too far', async () => {
      const refused = { code: 'BAD_USER_INPUT', reason: 'TOO_LARGE', argument: 'filter' };
      expect(await small.refusal(`{ table(filter: { periods: ["2024-S1"] }) { cells } }`)).toBeUndefined();
      expect(await small.refusal(`{ table(filter: { territories: ["58"] }) { cells } }`)).toMatchObject(refused);
      await small.figures.printMonths({ release: 'MANY', indicator: 'MANY', period: '2000-M01' }, 101);
      await small.figures.lift('MANY');
      expect(await small.refusal(`{ table(filter: { indicators: ["MANY"] }) { cells } }`)).toMatchObject(refused);
      expect(await table(`filter: { indicators: ["MANY"], latest: 100 }`, 'cells', small)).toEqual({ cells: 100 });
    });
  });
});
