import { describe, expect, test } from '@jest/globals';
import { figuresIn } from './support/keys.js';
import { type Answer, testServer } from './support/server.js';

const server = testServer();
const figures = (args: string): Promise<string[]> => figuresIn(server, args);

describe('a filter', () => {
  test('takes what fits one entry of every list', async () => {
    expect(
      await figures(
        `filter: { indicators: ["EXPORT_TURNOVER", "IMPORT_TURNOVER"], territories: ["58", "VN"], periods: ["2024-S1", "2024-06"] }`,
      ),
    ).toEqual([
      'EXPORT_TURNOVER 58 2024-S1 DOIT_NINH_THUAN',
      'EXPORT_TURNOVER VN 2024-M06 NSO',
      'IMPORT_TURNOVER 58 2024-S1 DOIT_NINH_THUAN',
    ]);
  });

  test('by publisher takes the figures for which that agency answers', async () => {
    expect(await figures(`filter: { publishers: ["DNSE", "TTXVN"] }`)).toEqual([
      'GRDP_REAL 58 2021-YTD09 TTXVN',
      'INDUSTRIAL_CLUSTERS_ESTABLISHED 58 2024-M02 DNSE',
      'INDUSTRIAL_CLUSTER_AREA 58 2024-M02 DNSE',
    ]);
  });

  test('by source takes the figures of which that document prints something, however late', async () => {
    expect(
      await figures(`filter: { sources: ["NSO_2025_07_VNBIZNEWS"], indicators: ["RETAIL_SALES_AND_SERVICES"] }`),
    ).toEqual([
      'RETAIL_SALES_AND_SERVICES VN 2024-S1 NSO',
      'RETAIL_SALES_AND_SERVICES VN 2025-M06 NSO',
      'RETAIL_SALES_AND_SERVICES VN 2025-Q2 NSO',
      'RETAIL_SALES_AND_SERVICES VN 2025-S1 NSO',
    ]);
  });

  test('by status takes the status that a figure shows', async () => {
    expect(await figures(`filter: { statuses: [FINAL] }`)).toEqual([
      'CPI VN 2024-M06 NSO',
      'STATE_BUDGET_REVENUE 56@2025-07-01 2025-S1 PEOPLES_COMMITTEE_KHANH_HOA',
    ]);
  });

  test('by status is not misled by a later print that states only a change', async () => {
    expect(
      await figures(
        `filter: { indicators: ["RETAIL_SALES_AND_SERVICES"], territories: ["VN"], periods: ["2024-S1"], statuses: [ESTIMATED] }`,
      ),
    ).toEqual(['RETAIL_SALES_AND_SERVICES VN 2024-S1 NSO']);
  });

  test('by what was printed after a day takes figures of which something became known later', async () => {
    expect(await figures(`filter: { printedAfter: "2025-10-31" }`)).toEqual([
      'IIP 56@2025-07-01 2025-M10 DOIT_KHANH_HOA',
      'IIP 56@2025-07-01 2025-YTD10 DOIT_KHANH_HOA',
    ]);
  });

  test('by what was printed after a day counts a later print of an old figure', async () => {
    expect(await figures(`filter: { printedAfter: "2024-12-31", territories: ["VN"], periods: ["2024-S1"] }`)).toEqual([
      'RETAIL_SALES_AND_SERVICES VN 2024-S1 NSO',
      'RETAIL_SALES_AND_SERVICES_REAL VN 2024-S1 NSO',
    ]);
  });

  test('by what was printed after a day stops at the moment as of which one reads', async () => {
    expect(
      await figures(
        `asOf: "2024-06-28", filter: { printedAfter: "2024-06-04", indicators: ["IIP", "EXPORT_TURNOVER", "GDP_REAL"] }`,
      ),
    ).toEqual(['EXPORT_TURNOVER 58 2024-S1 DOIT_NINH_THUAN', 'IIP 58 2024-M05 BAO_NINH_THUAN']);
  });

  test.each([
    ['indicators: ["EXPORT_TURNOVR"]', 'filter.indicators', 'EXPORT_TURNOVR', 'EXPORT_TURNOVER'],
    ['territories: ["5B"]', 'filter.territories', '5B', '56'],
    ['territories: ["5B@2024-06-06"]', 'filter.territories', '5B', '56'],
    ['publishers: ["NS0"]', 'filter.publishers', 'NS0', 'NSO'],
    ['sources: ["NEWS_2024_06_07"]', 'filter.sources', 'NEWS_2024_06_07', 'NEWS_2024_06_06'],
    ['breakdowns: [{ dimension: "INDUSTRI" }]', 'filter.breakdowns[0].dimension', 'INDUSTRI', 'INDUSTRY'],
    ['breakdowns: [{ dimension: "ENERGY_SOURCE", items: ["WINDS"] }]', 'filter.breakdowns[0].items', 'WINDS', 'WIND'],
  ])('with an unknown code is an error that names it and the nearest: %s', async (filter, argument, value, nearest) => {
    expect(await server.refusal(`{ observations(filter: { ${filter} }) { totalCount } }`)).toEqual({
      code: 'BAD_USER_INPUT',
      reason: 'UNKNOWN_CODE',
      argument,
      value,
      nearest,
    });
  });

  test('with a code like no other is an error without a guess', async () => {
    expect(await server.refusal(`{ observations(filter: { indicators: ["XYZ"] }) { totalCount } }`)).toEqual({
      code: 'BAD_USER_INPUT',
      reason: 'UNKNOWN_CODE',
      argument: 'filter.indicators',
      value: 'XYZ',
    });
  });

  test('with an empty list is an error', async () => {
    expect(await server.refusal(`{ observations(filter: { territories: [] }) { totalCount } }`)).toEqual({
      code: 'BAD_USER_INPUT',
      reason: 'EMPTY_LIST',
      argument: 'filter.territories',
      value: [],
    });
  });
});

