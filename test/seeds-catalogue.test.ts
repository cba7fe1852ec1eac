import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { seed } from '../seeds/seed.js';
import { SeedFolder } from './support/seed-folder.js';

let seeds: SeedFolder;

beforeAll(async () => {
  seeds = await SeedFolder.open();
  await seed(seeds.database);
}, 60_000);

afterAll(() => seeds.close());

beforeEach(() => seeds.restore());

const count = async (what: string): Promise<number> =>
  Number((await seeds.rowsOf<{ n: string }>(`select count(*) as n from ${what}`))[0]!.n);

const here = () => seed(seeds.database, seeds.path);

describe('every line of the lists is there', () => {
  test('89 lines about products are 89 recognitions of 86 products: three stand in two lines', async () => {
    const kinds = await seeds.rowsOf(`select kind, count(*)::int as n from recognition group by kind order by kind`);
    expect(kinds).toEqual(
      Object.entries({
        CERTIFICATION_MARK: 1, COLLECTIVE_MARK: 11, GEOGRAPHICAL_INDICATION: 2, OCOP: 37 + 4, OCOP_CANDIDATE: 16,
        OCOP_POTENTIAL_FIVE_STAR: 3, SPECIALTY: 12, SPECIALTY_CANDIDATE: 3,
      }).map(([kind, n]) => ({ kind, n })), // prettier-ignore
    );
    const twice =
      await seeds.rowsOf(`select name_vi, count(*)::int as n from recognition r join product p on p.id = r.product_id
      group by p.id having count(*) > 1 order by p.sort_key`);
    expect(twice).toEqual(
      ['Gốm Bàu Trúc', 'Nước mắm Cà Ná', 'Thổ cẩm Mỹ Nghiệp'].map((name_vi) => ({ name_vi, n: 2 })),
    );
    expect(await count('product')).toBe(86);
  });

  test('26 sets of goods, 8 families with a name and 6 groups are one tree', async () => {
    expect(await seeds.rowsOf(`select level, count(*)::int as n from product_group group by level order by 1`)).toEqual(
      [
        { level: 'FAMILY', n: 8 },
        { level: 'GROUP', n: 6 },
        { level: 'SET', n: 26 },
      ],
    );
    expect(await count(`product_group where is_verified`)).toBe(8 + 3 + 1);
    expect(
      await seeds.rowsOf(`select g.code, p.code as parent from product_group g join product_group p on p.id = g.parent_id
        where g.code in ('1.3', '1.3.4', '3.1.1') order by 1`),
    ).toEqual([
      { code: '1.3', parent: '1' },
      { code: '1.3.4', parent: '1.3' },
      { code: '3.1.1', parent: '3' },
    ]);
  });

  test('33 lines about events are 32: a forum that moved has its planned and its actual days', async () => {
    expect(await count('event')).toBe(32);
    expect(await count('event_source')).toBe(33);
    expect(
      await seeds.rowsOf(`select planned_start, planned_end, actual_start, actual_end, booths from event
        where slug = 'dien-dan-ocop-dbscl-2024'`),
    ).toEqual([
      {
        planned_start: '2024-09-26',
        planned_end: '2024-09-30',
        actual_start: '2024-09-29',
        actual_end: '2024-10-03',
        booths: 320,
      },
    ]);
  });

  test('28 lines about projects are 27: the total of the clusters is a figure', async () => {
    expect(await seeds.rowsOf(`select kind, count(*)::int as n from project group by kind order by 1`)).toEqual([
      { kind: 'ENERGY', n: 20 },
      { kind: 'INDUSTRIAL_CLUSTER', n: 4 },
      { kind: 'INDUSTRIAL_PARK', n: 3 },
    ]);
    expect(await count('project_progress')).toBe(27 + 1);
  });

  test('and says where it is written', async () => {
    expect(await count('recognition where source_id is null')).toBe(0);
    expect(await count('project where source_id is null')).toBe(0);
    expect(await count('event e where not exists (select from event_source s where s.event_id = e.id)')).toBe(0);
    expect(await count('source where address is not null')).toBe(26 + 52);
  });
});

