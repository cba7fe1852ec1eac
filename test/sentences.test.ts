import { describe, expect, test } from '@jest/globals';
import { type Answer, testServer } from './support/server.js';

const server = testServer();
const BOTH = 'vi: sentence(language: VI) en: sentence(language: EN)';

interface Both {
  vi: string;
  en: string;
}

/** The sentences of the figures under a filter, in both languages. */
async function sentences(filter: string, asOf = ''): Promise<Both[]> {
  const { data, errors }: Answer<{ observations: { nodes: Both[] } }> = await server.ask(
    `{ observations(first: 500, filter: { ${filter} }${asOf && `, asOf: "${asOf}"`}) { nodes { ${BOTH} } } }`,
  );
  if (errors) throw new Error(errors[0]!.message);
  return data.observations.nodes;
}

test('the news of 6 June 2024 reads as a journalist would write it', async () => {
  const period = '6 tháng đầu năm 2024';
  const [vi, en] = [
    '(theo Sở Công Thương tỉnh Ninh Thuận, 06/06/2024)',
    '(Sở Công Thương tỉnh Ninh Thuận, 6 June 2024)',
  ];
  expect(
    await sentences(
      'sources: ["NEWS_2024_06_06"], indicators: ["INDUSTRIAL_OUTPUT_VALUE", "RETAIL_SALES_AND_SERVICES", "EXPORT_TURNOVER", "IMPORT_TURNOVER"]',
    ),
  ).toEqual([
    {
      vi: `Kim ngạch xuất khẩu của tỉnh Ninh Thuận ${period} ước đạt 50 triệu USD, tăng 1,26% so với cùng kỳ năm trước ${vi}.`,
      en: `Export turnover of goods in Ninh Thuận province in the first half of 2024 is estimated at 50 million USD, up 1.26% on the same period of the previous year ${en}.`,
    },
    {
      vi: `Kim ngạch nhập khẩu của tỉnh Ninh Thuận ${period} ước đạt 32,8 triệu USD, tăng 10,46% so với cùng kỳ năm trước ${vi}.`,
      en: `Import turnover of goods in Ninh Thuận province in the first half of 2024 is estimated at 32.8 million USD, up 10.46% on the same period of the previous year ${en}.`,
    },
    {
      vi: `Giá trị sản xuất công nghiệp của tỉnh Ninh Thuận ${period} ước đạt 3.300,63 tỷ đồng, tăng 14,45% so với cùng kỳ năm trước ${vi}.`,
      en: `Gross output of industry in Ninh Thuận province in the first half of 2024 is estimated at 3,300.63 billion VND, up 14.45% on the same period of the previous year ${en}.`,
    },
    {
      vi: `Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng của tỉnh Ninh Thuận ${period} ước tăng 14,56% so với cùng kỳ năm trước ${vi}.`,
      en: `Retail sales of goods and services revenue in Ninh Thuận province in the first half of 2024 are estimated to have risen by 14.56% from the same period of the previous year ${en}.`,
    },
  ]);
});

test('it is in the language of the request', async () => {
  const query = '{ observations(filter: { indicators: ["CPI"] }) { nodes { sentence } } }';
  const { data } = await server.ask<{ observations: { nodes: { sentence: string }[] } }>(
    query,
    {},
    { 'accept-language': 'vi' },
  );
  expect(data.observations.nodes[0]!.sentence).toBe(
    'Chỉ số giá tiêu dùng của cả nước tháng 6 năm 2024 tăng 4,34% so với cùng kỳ năm trước (theo số liệu chính thức của Tổng cục Thống kê, 29/06/2024).',
  );
});