describe('a territory in a filter', () => {
  test('as a bare code means every unit that ever bore it', async () => {
    expect(await figures(`filter: { territories: ["56"], indicators: ["EXPORT_TURNOVER"] }`)).toEqual([
      'EXPORT_TURNOVER 56 2016-M06 STATISTICS_OFFICE_KHANH_HOA',
      'EXPORT_TURNOVER 56 2016-S1 STATISTICS_OFFICE_KHANH_HOA',
      'EXPORT_TURNOVER 56@2025-07-01 2025-S1 PEOPLES_COMMITTEE_KHANH_HOA',
    ]);
  });

  test.each([
    ['56@2024-06-06', ['EXPORT_TURNOVER 56 2016-M06 STATISTICS_OFFICE_KHANH_HOA']],
    ['56@2025-06-30', ['EXPORT_TURNOVER 56 2016-M06 STATISTICS_OFFICE_KHANH_HOA']],
    ['56@2025-07-01', ['EXPORT_TURNOVER 56@2025-07-01 2025-S1 PEOPLES_COMMITTEE_KHANH_HOA']],
  ])('with a day means the unit that bore the code on it: %s', async (territory, found) => {
    expect(
      await figures(`first: 1, filter: { territories: ["${territory}"], indicators: ["EXPORT_TURNOVER"] }`),
    ).toEqual(found);
  });

  test('whose code once existed is never unknown, even on a day when nobody bore it', async () => {
    expect(
      await server.ask(`{
        before: observations(filter: { territories: ["58@1990-01-01"] }) { totalCount }
        after: observations(filter: { territories: ["58@2025-07-01"] }) { totalCount }
      }`),
    ).toEqual({ data: { before: { totalCount: 0 }, after: { totalCount: 0 } } });
  });

  test('takes what ever lay in it only when asked', async () => {
    await server.figures.publish([
      { release: 'DISTRICT', indicator: 'BELOW', territory: '582' },
      { release: 'DISTRICT', indicator: 'BELOW', territory: '22774' },
      { release: 'DISTRICT', indicator: 'BELOW', territory: '22810@2025-07-01' },
      { release: 'DISTRICT', indicator: 'BELOW', territory: '58' },
    ]);
    expect(await figures(`filter: { indicators: ["BELOW"], territories: ["58"] }`)).toEqual(['BELOW 58 2030-M01 NSO']);
    expect(await figures(`filter: { indicators: ["BELOW"], territories: ["58"], includeDescendants: true }`)).toEqual([
      'BELOW 22774 2030-M01 NSO',
      'BELOW 58 2030-M01 NSO',
      'BELOW 582 2030-M01 NSO',
    ]);
    expect(await figures(`filter: { indicators: ["BELOW"], territories: ["56"], includeDescendants: true }`)).toEqual([
      'BELOW 22810 2030-M01 NSO',
    ]);
  });
});

