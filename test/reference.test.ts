import { describe, expect, test } from '@jest/globals';
import { attempt } from './support/attempt.js';
import { type Answer, testServer } from './support/server.js';

const server = testServer();

describe('an agency', () => {
  test('renamed stays the same agency', async () => {
    expect(
      await server.ask(`{
        agency(code: "NSO") {
          name before: name(on: "2025-02-25") after: name(on: "2025-02-26")
          names { name validFrom validTo } kind territory { code } successor { code }
        }
      }`),
    ).toEqual({
      data: {
        agency: {
          name: 'Cục Thống kê, Bộ Tài chính',
          before: 'Tổng cục Thống kê',
          after: 'Cục Thống kê, Bộ Tài chính',
          names: [
            { name: 'Tổng cục Thống kê', validFrom: null, validTo: '2025-02-26' },
            { name: 'Cục Thống kê, Bộ Tài chính', validFrom: '2025-02-26', validTo: null },
          ],
          kind: 'STATISTICS_OFFICE',
          territory: { code: 'VN' },
          successor: null,
        },
      },
    });
  });

  test('bears its first name on a day before all of its names, and its last after them', async () => {
    await server.figures.publish([{ release: 'NAMES', indicator: 'NAMES', publisher: 'NAMED' }]);
    await attempt(
      server.database,
      `update agency_name set valid_from = '2000-01-01', valid_to = '2010-01-01' where name = 'NAMED'`,
    );
    await attempt(
      server.database,
      `insert into agency_name (agency_id, name, valid_from, valid_to) select id, 'RENAMED', '2010-01-01', '2020-01-01' from agency where code = 'NAMED'`,
    );
    expect(await server.ask(`{ agency(code: "NAMED") { first: name(on: "1999-12-31") last: name } }`)).toEqual({
      data: { agency: { first: 'NAMED', last: 'RENAMED' } },
    });
  });

  test('is known by its successor once both are public', async () => {
    await server.figures.publish([{ release: 'OLD', indicator: 'OLD', publisher: 'OLD_OFFICE' }]);
    await server.figures.agency('NEW_OFFICE');
    await attempt(
      server.database,
      `update agency set successor_id = (select id from agency where code = 'NEW_OFFICE') where code = 'OLD_OFFICE'`,
    );
    const successor = `{ agency(code: "OLD_OFFICE") { successor { code } } }`;
    expect(await server.ask(successor)).toEqual({ data: { agency: { successor: null } } });
    await server.figures.publish([{ release: 'NEW', indicator: 'OLD', publisher: 'NEW_OFFICE' }]);
    expect(await server.ask(successor)).toEqual({ data: { agency: { successor: { code: 'NEW_OFFICE' } } } });
  });

  test('that only set a plan or carried a document is one too', async () => {
    expect(
      await server.ask(`{
        setter: agency(code: "PRIME_MINISTER") { kind observations { totalCount } }
        carrier: agency(code: "HUNGYEN_DCS") { kind observations { totalCount } }
      }`),
    ).toEqual({
      data: {
        setter: { kind: 'CENTRAL_GOVERNMENT', observations: { totalCount: 0 } },
        carrier: { kind: 'MEDIA', observations: { totalCount: 0 } },
      },
    });
  });
});