describe('of real figures', () => {
  test.each([
    [
      'a printed share of plan names who set it',
      'indicators: ["PUBLIC_INVESTMENT_DISBURSED"]',
      'Giải ngân vốn đầu tư công của tỉnh Ninh Thuận từ 1/1/2025 đến 21/2/2025 đạt 233,3 tỷ đồng, đạt 8,4% kế hoạch năm do Thủ tướng Chính phủ giao (theo Báo Ninh Thuận, tháng 3/2025).',
      'Public investment disbursed in Ninh Thuận province from 1 January 2025 to 21 February 2025 totalled 233.3 billion VND, reaching 8.4% of the plan for the year set by Thủ tướng Chính phủ (Báo Ninh Thuận, March 2025).',
    ],
    [
      'a computed one says so',
      'indicators: ["KEY_TASKS_COMPLETED"]',
      'Nhiệm vụ trọng tâm hoàn thành của tỉnh Ninh Thuận đến hết 6 tháng đầu năm 2024 là 2 nhiệm vụ (theo Sở Công Thương tỉnh Ninh Thuận, 06/06/2024); đạt 66,67% kế hoạch (tính toán từ số liệu đã công bố).',
      'Key tasks completed in Ninh Thuận province at the end of the first half of 2024 stood at 2 tasks (Sở Công Thương tỉnh Ninh Thuận, 6 June 2024); 66.67% of the plan (computed from published figures).',
    ],
    [
      'a change that another print states is pinned to that print',
      'indicators: ["RETAIL_SALES_AND_SERVICES"], territories: ["VN"], periods: ["2024-S1"]',
      'Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng của cả nước 6 tháng đầu năm 2024 ước đạt hơn 3 triệu tỷ đồng (theo Tổng cục Thống kê, 29/06/2024); tăng 8,9% so với cùng kỳ năm trước (theo số liệu điều chỉnh của Cục Thống kê, Bộ Tài chính, tháng 7/2025).',
      'Retail sales of goods and services revenue in Viet Nam in the first half of 2024 are estimated at more than 3 quadrillion VND (Tổng cục Thống kê, 29 June 2024); up 8.9% on the same period of the previous year (revised figure, Cục Thống kê, Bộ Tài chính, July 2025).',
    ],
    [
      'a share that was revised says so',
      'indicators: ["GRDP_SHARE"], periods: ["2023-Q1"], breakdowns: [{ dimension: "ECONOMIC_SECTOR", items: ["INDUSTRY_CONSTRUCTION"] }]',
      'Cơ cấu tổng sản phẩm trên địa bàn tỉnh Ninh Thuận quý I năm 2023: công nghiệp và xây dựng chiếm 40,1% (theo số liệu điều chỉnh của Cục Thống kê tỉnh Ninh Thuận, tháng 3/2024).',
      'Structure of gross regional domestic product in Ninh Thuận province in the first quarter of 2023: industry and construction accounted for 40.1% (revised figure, Cục Thống kê tỉnh Ninh Thuận, March 2024).',
    ],
    [
      'an average over years is one',
      'indicators: ["GRDP_REAL"], periods: ["2021-01-01/P2Y"]',
      'Tổng sản phẩm trên địa bàn tỉnh Ninh Thuận (giá so sánh 2010) giai đoạn 2021–2022 tăng bình quân 8,91% mỗi năm (theo SGGP/VNA, 16/06/2023).',
      'Gross regional domestic product (constant 2010 prices) in Ninh Thuận province in 2021–2022 rose by 8.91% a year on average (SGGP/VNA, 16 June 2023).',
    ],
    [
      'a multiple is one',
      'indicators: ["IIP"], breakdowns: [{ dimension: "INDUSTRY", items: ["2012"] }]',
      'Chỉ số sản xuất công nghiệp ngành phân bón và hợp chất nitơ của tỉnh Khánh Hòa 10 tháng đầu năm 2025 ước gấp 6 lần so với cùng kỳ năm trước (theo Sở Công Thương Khánh Hòa, trong khoảng tháng 10 đến tháng 11/2025).',
      'Index of industrial production (fertilisers and nitrogen compounds) in Khánh Hòa province in the first 10 months of 2025 is estimated to have reached 6 times the level of the same period of the previous year (Sở Công Thương Khánh Hòa, between October and November 2025).',
    ],
  ])('%s', async (_, filter, vi, en) => {
    expect(await sentences(filter)).toEqual([{ vi, en }]);
  });
});

test('as of a day it says what stood on that day', async () => {
  const share =
    'indicators: ["GRDP_SHARE"], periods: ["2023-Q1"], breakdowns: [{ dimension: "ECONOMIC_SECTOR", items: ["INDUSTRY_CONSTRUCTION"] }]';
  expect((await sentences(share, '2023-12-31'))[0]!.vi).toBe(
    'Cơ cấu tổng sản phẩm trên địa bàn tỉnh Ninh Thuận quý I năm 2023: công nghiệp và xây dựng ước chiếm 47,0% (theo Cục Thống kê tỉnh Ninh Thuận, tháng 3/2023).',
  );
});

test('a withdrawn figure gives the reason, in the language there is', async () => {
  const of = { indicator: 'WITHDRAWN', period: '2030-M06' };
  await server.figures.publish([
    { ...of, release: 'WI1', sourceDate: '2024-01-01', value: '7' },
    { ...of, release: 'WI2', sourceDate: '2024-02-01', isWithdrawal: true, reason: 'Nhập sai đơn vị.' },
  ]);
  expect(await sentences('indicators: ["WITHDRAWN"]')).toEqual([
    {
      vi: 'WITHDRAWN của tỉnh Ninh Thuận tháng 6 năm 2030: số liệu đã được rút lại, lý do: Nhập sai đơn vị (theo Tổng cục Thống kê, 01/02/2024).',
      en: 'WITHDRAWN in Ninh Thuận province in June 2030: the figure was withdrawn, reason given: Nhập sai đơn vị (Tổng cục Thống kê, 1 February 2024).',
    },
  ]);
});