describe('a breakdown in a filter', () => {
  test('when not given leaves the totals', async () => {
    expect(await figures(`filter: { indicators: ["GRDP_REAL"], periods: ["2024-Q1"] }`)).toEqual([
      'GRDP_REAL 58 2024-Q1 STATISTICS_OFFICE_NINH_THUAN',
    ]);
  });

  test('without items means all of them but the total, in the order of the classification', async () => {
    expect(
      await figures(
        `filter: { indicators: ["GRDP_REAL"], periods: ["2024-Q1"], breakdowns: [{ dimension: "ECONOMIC_SECTOR" }] }`,
      ),
    ).toEqual([
      'GRDP_REAL 58 ECONOMIC_SECTOR=AGRICULTURE 2024-Q1 STATISTICS_OFFICE_NINH_THUAN',
      'GRDP_REAL 58 ECONOMIC_SECTOR=INDUSTRY_CONSTRUCTION 2024-Q1 STATISTICS_OFFICE_NINH_THUAN',
      'GRDP_REAL 58 ECONOMIC_SECTOR=SERVICES 2024-Q1 STATISTICS_OFFICE_NINH_THUAN',
      'GRDP_REAL 58 ECONOMIC_SECTOR=PRODUCT_TAXES 2024-Q1 STATISTICS_OFFICE_NINH_THUAN',
    ]);
  });

  test('names the total as _T, and entries of one dimension are joined', async () => {
    expect(
      await figures(
        `filter: { indicators: ["IIP"], periods: ["2021"],
          breakdowns: [{ dimension: "INDUSTRY", items: ["_T"] }, { dimension: "INDUSTRY", items: ["D"] }] }`,
      ),
    ).toEqual(['IIP 58 2021 BAO_NINH_THUAN', 'IIP 58 INDUSTRY=D 2021 BAO_NINH_THUAN']);
  });

  test('restricts only indicators that have its dimension: the others answer their totals', async () => {
    expect(await figures(`filter: { periods: ["2021"], breakdowns: [{ dimension: "INDUSTRY" }] }`)).toEqual([
      'IIP 58 INDUSTRY=C 2021 BAO_NINH_THUAN',
      'IIP 58 INDUSTRY=D 2021 BAO_NINH_THUAN',
      'IIP 58 INDUSTRY=E 2021 BAO_NINH_THUAN',
      'RENEWABLE_CAPACITY_ADDED 58 2021 BAO_NINH_THUAN',
    ]);
  });

  test('combines entries of different dimensions', async () => {
    const release = 'CROSSED';
    await server.figures.publish(
      ['COMMODITY=FISH', 'INDUSTRY=C', 'COMMODITY=FISH;INDUSTRY=C', 'COMMODITY=FISH;INDUSTRY=D'].map((breakdown) => ({
        release,
        indicator: 'CROSSED',
        breakdown,
      })),
    );
    expect(
      await figures(
        `filter: { indicators: ["CROSSED"],
          breakdowns: [{ dimension: "COMMODITY", items: ["FISH"] }, { dimension: "INDUSTRY", items: ["C"] }] }`,
      ),
    ).toEqual(['CROSSED 58 COMMODITY=FISH INDUSTRY=C 2030-M01 NSO']);
    expect(
      await figures(
        `filter: { indicators: ["CROSSED"],
          breakdowns: [{ dimension: "COMMODITY" }, { dimension: "INDUSTRY", items: ["_T"] }] }`,
      ),
    ).toEqual(['CROSSED 58 COMMODITY=FISH 2030-M01 NSO']);
    expect(await figures(`filter: { indicators: ["CROSSED"], breakdowns: [{ dimension: "COMMODITY" }] }`)).toEqual([
      'CROSSED 58 COMMODITY=FISH 2030-M01 NSO',
    ]);
  });

  test.each(['GRDP_SHARE', 'KEY_INDUSTRIAL_PRODUCT_INDEX', 'ELECTRICITY_OUTPUT'])(
    'is needed for an indicator that is never printed as a total: %s',
    async (indicator) => {
      expect(await figures(`filter: { indicators: ["${indicator}"] }`)).toEqual([]);
    },
  );
});