describe('a source', () => {
  test('tells what is known of it, and null for what is not', async () => {
    expect(
      await server.ask(`{
        source(code: "NEWS_2024_06_06") {
          title publisher { code } carriers { code } address checksum firstRelease { code }
          publishedOn { date precision earliest latest inferred }
          reference vi: reference(language: VI)
        }
      }`),
    ).toEqual({
      data: {
        source: {
          title: 'Đồng chí Trịnh Minh Hoàng, Phó Chủ tịch UBND tỉnh làm việc với Sở Công Thương',
          publisher: { code: 'DOIT_NINH_THUAN' },
          carriers: [],
          address: null,
          checksum: null,
          firstRelease: null,
          publishedOn: {
            date: '2024-06-06',
            precision: 'DAY',
            earliest: '2024-06-06',
            latest: '2024-06-06',
            inferred: false,
          },
          reference:
            'Sở Công Thương tỉnh Ninh Thuận, “Đồng chí Trịnh Minh Hoàng, Phó Chủ tịch UBND tỉnh làm việc với Sở Công Thương”, 2024-06-06',
          vi: 'Sở Công Thương tỉnh Ninh Thuận, “Đồng chí Trịnh Minh Hoàng, Phó Chủ tịch UBND tỉnh làm việc với Sở Công Thương”, 2024-06-06',
        },
      },
    });
  });

  test.each([
    ['NSO_2024_04_VIETNAMPLUS', '2024-04/2024-05', 'RANGE', '2024-04-01', '2024-05-31', false],
    ['DNSE_2024_02', '2024-02', 'MONTH', '2024-02-01', '2024-02-29', true],
    ['VCCI_NEWS_2024_05_28', '2024-05-28', 'DAY', '2024-05-28', '2024-05-28', false],
  ])('is dated no more exactly than is known: %s', async (code, date, precision, earliest, latest, inferred) => {
    expect(
      await server.ask(`{ source(code: "${code}") { publishedOn { date precision earliest latest inferred } } }`),
    ).toEqual({ data: { source: { publishedOn: { date, precision, earliest, latest, inferred } } } });
  });

  test('has carriers of its own; a bare newspaper is publisher and carrier', async () => {
    expect(
      await server.ask(`{
        carried: source(code: "NSO_2024_04_VIETNAMPLUS") { publisher { code } carriers { code } first: carriers(first: 1) { code } }
        bare: source(code: "DNSE_2024_02") { publisher { code } carriers { code } reference }
      }`),
    ).toEqual({
      data: {
        carried: {
          publisher: { code: 'NSO' },
          carriers: [{ code: 'VIETNAMPLUS' }, { code: 'HUNGYEN_DCS' }],
          first: [{ code: 'VIETNAMPLUS' }],
        },
        bare: {
          publisher: { code: 'DNSE' },
          carriers: [{ code: 'DNSE' }],
          reference:
            'dnse.com.vn, 2024-02, https://dnse.com.vn/senses/tin-tuc/ninh-thuan-du-kien-keu-goi-dau-tu-13-cum-cong-nghiep-33700499',
        },
      },
    });
  });

  test.each([
    [
      'NSO_2024_06_29_BAOMOI',
      'Tổng cục Thống kê, 2024-06-29, via baomoi, https://baomoi.net.vn/gdp-quy-ii-tang-6-93-c49498399.epi',
    ],
    [
      'NSO_2025_07_VNBIZNEWS',
      'Cục Thống kê, Bộ Tài chính, 2025-07, via vnbiznews, https://vnbiznews.com/tong-muc-ban-le-hang-hoa-va-doanh-thu-dich-vu-tieu-dung-tang-truong-93-percent-trong-6-thang-pid1989322204',
    ],
  ])('is cited by the name that its publisher bore then: %s', async (code, reference) => {
    expect(await server.ask(`{ source(code: "${code}") { reference } }`)).toEqual({ data: { source: { reference } } });
  });

  test('cited for a figure is named with the place in it', async () => {
    const print = await server.figures.print({ release: 'PLACED', indicator: 'PLACED', source: 'PLACED' });
    await attempt(server.database, `update print set locator = 'bảng 3, dòng 7' where id = ${print}`);
    await server.figures.lift('PLACED');
    expect(
      await server.ask(
        `{ observations(filter: { indicators: ["PLACED"] }) { nodes { citation { locator text source { code } } } } }`,
      ),
    ).toEqual({
      data: {
        observations: {
          nodes: [
            {
              citation: {
                locator: 'bảng 3, dòng 7',
                text: 'Tổng cục Thống kê, 2024-01-01, bảng 3, dòng 7',
                source: { code: 'PLACED' },
              },
            },
          ],
        },
      },
    });
  });
});

describe('a release', () => {
  test('has a title and the moment from which everybody sees it', async () => {
    expect(await server.ask(`{ release(code: "INITIAL_LOAD") { title vi: title(language: VI) publishedAt } }`)).toEqual(
      {
        data: {
          release: { title: 'Initial load', vi: 'Số liệu nạp ban đầu', publishedAt: '2025-11-30T17:00:00.000000Z' },
        },
      },
    );
  });
});