test('a figure that is missing says why', async () => {
  await server.figures.publish([{ release: 'MISS', indicator: 'MISS', period: '2030-M06', status: 'NOT_COLLECTED' }]);
  expect((await sentences('indicators: ["MISS"]'))[0]!.vi).toBe(
    'MISS của tỉnh Ninh Thuận tháng 6 năm 2030: số liệu không được thu thập (theo Tổng cục Thống kê, 01/01/2024).',
  );
});

test('a change without a number is not told', async () => {
  const changes = {
    SAME_PERIOD_LAST_YEAR: { form: 'PERCENT' as const },
    PREVIOUS_PERIOD: { form: 'INDEX' as const, value: '101' },
  };
  await server.figures.publish([{ release: 'BARE', indicator: 'BARE', period: '2030-M06', value: '7', changes }]);
  expect((await sentences('indicators: ["BARE"]'))[0]!.en).toBe(
    'BARE in Ninh Thuận province in June 2030 is estimated at 7 VND, at 101% of the level of the previous month (Tổng cục Thống kê, 1 January 2024).',
  );
});

test('mending our own transcription revises nothing that was published', async () => {
  const of = { indicator: 'MENDED', period: '2030-M06', source: 'MENDED' };
  const wrong = await server.figures.print({ ...of, release: 'ME1', value: '7' });
  await server.figures.lift('ME1');
  await server.figures.publish([{ ...of, release: 'ME2', value: '8', corrects: wrong, reason: 'gõ nhầm' }]);
  expect((await sentences('indicators: ["MENDED"]'))[0]!.vi).toBe(
    'MENDED của tỉnh Ninh Thuận tháng 6 năm 2030 ước đạt 8 đồng (theo Tổng cục Thống kê, 01/01/2024).',
  );
});

test('the same number again, in another power of ten, is no revision', async () => {
  const of = { indicator: 'AGAIN', period: '2030-M06' };
  await server.figures.publish([
    { ...of, release: 'AG1', sourceDate: '2024-01-01', value: '7.0', multiplier: 9 },
    { ...of, release: 'AG2', sourceDate: '2024-02-01', value: '7000', multiplier: 6 },
  ]);
  expect((await sentences('indicators: ["AGAIN"]'))[0]!.vi).toBe(
    'AGAIN của tỉnh Ninh Thuận tháng 6 năm 2030 ước đạt 7.000 triệu đồng (theo Tổng cục Thống kê, 01/02/2024).',
  );
});

test('growth that nobody printed is computed from last year, and says so', async () => {
  const of = { release: 'GREW', indicator: 'GREW' };
  await server.figures.publish([
    { ...of, period: '2029-M06', value: '400' },
    { ...of, period: '2030-M06', value: '450' },
  ]);
  expect((await sentences('indicators: ["GREW"], periods: ["2030-M06"]'))[0]!.vi).toBe(
    'GREW của tỉnh Ninh Thuận tháng 6 năm 2030 ước đạt 450 đồng (theo Tổng cục Thống kê, 01/01/2024); tăng 12,5% so với cùng kỳ năm trước (tính toán từ số liệu đã công bố).',
  );
});

test('what is under embargo is not said', async () => {
  const of = { indicator: 'HELD', period: '2030-M06' };
  await server.figures.publish([{ ...of, release: 'HE1', sourceDate: '2024-01-01', value: '7' }]);
  const before = await sentences('indicators: ["HELD"]');
  await server.figures.print({ ...of, release: 'HE2', sourceDate: '2024-02-01', value: '8' });
  await server.figures.lift('HE2', `clock_timestamp() + interval '1 hour'`);
  expect(await sentences('indicators: ["HELD"]')).toEqual(before);
});

test('every figure there is has a sentence in both languages', async () => {
  const dimensions = ['INDUSTRY', 'ECONOMIC_SECTOR', 'ENERGY_SOURCE', 'PRODUCT'].map(
    (code) => `{ dimension: "${code}" }`,
  );
  const all = [...(await sentences('latest: 100')), ...(await sentences(`breakdowns: [${dimensions.join(', ')}]`))];
  const texts = all.flatMap(({ vi, en }) => [vi, en]);
  expect(texts.length).toBeGreaterThan(250);
  expect(texts.filter((text) => /null|undefined|NaN|\s\s|\s[,;.)]|\(\s|\(\)|\)\)/.test(text))).toEqual([]);
  expect(texts.filter((text) => !/^\p{Lu}.*\)\.$/u.test(text))).toEqual([]);
});