describe('a period in a filter', () => {
  test.each(['2024-S1', '2024-H1', '2024-YTD06', '2024-YTD6', '2024-01-01/P6M', '2024-01-01/P182D'])(
    'is the same whatever it is called: %s',
    async (period) => {
      expect(await figures(`filter: { indicators: ["EXPORT_TURNOVER"], periods: ["${period}"] }`)).toEqual([
        'EXPORT_TURNOVER 58 2024-S1 DOIT_NINH_THUAN',
      ]);
    },
  );

  test('lies between from and to, each a day or a period', async () => {
    expect(
      await figures(
        `filter: { indicators: ["RETAIL_SALES_AND_SERVICES"], territories: ["VN"], from: "2024-04-01", to: "2025-Q2" }`,
      ),
    ).toEqual([
      'RETAIL_SALES_AND_SERVICES VN 2024-M06 NSO',
      'RETAIL_SALES_AND_SERVICES VN 2025-M06 NSO',
      'RETAIL_SALES_AND_SERVICES VN 2025-Q2 NSO',
      'RETAIL_SALES_AND_SERVICES VN 2025-S1 NSO',
    ]);
  });

  test('of a kind YEAR_TO_DATE is any from 1 January to the end of a month: twelve a year', async () => {
    const periods = [...Array(12).keys()].map((month) => `2029-YTD${month + 1}`);
    await server.figures.publish(
      [...periods, '2029-M02', '2029-Q2', '2029-S2', '2029-01-01/P52D', '2028-01-01/P2Y'].map((period) => ({
        release: 'CUMULATIVE',
        indicator: 'CUMULATIVE',
        period,
      })),
    );
    const answer: Answer<{ observations: { nodes: { period: { code: string } }[] } }> = await server.ask(
      `{ observations(filter: { indicators: ["CUMULATIVE"], periodKinds: [YEAR_TO_DATE] }) { nodes { period { code } } } }`,
    );
    expect(answer.data.observations.nodes.map(({ period }) => period.code)).toEqual([
      '2029-M01',
      '2029-YTD02',
      '2029-Q1',
      '2029-YTD04',
      '2029-YTD05',
      '2029-S1',
      '2029-YTD07',
      '2029-YTD08',
      '2029-YTD09',
      '2029-YTD10',
      '2029-YTD11',
      '2029',
    ]);
    expect(await figures(`filter: { indicators: ["CUMULATIVE"], periodKinds: [MONTH, QUARTER, SPAN] }`)).toEqual([
      'CUMULATIVE 58 2029-M01 NSO',
      'CUMULATIVE 58 2029-01-01/P52D NSO',
      'CUMULATIVE 58 2029-M02 NSO',
      'CUMULATIVE 58 2029-Q1 NSO',
      'CUMULATIVE 58 2029-Q2 NSO',
      'CUMULATIVE 58 2028-01-01/P2Y NSO',
    ]);
    expect(await figures(`filter: { indicators: ["CUMULATIVE"], periodKinds: [HALF_YEAR, YEAR] }`)).toEqual([
      'CUMULATIVE 58 2029-S1 NSO',
      'CUMULATIVE 58 2029-S2 NSO',
      'CUMULATIVE 58 2029 NSO',
    ]);
  });

  test.each([
    ['periods: ["2024-S3"]', 'INVALID_PERIOD', 'filter.periods', '2024-S3'],
    ['from: "2024-13"', 'INVALID_PERIOD', 'filter.from', '2024-13'],
    ['from: "2025", to: "2024"', 'INVALID_RANGE', 'filter.from', '2025'],
  ])('that there cannot be is an error: %s', async (filter, reason, argument, value) => {
    expect(await server.refusal(`{ observations(filter: { ${filter} }) { totalCount } }`)).toEqual({
      code: 'BAD_USER_INPUT',
      reason,
      argument,
      value,
    });
  });
});

describe('the latest', () => {
  test('are the newest periods of each series, the longer before the shorter', async () => {
    expect(await figures(`filter: { indicators: ["RETAIL_SALES_AND_SERVICES"], latest: 1 }`)).toEqual([
      'RETAIL_SALES_AND_SERVICES 56 2016-S1 STATISTICS_OFFICE_KHANH_HOA',
      'RETAIL_SALES_AND_SERVICES 56@2025-07-01 2025-S1 PEOPLES_COMMITTEE_KHANH_HOA',
      'RETAIL_SALES_AND_SERVICES 58 2024-M05 BAO_NINH_THUAN',
      'RETAIL_SALES_AND_SERVICES 58 2024-S1 DOIT_NINH_THUAN',
      'RETAIL_SALES_AND_SERVICES VN 2025-S1 NSO',
    ]);
  });

  test('are counted after the other filters', async () => {
    expect(
      await server.ask(`{
        observations(filter: { indicators: ["RETAIL_SALES_AND_SERVICES"], territories: ["VN"], periodKinds: [MONTH], latest: 2 }) {
          totalCount nodes { period { code } }
        }
      }`),
    ).toEqual({
      data: {
        observations: { totalCount: 2, nodes: [{ period: { code: '2024-M06' } }, { period: { code: '2025-M06' } }] },
      },
    });
  });

  test('are those known at the moment as of which one reads', async () => {
    expect(
      await figures(
        `asOf: "2024-12-31", filter: { indicators: ["RETAIL_SALES_AND_SERVICES"], territories: ["VN"], latest: 1 }`,
      ),
    ).toEqual(['RETAIL_SALES_AND_SERVICES VN 2024-S1 NSO']);
  });
});