describe('a dimension', () => {
  test('has the items that published figures name, in the order of its classification', async () => {
    await server.figures.print({ release: 'HIDDEN_ITEM', breakdown: 'ENERGY_SOURCE=BIOMASS' });
    expect(
      await server.ask(`{
        dimension(code: "ENERGY_SOURCE") { name classification items { code name parent { code } dimension { code } } first: items(first: 1) { code } }
        none: dimension(code: "COMMODITY") { items { code } }
        industry: dimension(code: "INDUSTRY") { classification items(first: 5) { code parent { code } } }
      }`),
    ).toEqual({
      data: {
        dimension: {
          name: 'Energy source',
          classification: null,
          items: [
            { code: 'WIND', name: 'Wind power', parent: { code: '_T' }, dimension: { code: 'ENERGY_SOURCE' } },
            { code: 'SOLAR', name: 'Solar power', parent: { code: '_T' }, dimension: { code: 'ENERGY_SOURCE' } },
            { code: 'HYDRO', name: 'Hydropower', parent: { code: '_T' }, dimension: { code: 'ENERGY_SOURCE' } },
            { code: '_T', name: 'All sources', parent: null, dimension: { code: 'ENERGY_SOURCE' } },
          ],
          first: [{ code: 'WIND' }],
        },
        none: { items: [] },
        industry: {
          classification: 'VSIC 2018',
          items: [
            { code: '_T', parent: null },
            { code: 'B', parent: { code: '_T' } },
            { code: 'C', parent: { code: '_T' } },
            { code: '102', parent: { code: 'C' } },
            { code: '1072', parent: { code: 'C' } },
          ],
        },
      },
    });
  });
});

describe('an indicator', () => {
  test('says what it measures, and null for what is not written down', async () => {
    expect(
      await server.ask(`{
        indicator(code: "GRDP_REAL") {
          name vi: name(language: VI) definition methodology unit { code symbol } kind baseYear priceYear decimals
          frequency nextRelease dimensions { code }
        }
        share: indicator(code: "GRDP_SHARE") { kind unit { code } definition }
        plain: indicator(code: "CPI") { dimensions { code } }
      }`),
    ).toEqual({
      data: {
        indicator: {
          name: 'Gross regional domestic product, constant 2010 prices',
          vi: 'Tổng sản phẩm trên địa bàn (giá so sánh 2010)',
          definition: null,
          methodology: null,
          unit: { code: 'VND', symbol: '₫' },
          kind: 'FLOW',
          baseYear: null,
          priceYear: 2010,
          decimals: null,
          frequency: null,
          nextRelease: null,
          dimensions: [{ code: 'ECONOMIC_SECTOR' }],
        },
        share: {
          kind: 'RATIO',
          unit: { code: 'PERCENT' },
          definition:
            'What each sector makes up of the gross regional domestic product, in percent; it changes by percentage points.',
        },
        plain: { dimensions: [] },
      },
    });
  });
});

describe('a period', () => {
  test.each([
    ['2024-06', '2024-M06', 'MONTH', false, 'June 2024', 'Tháng 6 năm 2024', '2024-M05', '2023-M06'],
    ['2024-Q1', '2024-Q1', 'QUARTER', true, 'First quarter of 2024', 'Quý I năm 2024', '2023-Q4', '2023-Q1'],
    ['2024-H1', '2024-S1', 'HALF_YEAR', true, 'First half of 2024', '6 tháng đầu năm 2024', '2023-S2', '2023-S1'],
    ['2024', '2024', 'YEAR', true, '2024', 'Năm 2024', '2023', '2023'],
    [
      '2024-YTD10',
      '2024-YTD10',
      'YEAR_TO_DATE',
      true,
      'First 10 months of 2024',
      '10 tháng đầu năm 2024',
      null,
      '2023-YTD10',
    ],
    ['2024-YTD12', '2024', 'YEAR', true, '2024', 'Năm 2024', '2023', '2023'],
    ['2021-01-01/P24M', '2021-01-01/P2Y', 'SPAN', false, '2021–2022', '2021–2022', '2019-01-01/P2Y', '2020-01-01/P2Y'],
    [
      '2025-01-01/P52D',
      '2025-01-01/P52D',
      'SPAN',
      false,
      '1 January 2025 to 21 February 2025',
      '1/1/2025 đến 21/2/2025',
      '2024-11-10/P52D',
      '2024-01-01/P52D',
    ],
  ])('is one whatever it was called: %s', async (...row) => {
    const [asked, code, kind, isYearToDate, label, vi, previous, lastYear] = row;
    expect(
      await server.ask(
        `{ period(code: "${asked}") { code kind isYearToDate label vi: label(language: VI) previous { code } lastYear { code } } }`,
      ),
    ).toEqual({
      data: {
        period: {
          code,
          kind,
          isYearToDate,
          label,
          vi,
          previous: previous && { code: previous },
          lastYear: { code: lastYear },
        },
      },
    });
  });
});