describe('what is not known is not said', () => {
  test('a council only bounds the day of a decision, and a potential five-star is dated by its vote', async () => {
    const rows = await seeds.rowsOf(`select issued_on, count(*)::int as n from recognition
      where authority_level is not null group by 1 order by 1`);
    expect(rows).toEqual([
      { issued_on: '2023-09-25/2023-12-31', n: 6 },
      { issued_on: '2023-10-11/2023-12-31', n: 6 },
      { issued_on: '2023-12-27', n: 1 },
      { issued_on: '2024', n: 2 },
    ]);
  });

  test('what has no year has no day', async () => {
    expect(await count(`recognition where issued_on is null and kind = 'OCOP'`)).toBe(4 + 1);
    expect(await count(`recognition where issued_on is not null and kind not like 'OCOP%'`)).toBe(1);
  });

  test('who uses or owns a mark is no producer', async () => {
    expect(await count(`producer where name_vi like '%Mỹ Nghiệp%' or name_vi like 'UBND%'`)).toBe(0);
    expect(await seeds.rowsOf(`select owner_vi, area_vi from recognition where owner_vi is not null`)).toEqual([
      { owner_vi: 'UBND huyện Thuận Nam', area_vi: 'Cà Ná, Phước Diêm (huyện Thuận Nam)' },
    ]);
  });

  test('a place is the closest unit that is known, with what was printed below it', async () => {
    const rows =
      await seeds.rowsOf(`select p.slug, t.code, t.name, p.place from product p join territory t on t.id = p.territory_id
      where p.slug in ('hanh-tim-nhon-hai', 'rong-nho-tach-nuoc-tri-tin', 'nam-linh-chi-van-long', 'gom-bau-truc',
        'nho-ninh-thuan') order by p.slug`);
    expect(rows).toEqual([
      { slug: 'gom-bau-truc', code: '587', name: 'Ninh Phước', place: 'Thị trấn Phước Dân' },
      { slug: 'hanh-tim-nhon-hai', code: '22867', name: 'Nhơn Hải', place: null },
      { slug: 'nam-linh-chi-van-long', code: '571', name: 'Vạn Ninh', place: 'Vạn Long' },
      { slug: 'nho-ninh-thuan', code: '58', name: 'Ninh Thuận', place: null },
      { slug: 'rong-nho-tach-nuoc-tri-tin', code: '572', name: 'Ninh Hòa', place: 'Phường Ninh Hải' },
    ]);
  });

  test('a project without an investor has none', async () => {
    expect(
      await seeds.rowsOf(`select investor_vi, area_hectares::text from project where slug = 'ccn-phuoc-minh-3'`),
    ).toEqual([{ investor_vi: null, area_hectares: '45' }]);
  });
});

test('the days of an event are its own, else those of what it is part of', async () => {
  const rows = await seeds.rowsOf(`select slug, starts_latest::text as starts, ends_latest::text as ends from event
    where starts_earliest <= '2023-06-30' and coalesce(ends_latest, starts_latest) >= '2023-06-01' order by starts_latest, slug`);
  expect(rows).toEqual([
    { slug: 'hoi-cho-cong-thuong-nam-trung-bo-2023', starts: '2023-06-13', ends: '2023-06-18' },
    { slug: 'le-hoi-nho-va-vang-2023', starts: '2023-06-13', ends: '2023-06-18' },
    { slug: 'le-hoi-trai-cay-ninh-son-2023', starts: '2023-06-16', ends: null },
  ]);
});

test('capital is told as it was revised', async () => {
  const rows =
    await seeds.rowsOf(`select c.stated_on, c.value::text, u.code as unit, c.unit_multiplier, c.is_preliminary, c.decision
    from project_capital c join project p on p.id = c.project_id join unit u on u.id = c.unit_id
    where p.slug = 'lng-ca-na-giai-doan-1' order by c.position`);
  const revised = { stated_on: '2023-10-22', is_preliminary: false, decision: '1419' };
  expect(rows).toEqual([
    { stated_on: '2020', value: '49', unit: 'VND', unit_multiplier: 12, is_preliminary: true, decision: null },
    { ...revised, value: '51793', unit: 'VND', unit_multiplier: 9 },
    { ...revised, value: '2238', unit: 'USD', unit_multiplier: 6 },
  ]);
});