describe('the order', () => {
  test('by default goes by indicator, territory, breakdown, period and publisher', async () => {
    expect(
      await figures(`filter: { indicators: ["IIP"], breakdowns: [{ dimension: "INDUSTRY", items: ["C", "_T"] }] }`),
    ).toEqual([
      'IIP 56 2016-M06 STATISTICS_OFFICE_KHANH_HOA',
      'IIP 56 2016-S1 STATISTICS_OFFICE_KHANH_HOA',
      'IIP 56 2022-M10 BAO_KHANH_HOA',
      'IIP 56 2022-YTD10 BAO_KHANH_HOA',
      'IIP 56 INDUSTRY=C 2022-YTD10 BAO_KHANH_HOA',
      'IIP 56@2025-07-01 2025-M10 DOIT_KHANH_HOA',
      'IIP 56@2025-07-01 2025-YTD10 DOIT_KHANH_HOA',
      'IIP 56@2025-07-01 INDUSTRY=C 2025-YTD10 DOIT_KHANH_HOA',
      'IIP 58 2021 BAO_NINH_THUAN',
      'IIP 58 2024-M05 BAO_NINH_THUAN',
      'IIP 58 INDUSTRY=C 2021 BAO_NINH_THUAN',
      'IIP VN 2024-YTD04 NSO',
      'IIP VN 2024-M06 NSO',
      'IIP VN INDUSTRY=C 2024-YTD04 NSO',
    ]);
  });

  test('by period goes by its end, then its length; ties run upwards whichever way it runs', async () => {
    const filter = `filter: { periods: ["2016-M06", "2016-S1"], indicators: ["EXPORT_TURNOVER", "IMPORT_TURNOVER"] }`;
    expect(await figures(`${filter}, orderBy: { field: PERIOD, direction: DESC }`)).toEqual([
      'EXPORT_TURNOVER 56 2016-S1 STATISTICS_OFFICE_KHANH_HOA',
      'IMPORT_TURNOVER 56 2016-S1 STATISTICS_OFFICE_KHANH_HOA',
      'EXPORT_TURNOVER 56 2016-M06 STATISTICS_OFFICE_KHANH_HOA',
      'IMPORT_TURNOVER 56 2016-M06 STATISTICS_OFFICE_KHANH_HOA',
    ]);
  });

  test('by territory goes by code, then by the first day of the unit', async () => {
    const filter = `filter: { indicators: ["EXPORT_TURNOVER"], periodKinds: [HALF_YEAR, QUARTER] }`;
    expect(await figures(`${filter}, orderBy: { field: TERRITORY, direction: DESC }`)).toEqual([
      'EXPORT_TURNOVER VN 2024-Q2 NSO',
      'EXPORT_TURNOVER 58 2024-S1 DOIT_NINH_THUAN',
      'EXPORT_TURNOVER 56@2025-07-01 2025-S1 PEOPLES_COMMITTEE_KHANH_HOA',
      'EXPORT_TURNOVER 56 2016-S1 STATISTICS_OFFICE_KHANH_HOA',
    ]);
  });

  test('by indicator goes by code', async () => {
    const filter = `filter: { territories: ["58"], periods: ["2023"] }`;
    expect(await figures(`${filter}, orderBy: { field: INDICATOR, direction: DESC }`)).toEqual([
      'INDUSTRY_CONSTRUCTION_VALUE_ADDED 58 2023 BAO_NINH_THUAN',
      'INDUSTRIAL_VALUE_ADDED 58 2023 BAO_NINH_THUAN',
      'ENERGY_VALUE_ADDED 58 2023 BAO_NINH_THUAN',
      'CONSTRUCTION_VALUE_ADDED 58 2023 BAO_NINH_THUAN',
    ]);
  });

  test('by publication goes by the last possible day of the newest document', async () => {
    const filter = `filter: { indicators: ["RETAIL_SALES_AND_SERVICES_REAL", "GDP_REAL", "CPI"], territories: ["VN"] }`;
    expect(await figures(`${filter}, orderBy: { field: PUBLICATION }`)).toEqual([
      'RETAIL_SALES_AND_SERVICES_REAL VN 2021-YTD11 NSO',
      'CPI VN 2024-M06 NSO',
      'GDP_REAL VN 2024-Q2 NSO',
      'GDP_REAL VN 2024-S1 NSO',
      'RETAIL_SALES_AND_SERVICES_REAL VN 2024-S1 NSO',
      'RETAIL_SALES_AND_SERVICES_REAL VN 2025-S1 NSO',
    ]);
  });

  test('by publication knows only documents that were known then', async () => {
    const filter = `filter: { indicators: ["RETAIL_SALES_AND_SERVICES_REAL", "GDP_REAL"], territories: ["VN"], periods: ["2024-S1"] }`;
    expect(await figures(`${filter}, asOf: "2024-12-31", orderBy: { field: PUBLICATION }`)).toEqual([
      'RETAIL_SALES_AND_SERVICES_REAL VN 2024-S1 NSO',
      'GDP_REAL VN 2024-S1 NSO',
    ]);
  });

  test.each([
    ['ASC', ['2031-M02', '2031-M03', '2031-M01', '2031-M04']],
    ['DESC', ['2031-M01', '2031-M03', '2031-M02', '2031-M04']],
  ])('by value compares in the unit itself, figures without a value last: %s', async (direction, periods) => {
    const [release, indicator] = [`SORTED_${direction}`, `SORTED_${direction}`];
    await server.figures.publish([
      { release, indicator, period: '2031-M01', value: '1.5', multiplier: 9 },
      { release, indicator, period: '2031-M02', value: '-900', multiplier: 6 },
      { release, indicator, period: '2031-M03', value: '900', multiplier: 6 },
      { release, indicator, period: '2031-M04', changes: { PREVIOUS_PERIOD: { form: 'PERCENT', value: '1' } } },
    ]);
    expect(
      await figures(`filter: { indicators: ["${indicator}"] }, orderBy: { field: VALUE, direction: ${direction} }`),
    ).toEqual(periods.map((period) => `${indicator} 58 ${period} NSO`));
  });

  test('by value is refused across indicators', async () => {
    expect(await server.refusal(`{ observations(orderBy: { field: VALUE }) { totalCount } }`)).toEqual({
      code: 'BAD_USER_INPUT',
      reason: 'INVALID_COMBINATION',
      argument: 'orderBy',
      value: 'VALUE',
    });
  });
});