describe('a thing asked by an unknown code', () => {
  test('is null', async () => {
    expect(
      await server.ask(`{
        agency(code: "XX") { code } source(code: "XX") { code } release(code: "XX") { code } indicator(code: "XX") { code }
        dimension(code: "XX") { code } unit(code: "XX") { code } territory(code: "XX") { code }
      }`),
    ).toEqual({
      data: {
        agency: null,
        source: null,
        release: null,
        indicator: null,
        dimension: null,
        unit: null,
        territory: null,
      },
    });
  });
});

describe('a list of codes', () => {
  test.each([
    ['units', 11, ['CLUSTER', 'ENTERPRISE']],
    ['dimensions', 5, ['COMMODITY', 'ECONOMIC_SECTOR']],
    ['releases', 1, ['INITIAL_LOAD']],
    ['sources', 27, ['BAO_KHANH_HOA_2022_11_13', 'BAO_NINH_THUAN_2021_12']],
    ['agencies', 25, ['BAOMOI', 'BAO_KHANH_HOA']],
    ['indicators', 31, ['ACCOMMODATION_FOOD_REVENUE', 'CONSTRUCTION_VALUE_ADDED']],
  ])('goes by code and has a total: %s', async (list, seeded, codes) => {
    const { data }: Answer<Record<string, { totalCount: number; nodes: { code: string }[] }>> = await server.ask(
      `{ ${list}(first: 500) { totalCount nodes { code } } }`,
    );
    const found = data[list]!.nodes.map(({ code }) => code);
    expect(found).toEqual([...found].sort());
    expect(found).toEqual(expect.arrayContaining(codes));
    expect(data[list]!.totalCount).toBeGreaterThanOrEqual(seeded);
  });

  test('pages both ways', async () => {
    const { data }: Answer<{ units: { edges: { cursor: string }[] } }> = await server.ask(
      `{ units(first: 3) { edges { cursor } } }`,
    );
    const cursor = data.units.edges[2]!.cursor;
    expect(
      await server.ask(`{
        after: units(first: 2, after: "${cursor}") { nodes { code } pageInfo { hasNextPage hasPreviousPage } }
        before: units(last: 1, before: "${cursor}") { nodes { code } pageInfo { hasNextPage hasPreviousPage } }
      }`),
    ).toEqual({
      data: {
        after: {
          nodes: [{ code: 'INDEX' }, { code: 'KWH' }],
          pageInfo: { hasNextPage: true, hasPreviousPage: true },
        },
        before: { nodes: [{ code: 'ENTERPRISE' }], pageInfo: { hasNextPage: true, hasPreviousPage: true } },
      },
    });
  });
});

