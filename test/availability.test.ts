import { describe, expect, test } from '@jest/globals';
import { testServer } from './support/server.js';

const server = testServer();

test('what there is under a filter is told with the number of figures, every breakdown included', async () => {
  expect(
    await server.ask(`{
      availability(filter: { territories: ["58"], periods: ["2024-Q1", "2024-S1"], publishers: ["STATISTICS_OFFICE_NINH_THUAN"] }) {
        count
        indicators { indicator { code } count hasTotals dimensions { code } }
        territories { territory { code } count }
        items { item { code } count }
        periods { period { code } count }
        publishers { publisher { code } count }
        statuses { status count }
        sources { source { code } count }
      }
    }`),
  ).toEqual({
    data: {
      availability: {
        count: 18,
        indicators: [
          { indicator: { code: 'GRDP_REAL' }, count: 10, hasTotals: true, dimensions: [{ code: 'ECONOMIC_SECTOR' }] },
          { indicator: { code: 'GRDP_SHARE' }, count: 8, hasTotals: false, dimensions: [{ code: 'ECONOMIC_SECTOR' }] },
        ],
        territories: [{ territory: { code: '58' }, count: 18 }],
        items: ['AGRICULTURE', 'INDUSTRY_CONSTRUCTION', 'SERVICES', 'PRODUCT_TAXES'].map((code) => ({
          item: { code },
          count: 4,
        })),
        periods: [
          { period: { code: '2024-Q1' }, count: 9 },
          { period: { code: '2024-S1' }, count: 9 },
        ],
        publishers: [{ publisher: { code: 'STATISTICS_OFFICE_NINH_THUAN' }, count: 18 }],
        statuses: [{ status: 'ESTIMATED', count: 18 }],
        sources: [
          { source: { code: 'STATISTICS_OFFICE_NINH_THUAN_2024_03' }, count: 9 },
          { source: { code: 'STATISTICS_OFFICE_NINH_THUAN_2024_06' }, count: 9 },
        ],
      },
    },
  });
});

test('an indicator that is never printed as a total says so', async () => {
  expect(
    await server.ask(`{
      availability(filter: { indicators: ["GRDP_SHARE", "KEY_INDUSTRIAL_PRODUCT_INDEX", "ELECTRICITY_OUTPUT", "IIP"] }) {
        indicators { indicator { code } hasTotals dimensions { code } }
      }
    }`),
  ).toEqual({
    data: {
      availability: {
        indicators: [
          { indicator: { code: 'ELECTRICITY_OUTPUT' }, hasTotals: false, dimensions: [{ code: 'ENERGY_SOURCE' }] },
          { indicator: { code: 'GRDP_SHARE' }, hasTotals: false, dimensions: [{ code: 'ECONOMIC_SECTOR' }] },
          { indicator: { code: 'IIP' }, hasTotals: true, dimensions: [{ code: 'INDUSTRY' }] },
          { indicator: { code: 'KEY_INDUSTRIAL_PRODUCT_INDEX' }, hasTotals: false, dimensions: [{ code: 'PRODUCT' }] },
        ],
      },
    },
  });
});

test('a breakdown in the filter narrows what is counted', async () => {
  expect(
    await server.ask(`{
      totals: availability(filter: { indicators: ["IIP"], breakdowns: [{ dimension: "INDUSTRY", items: ["_T"] }], periods: ["2021"] }) {
        count items { item { code } }
      }
      items: availability(filter: { indicators: ["IIP"], breakdowns: [{ dimension: "INDUSTRY" }], periods: ["2021"] }) {
        count items { item { code } count }
      }
    }`),
  ).toEqual({
    data: {
      totals: { count: 1, items: [] },
      items: { count: 3, items: ['C', 'D', 'E'].map((code) => ({ item: { code }, count: 1 })) },
    },
  });
});

test('lists stand in the orders of the figures', async () => {
  expect(
    await server.ask(`{
      availability(filter: { indicators: ["IIP"], breakdowns: [{ dimension: "INDUSTRY", items: ["_T"] }] }) {
        territories { territory { code validFrom } }
        periods { period { code } }
        publishers { publisher { code } }
        statuses { status }
      }
    }`),
  ).toEqual({
    data: {
      availability: {
        territories: [
          { territory: { code: '56', validFrom: null } },
          { territory: { code: '56', validFrom: '2025-07-01' } },
          { territory: { code: '58', validFrom: '1992-04-01' } },
          { territory: { code: 'VN', validFrom: null } },
        ],
        periods: [
          '2016-M06',
          '2016-S1',
          '2021',
          '2022-M10',
          '2022-YTD10',
          '2024-YTD04',
          '2024-M05',
          '2024-M06',
          '2025-M10',
          '2025-YTD10',
        ].map((code) => ({ period: { code } })),
        publishers: ['BAO_KHANH_HOA', 'BAO_NINH_THUAN', 'DOIT_KHANH_HOA', 'NSO', 'STATISTICS_OFFICE_KHANH_HOA'].map(
          (code) => ({ publisher: { code } }),
        ),
        statuses: [{ status: 'ESTIMATED' }, { status: 'UNSPECIFIED' }],
      },
    },
  });
});

test('a figure counts once for each source, however often that prints it', async () => {
  expect(
    await server.ask(`{
      availability(filter: { indicators: ["RETAIL_SALES_AND_SERVICES"], territories: ["VN"], periods: ["2024-S1"] }) {
        count sources { source { code } count }
      }
    }`),
  ).toEqual({
    data: {
      availability: {
        count: 1,
        sources: [
          { source: { code: 'NSO_2024_06_29_THOI_BAO_TAI_CHINH' }, count: 1 },
          { source: { code: 'NSO_2025_07_VNBIZNEWS' }, count: 1 },
        ],
      },
    },
  });
});

test('what is drafted or scheduled is not available', async () => {
  await server.figures.print({ release: 'SOON', indicator: 'SOON', publisher: 'SOON', breakdown: 'INDUSTRY=SOON' });
  await server.figures.lift('SOON', `clock_timestamp() + interval '1 hour'`);
  expect(
    await server.ask(`{ availability(filter: { indicators: ["SOON"] }) {
      count indicators { count } territories { count } items { count } periods { count } publishers { count } statuses { count } sources { count }
    } }`),
  ).toEqual({
    data: {
      availability: {
        count: 0,
        indicators: [],
        territories: [],
        items: [],
        periods: [],
        publishers: [],
        statuses: [],
        sources: [],
      },
    },
  });
});

describe('where pages are smaller than usual', () => {
  const small = testServer({ MAX_PAGE: '2', DEFAULT_PAGE: '2' });

  test('a list that is not told its length is one page', async () => {
    expect(await small.ask(`{ availability { statuses { status } publishers { publisher { code } } } }`)).toEqual({
      data: {
        availability: {
          statuses: [{ status: 'FINAL' }, { status: 'ESTIMATED' }, { status: 'UNSPECIFIED' }],
          publishers: [{ publisher: { code: 'BAO_KHANH_HOA' } }, { publisher: { code: 'BAO_NINH_THUAN' } }],
        },
      },
    });
  });
});

test('a list is as long as asked', async () => {
  expect(await server.ask(`{ availability { indicators(first: 1) { indicator { code } } } }`)).toEqual({
    data: { availability: { indicators: [{ indicator: { code: 'ACCOMMODATION_FOOD_REVENUE' } }] } },
  });
});