describe('a page', () => {
  const FILTER = `filter: { indicators: ["IIP"], territories: ["56"] }`;

  test('runs forwards from a cursor', async () => {
    const page = (args: string) =>
      server.ask<{ observations: { pageInfo: { endCursor: string } } }>(`{ observations(${FILTER}, ${args}) {
        totalCount nodes { period { code } }
        pageInfo { hasNextPage hasPreviousPage endCursor }
      } }`);
    const { observations: start } = (await page('first: 4')).data;
    const cursor = start.pageInfo.endCursor;
    expect(start).toEqual({
      totalCount: 6,
      nodes: ['2016-M06', '2016-S1', '2022-M10', '2022-YTD10'].map((code) => ({ period: { code } })),
      pageInfo: { hasNextPage: true, hasPreviousPage: false, endCursor: cursor },
    });
    const { observations: rest } = (await page(`first: 4, after: "${cursor}"`)).data;
    expect(rest).toEqual({
      totalCount: 6,
      nodes: ['2025-M10', '2025-YTD10'].map((code) => ({ period: { code } })),
      pageInfo: { hasNextPage: false, hasPreviousPage: true, endCursor: rest.pageInfo.endCursor },
    });
  });

  test('runs backwards from a cursor, its nodes still in the order of the list', async () => {
    const page = (args: string) =>
      server.ask<{ observations: { pageInfo: { startCursor: string } } }>(`{ observations(${FILTER}, ${args}) {
        nodes { period { code } } pageInfo { hasNextPage hasPreviousPage startCursor }
      } }`);
    const { observations: end } = (await page('last: 4')).data;
    const cursor = end.pageInfo.startCursor;
    expect(end).toEqual({
      nodes: ['2022-M10', '2022-YTD10', '2025-M10', '2025-YTD10'].map((code) => ({ period: { code } })),
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: cursor },
    });
    const { observations: before } = (await page(`last: 4, before: "${cursor}"`)).data;
    expect(before).toEqual({
      nodes: ['2016-M06', '2016-S1'].map((code) => ({ period: { code } })),
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: before.pageInfo.startCursor },
    });
  });

  test.each([
    undefined,
    'orderBy: { field: PERIOD, direction: DESC }',
    'orderBy: { field: TERRITORY, direction: DESC }',
    'orderBy: { field: INDICATOR }',
    'orderBy: { field: PUBLICATION, direction: DESC }',
    'orderBy: { field: VALUE, direction: DESC }',
  ])('after page gives the whole list once, both ways: %s', async (orderBy) => {
    const order = orderBy ? `, ${orderBy}` : '';
    const list = `filter: { indicators: ["RETAIL_SALES_AND_SERVICES"] }${order}`;
    const read = async (size: string, cursor: string, end: string): Promise<string[][]> => {
      const pages: string[][] = [];
      for (let place = ''; ;) {
        const { data } = await server.ask<{
          observations: { nodes: { id: string }[]; pageInfo: Record<string, string | null> };
        }>(`{ observations(${list}, ${size}: 3 ${place}) { nodes { id } pageInfo { ${end} } } }`);
        if (data.observations.nodes.length === 0) return pages;
        pages.push(data.observations.nodes.map(({ id }) => id));
        place = `, ${cursor}: "${data.observations.pageInfo[end]!}"`;
      }
    };
    const { data } = await server.ask<{ observations: { nodes: { id: string }[] } }>(
      `{ observations(${list}) { nodes { id } } }`,
    );
    const whole = data.observations.nodes.map(({ id }) => id);
    expect({
      forwards: (await read('first', 'after', 'endCursor')).flat(),
      backwards: (await read('last', 'before', 'startCursor')).reverse().flat(),
    }).toEqual({ forwards: whole, backwards: whole });
  });

  test('goes on where it stopped though figures were published in between', async () => {
    const indicator = 'GROWING';
    const of = (release: string, period: string) => ({ release, indicator, period });
    await server.figures.publish([of('FIRST', '2031-M02'), of('FIRST', '2031-M04'), of('FIRST', '2031-M06')]);
    const { data } = await server.ask<{ observations: { pageInfo: { endCursor: string } } }>(
      `{ observations(filter: { indicators: ["GROWING"] }, first: 2) { pageInfo { endCursor } } }`,
    );
    await server.figures.publish([of('SECOND', '2031-M01'), of('SECOND', '2031-M03'), of('SECOND', '2031-M05')]);
    expect(
      await figures(`filter: { indicators: ["GROWING"] }, after: "${data.observations.pageInfo.endCursor}"`),
    ).toEqual(['GROWING 58 2031-M05 NSO', 'GROWING 58 2031-M06 NSO']);
  });

  test('gives each figure with a cursor that stands for its place', async () => {
    const { data } = await server.ask<{ observations: { edges: { cursor: string }[] } }>(
      `{ observations(${FILTER}) { edges { cursor } } }`,
    );
    const [, from, , , to] = data.observations.edges.map(({ cursor }) => cursor);
    expect(await figures(`${FILTER}, after: "${from}", before: "${to}"`)).toEqual([
      'IIP 56 2022-M10 BAO_KHANH_HOA',
      'IIP 56 2022-YTD10 BAO_KHANH_HOA',
    ]);
  });

  test('refuses a cursor of another order', async () => {
    const { data } = await server.ask<{ observations: { pageInfo: { endCursor: string } } }>(
      `{ observations(${FILTER}) { pageInfo { endCursor } } }`,
    );
    const { endCursor } = data.observations.pageInfo;
    expect(
      await server.refusal(
        `{ observations(${FILTER}, orderBy: { field: PERIOD }, after: "${endCursor}") { totalCount nodes { id } } }`,
      ),
    ).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'INVALID_CURSOR', argument: 'after' });
  });

  test.each([
    ['first: 0', 'INVALID_PAGE', 'first'],
    ['first: 501', 'INVALID_PAGE', 'first'],
    ['last: 501', 'INVALID_PAGE', 'last'],
    ['first: 1, last: 1', 'INVALID_COMBINATION', 'last'],
  ])('of an impossible size is refused: %s', async (args, reason, argument) => {
    expect(await server.refusal(`{ observations(${args}) { nodes { value } } }`)).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason,
      argument,
    });
  });

  test('holds twenty unless told', async () => {
    expect(await figures(`filter: { territories: ["VN"] }`)).toHaveLength(20);
  });
});