describe('the language', () => {
  const names = `{ unit(code: "USD") { name vi: name(language: VI) en: name(language: EN) } }`;

  test.each([
    ['en', 'US dollar'],
    ['en-GB,en;q=0.9', 'US dollar'],
    ['vi', 'đô la Mỹ'],
    ['fr', 'đô la Mỹ'],
    ['fr, en;q=0.5', 'US dollar'],
    ['vi;q=0.4, en;q=0.5', 'US dollar'],
    ['*', 'đô la Mỹ'],
    ['', 'đô la Mỹ'],
  ])(
    'is that of Accept-Language unless an argument says otherwise, Vietnamese without either: "%s"',
    async (header, name) => {
      expect(await server.ask(names, {}, { 'accept-language': header })).toEqual({
        data: { unit: { name, vi: 'đô la Mỹ', en: 'US dollar' } },
      });
    },
  );

  test('falls back to Vietnamese where a translation is missing', async () => {
    await server.figures.publish([
      { release: 'CHỈ TIẾNG VIỆT', indicator: 'VIETNAMESE_ONLY', note: 'chỉ có tiếng Việt' },
    ]);
    expect(
      await server.ask(`{ observations(filter: { indicators: ["VIETNAMESE_ONLY"] }) {
        nodes { indicator { name(language: EN) } note(language: EN) print { release { title(language: EN) } } }
      } }`),
    ).toEqual({
      data: {
        observations: {
          nodes: [
            {
              indicator: { name: 'VIETNAMESE_ONLY' },
              note: 'chỉ có tiếng Việt',
              print: { release: { title: 'CHỈ TIẾNG VIỆT' } },
            },
          ],
        },
      },
    });
  });
});

describe('the service', () => {
  test('states its limits, its languages and how to use what it says', async () => {
    expect(
      await server.ask(`{ service {
        limits { defaultPage maxPage tableCells listEntries depth cost tokens queryCharacters bodyBytes }
        languages licence contact
        howToCite vi: howToCite(language: VI)
      } }`),
    ).toEqual({
      data: {
        service: {
          limits: {
            defaultPage: 20,
            maxPage: 500,
            tableCells: 100_000,
            listEntries: 500,
            depth: 12,
            cost: 5000,
            tokens: 1500,
            queryCharacters: 16_384,
            bodyBytes: 262_144,
          },
          languages: ['VI', 'EN'],
          licence: 'CC BY 4.0',
          contact: null,
          howToCite:
            'Name the publisher, the document, its date and address: `citation.text` of each figure gives such a line.',
          vi: 'Ghi cơ quan công bố, tài liệu, ngày công bố và địa chỉ: `citation.text` của từng số liệu cho sẵn một dòng như vậy.',
        },
      },
    });
  });

  test('tells the day in Vietnam at the moment it reads', async () => {
    const { data }: Answer<{ service: { now: string; today: string } }> = await server.ask(`{ service { now today } }`);
    const { now, today } = data.service;
    expect(today).toBe(new Date(Date.parse(now) + 7 * 3_600_000).toISOString().slice(0, 10));
  });
});

describe('an id', () => {
  const THINGS = `{
    territory(code: "58", on: "2024-01-01") { id } agency(code: "NSO") { id } source(code: "NEWS_2024_06_06") { id }
    release(code: "INITIAL_LOAD") { id } indicator(code: "CPI") { id } unit(code: "VND") { id } period(code: "2024-S1") { id }
    dimension(code: "INDUSTRY") { id items(first: 3) { id } }
    observations(first: 1, filter: { territories: ["58"] }) { nodes { id } } plans(first: 1) { nodes { id } }
  }`;

  test('gives back every kind of thing', async () => {
    const { data }: Answer<Record<string, { id?: string; items?: { id: string }[]; nodes?: { id: string }[] }>> =
      await server.ask(THINGS);
    const ids = Object.values(data).flatMap(({ id, items, nodes }) => [
      ...(id ? [id] : []),
      ...[...(items ?? []), ...(nodes ?? [])].map((one) => one.id),
    ]);
    const kinds =
      'Territory Agency Source Release Indicator Unit Period Dimension DimensionItem DimensionItem DimensionItem Observation Plan';
    expect(await server.ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }`, { ids })).toEqual({
      data: { nodes: kinds.split(' ').map((__typename, at) => ({ __typename, id: ids[at] })) },
    });
  });

  test.each([
    'nonsense',
    'Indicator:NONE',
    'Indicator:CPI@2024-01-01T00:00:00.000000Z',
    'Territory:01',
    'Observation:1@2024-13-45T99:99:99.000000Z',
    'Observation:1@----------',
    'Observation:1@2999-01-01T00:00:00.000000Z',
    'Observation:99999999',
    'Nothing:1',
  ])('of nothing is null: %s', async (text) => {
    const id = Buffer.from(text).toString('base64url');
    expect(await server.ask(`{ node(id: "${id}") { id } }`)).toEqual({ data: { node: null } });
  });
});