describe('a bad row stops the seeding with its file, row and column, and nothing is written', () => {
  const POTENTIAL = 'OCOP_POTENTIAL_FIVE_STAR,,91.11,QD148_2023,Hội đồng cấp tỉnh,Provincial council,PROVINCE,2024,';
  const DISTRICT = 'hanh-tim-nhon-hai,OCOP,4,,,,,DISTRICT,2023-10-11/2023-12-31,,,,,,,,,BNEWS_170342';
  const LATE = DISTRICT.replace('OCOP,4', 'OCOP,3').replace('2023-10-11/2023-12-31', '2025-07-06');
  const RECOGNISED = 'hanh-tim-nhon-hai,OCOP';
  // prettier-ignore
  test.each([
    ['score: 89.99 is the score of 4 stars by QD148_2023, not of 5', 'recognitions.csv', POTENTIAL, POTENTIAL.replace('91.11', '89.99')],
    ['score: is not of 0 to 100', 'recognitions.csv', POTENTIAL, POTENTIAL.replace('91.11', '100.01')],
    ['authority_level: it is the province', 'recognitions.csv', POTENTIAL, POTENTIAL.replace('PROVINCE', 'CENTRAL')],
    ['criteria: QD148_2023 holds from 2023-02-24 on, after issued_on', 'recognitions.csv', POTENTIAL, POTENTIAL.replace('2024', '2022')],
    ['criteria: there is no version of the criteria "QD148_202"', 'recognitions.csv', POTENTIAL, POTENTIAL.replace('2023', '202')],
    ['stars: only OCOP has stars', 'recognitions.csv', POTENTIAL, POTENTIAL.replace('STAR,', 'STAR,5')],
    ['authority_level: did not certify so many stars on any day of issued_on', 'recognitions.csv', '', DISTRICT],
    ['authority_level: did not certify so many stars on any day of issued_on', 'recognitions.csv', '', LATE],
    ['product: there is no product "hanh-tim-nhon-ha". Did you mean "hanh-tim-nhon-hai"?', 'recognitions.csv', RECOGNISED, 'hanh-tim-nhon-ha,OCOP'],
    ['source: is empty', 'recognitions.csv', ',BNEWS_170342', ','],
    ['issued_on: "2020-9" is not a date', 'recognitions.csv', ',2020-09,', ',2020-9,'],
    ['slug: "Nho" is not a slug', 'products.csv', 'nho,Nho,', 'Nho,Nho,'],
    ['group: there is no group "QD148_2023/1.1.9"', 'products.csv', '/1.1.1,', '/1.1.9,'],
    ['territory: "22852" names several units', 'products.csv', '22852@2024-06-06', '22852'],
    ['producer: there is no producer "tri-ti". Did you mean "tri-tin"?', 'products.csv', ',tri-tin,', ',tri-ti,'],
    ['star_bands: are not five rising scores', 'ocop_criteria.csv', '0;30;50;70;90', '0;30;70;50;90'],
    ['score_parts: do not add up to 100', 'ocop_criteria.csv', '40;25;35', '40;25;30'],
    ['code: lies in no group: there is no "7"', 'product_groups.csv', ',6.1.1,', ',7.1.1,'],
    ['kind: "HOUSEHOL" is not one of', 'producers.csv', ',HOUSEHOLD,', ',HOUSEHOL,'],
    ['amount: "12.000đ" is not a number', 'product_prices.csv', '', 'nho,12.000đ,VND,kg,,2024,,'],
    ['currency: there is no unit "VN"', 'product_prices.csv', '', 'nho,12000,VN,kg,,2024,,'],
    ['address: "photo.jpg" is not an address', 'product_photos.csv', '', 'nho,photo.jpg,Nho,,'],
    ['producer: a certificate is of a product or of a producer', 'certificates.csv', '', 'nho,ba-moi,VIETGAP,,,,,,,'],
    ['valid_until: lies before issued_on', 'certificates.csv', '', 'nho,,VIETGAP,,,,2024-06,2024-05,,'],
    ['standard: there is no standard "VIETGAPP". Did you mean "VIETGAP"?', 'certificates.csv', '', 'nho,,VIETGAPP,,,,,,,'],
    ['parent: there is no event "le-hoi-nho-va-vang-202". Did you mean "le-hoi-nho-va-vang-2023"?', 'events.csv', ',le-hoi-nho-va-vang-2023,', ',le-hoi-nho-va-vang-202,'],
    ['parent: an event is no part of itself', 'events.csv', ',le-hoi-nho-va-vang-2023,', ',hoi-cho-cong-thuong-nam-trung-bo-2023,'],
    ['actual_end: lies before actual_start', 'events.csv', '2024-09-29,2024-10-03', '2024-09-29,2024-09-28'],
    ['booths_qualifier: is given, but there is no number', 'events.csv', ',40,NEARLY', ',,NEARLY'],
    ['event: there is no event "ngay-hoi-ocop-an-giang-202". Did you mean', 'event_zones.csv', 'ngay-hoi-ocop-an-giang-2021,An', 'ngay-hoi-ocop-an-giang-202,An'],
    ['zone: there is no zone of ngay-hoi-ocop-an-giang-2021 "An Gian". Did you mean "An Giang"?', 'exhibits.csv', '', 'ngay-hoi-ocop-an-giang-2021,xu-phan,,An Gian,,,'],
    ['zone: there is no zone of vietnam-expo-33 "An Giang"', 'exhibits.csv', '', 'vietnam-expo-33,xu-phan,,An Giang,,,'],
    ['products: there is no product "tao-tuo". Did you mean "tao-tuoi"?', 'exhibits.csv', '', 'vietnam-expo-33,xu-phan,,,nho;tao-tuo,,'],
    ['stage_on: is given, but there is no stage', 'projects.csv', ',UNDER_CONSTRUCTION,2024-02,true,', ',,2024-02,,'],
    ['area_hectares: is not more than 0', 'projects.csv', ',50.28,', ',0,'],
    ['unit_multiplier: "5" is not a power of ten', 'project_capitals.csv', ',472.2,VND,9', ',472.2,VND,5'],
  ])('%s', async (message, file, from, to) => {
    const line = from === '' ? await seeds.append(file, to) : await seeds.edit(file, from, to);
    const before = await seeds.rowVersions();
    await expect(here()).rejects.toThrow(`${file}:${line}: column ${message}`);
    expect(await seeds.rowVersions()).toEqual(before);
  });

  test('an event is no part of its own part', async () => {
    await seeds.edit(
      'events.csv',
      ',FESTIVAL,,,,,,2023-06-13,',
      ',FESTIVAL,,,hoi-cho-cong-thuong-nam-trung-bo-2023,,,2023-06-13,',
    );
    await expect(here()).rejects.toThrow('events.csv:18: column parent: leads back to "le-hoi-nho-va-vang-2023".');
  });
});