describe('figures hang below', () => {
  test('the indicator, the unit, the publisher, the document and the release they belong to', async () => {
    expect(
      await server.ask(`{
        indicator(code: "CPI") { observations { totalCount nodes { period { code } } } }
        territory(code: "58", on: "2025-06-30") {
          observations(filter: { indicators: ["EXPORT_TURNOVER"] }) { totalCount nodes { value } }
        }
        agency(code: "DNSE") { observations { totalCount nodes { value } } }
        source(code: "NEWS_2024_06_06") { observations(first: 1) { totalCount nodes { value } } }
        release(code: "INITIAL_LOAD") { observations(filter: { statuses: [FINAL] }) { totalCount nodes { value } } }
      }`),
    ).toEqual({
      data: {
        indicator: { observations: { totalCount: 1, nodes: [{ period: { code: '2024-M06' } }] } },
        territory: { observations: { totalCount: 1, nodes: [{ value: '50' }] } },
        agency: { observations: { totalCount: 2, nodes: [{ value: '6' }, { value: '264.76' }] } },
        source: { observations: { totalCount: 6, nodes: [{ value: '50' }] } },
        release: { observations: { totalCount: 2, nodes: [{ value: null }, { value: '15390' }] } },
      },
    });
  });

  test('each indicator of a list, a page for each', async () => {
    expect(
      await server.ask(`{ indicators(first: 3) { nodes { code observations(first: 1, orderBy: { field: VALUE, direction: DESC }) {
        totalCount nodes { value }
      } } } }`),
    ).toEqual({
      data: {
        indicators: {
          nodes: [
            { code: 'ACCOMMODATION_FOOD_REVENUE', observations: { totalCount: 1, nodes: [{ value: '356' }] } },
            { code: 'BELOW', observations: { totalCount: 4, nodes: [{ value: null }] } },
            { code: 'CONSTRUCTION_VALUE_ADDED', observations: { totalCount: 1, nodes: [{ value: '2961' }] } },
          ],
        },
      },
    });
  });

  test('a unit as it was published: a figure keeps its unit, whatever its period', async () => {
    expect(
      await server.ask(`{
        before: territory(code: "56", on: "2025-06-30") { observations(filter: { periods: ["2025-S1"] }) { totalCount } }
        after: territory(code: "56", on: "2025-07-01") { observations(filter: { periods: ["2025-S1"] }) { totalCount } }
      }`),
    ).toEqual({ data: { before: { observations: { totalCount: 0 } }, after: { observations: { totalCount: 6 } } } });
  });
});

describe('a figure', () => {
  test('keeps its number as printed, and gives it exactly and as a float', async () => {
    expect(
      await server.ask(`{
        observations(filter: { indicators: ["INDUSTRIAL_OUTPUT_VALUE"], periods: ["2024-S1"] }) {
          nodes { value unitMultiplier scaledValue number unit { code } qualifier status hasBreak isRevised }
        }
      }`),
    ).toEqual({
      data: {
        observations: {
          nodes: [
            {
              value: '3300.63',
              unitMultiplier: 9,
              scaledValue: '3300630000000',
              number: 3300.63,
              unit: { code: 'VND' },
              qualifier: null,
              status: 'ESTIMATED',
              hasBreak: false,
              isRevised: false,
            },
          ],
        },
      },
    });
  });

  test('keeps the word printed before its number', async () => {
    expect(
      await server.ask(`{
        observations(filter: { indicators: ["RETAIL_SALES_AND_SERVICES"], territories: ["VN"], periods: ["2024-S1"] }) {
          nodes { value qualifier scaledValue }
        }
      }`),
    ).toEqual({
      data: { observations: { nodes: [{ value: '3', qualifier: 'OVER', scaledValue: '3000000000000000' }] } },
    });
  });

  test('is another one where another agency answers for it', async () => {
    await server.figures.publish(
      ['NSO', 'DOIT_NINH_THUAN'].map((publisher) => ({
        release: 'TWICE',
        source: `TWICE_BY_${publisher}`,
        indicator: 'TWICE',
        publisher,
      })),
    );
    expect(await figures(`filter: { indicators: ["TWICE"] }`)).toEqual([
      'TWICE 58 2030-M01 DOIT_NINH_THUAN',
      'TWICE 58 2030-M01 NSO',
    ]);
  });
});