describe('a row that is mended stays the same row', () => {
  const idOf = () =>
    seeds.rowsOf(`select r.id from recognition r join product p on p.id = r.product_id
    where p.slug = 'nho-ba-moi'`);

  test('even where a part of its key is mended', async () => {
    const before = await idOf();
    await seeds.edit('recognitions.csv', 'nho-ba-moi,OCOP,4,,,,,,2020,', 'nho-ba-moi,OCOP,4,,,,,,2020-12,');
    expect(await here()).toEqual({ inserted: {}, updated: { recognition: 1 } });
    expect(await idOf()).toEqual(before);
    expect(await seed(seeds.database)).toEqual({ inserted: {}, updated: { recognition: 1 } });
  });

  test('and what is listed follows the order of its file', async () => {
    await seeds.edit('event_venues.csv', 'Quảng trường 16/4', 'Quảng trường khác');
    expect(await here()).toEqual({ inserted: {}, updated: { event_venue: 1 } });
    expect(await seed(seeds.database)).toEqual({ inserted: {}, updated: { event_venue: 1 } });
  });
});

test('prices, photos, channels, contacts, certificates and exhibits come in, and twice is the same as once', async () => {
  await seeds.append('product_prices.csv', 'nho,45000.50,VND,kg,kg,2024-06,BNEWS_170342,');
  await seeds.append('product_photos.csv', 'nho,https://example.org/nho.jpg,Chùm nho,A bunch of grapes,Sở Công Thương');
  await seeds.append('sales_channels.csv', 'nho,SHOP,Cửa hàng OCOP,');
  await seeds.append('producer_contacts.csv', 'ba-moi,WEBSITE,https://example.org');
  await seeds.append('certificates.csv', 'nho,,VIETGAP,01,,,2024,2026-06-30,,');
  await seeds.append('certificates.csv', ',ba-moi,HACCP,,,,2024-03,,,');
  await seeds.append('exhibits.csv', 'ngay-hoi-ocop-an-giang-2021,ba-moi,A1,An Giang,nho-say;nho-ba-moi,,');
  const inserted = {
    product_price: 1, product_photo: 1, sales_channel: 1, producer_contact: 1, certificate: 2, exhibit: 1,
    exhibit_product: 2,
  }; // prettier-ignore
  expect(await here()).toEqual({ inserted, updated: {} });
  const once = await seeds.rowVersions();
  expect(await here()).toEqual({ inserted: {}, updated: {} });
  expect(await seeds.rowVersions()).toEqual(once);
  expect(await seeds.rowsOf(`select amount::text from product_price`)).toEqual([{ amount: '45000.50' }]);
});
