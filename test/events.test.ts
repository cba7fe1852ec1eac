import { beforeAll, describe, expect, test } from '@jest/globals';
import { attempt } from './support/attempt.js';
import { EventFactories } from './support/event-factories.js';
import { type Answer, testServer } from './support/server.js';

const server = testServer({}, false);
const make = new EventFactories(() => server.database);

/** Slugs of the events that `events(…)` lists. */
const listed = async (args: string): Promise<string[]> => {
  const { data, errors }: Answer<{ events: { nodes: { slug: string }[] } }> = await server.ask(
    `{ events${args && `(${args})`} { nodes { slug } } }`,
  );
  if (errors) throw new Error(errors[0]!.message);
  return data.events.nodes.map(({ slug }) => slug);
};

const event = async (slug: string, selection: string): Promise<unknown> => {
  const { data, errors }: Answer<{ event: unknown }> = await server.ask(
    `query E($slug: String!) { event(slug: $slug) { ${selection} } }`,
    { slug },
  );
  return errors ?? data.event;
};

const DATES = 'startsOn { date inferred } endsOn { date inferred } areDatesOfParent';
const shown = (start: string | null, end: string | null, areDatesOfParent = false, inferred = false) => ({
  startsOn: start && { date: start, inferred },
  endsOn: end && { date: end, inferred },
  areDatesOfParent,
});

describe('an event', () => {
  test('says all that is known of it', async () => {
    await attempt(server.database, `insert into unit (code, name_vi) values ('VND', 'đồng')`);
    const slug = await make.event({
      name: 'Hội chợ nho và rượu vang',
      nameEn: 'Grape and wine fair',
      kind: 'TRADE_FAIR',
      territory: '58',
      from: '2031-06-10',
      to: '2031-06-15',
      venues: ['Quảng trường 16 tháng 4', 'Bãi biển Bình Sơn'],
      parties: { HOST: ['UBND tỉnh'], ORGANISER: ['Sở Công Thương', 'Hội Nông dân'], CO_ORGANISER: ['HTX Thái An'] },
      zones: [['Khu OCOP', 40], ['Khu ẩm thực', null]], // prettier-ignore
      sources: { NEWS_A: 'trang 2', NEWS_B: null },
      columns: {
        theme_vi: 'Kết nối',
        theme_en: 'Connecting',
        actual_start: '2031-06-13',
        actual_end: '2031-06-18',
        duration_days: 6,
        opening_hours_vi: '8 giờ đến 21 giờ',
        plan_number: '81/KH-UBND',
        is_entry_free: true,
        booths: 300,
        booths_qualifier: 'NEARLY',
        firms: 120,
        registration_deadline: '2031-05',
        registration_how_vi: 'Gửi phiếu',
        registration_contact: '0259 123 456',
        is_registration_exempt: false,
        visitors: 50000,
        visitors_qualifier: 'OVER',
        turnover: '12.50',
        turnover_multiplier: 9,
        turnover_unit_id: 1,
        contracts: 0,
        note_vi: 'Hai năm một lần',
      },
    });
    expect(
      await event(
        slug,
        `slug name vietnamese: name(language: VI) kind theme openingHours durationDays planNumber isEntryFree note callOff { kind }
        ${DATES} plannedStart { date } plannedEnd { date } actualStart { date precision } actualEnd { date }
        territory { code } venues { name } hosts { name } organisers { name } coOrganisers { name }
        scale { booths { value qualifier } firms { value qualifier } displayedProducts { value } localities { value }
          zones { name booths { value } } }
        registration { deadline { date precision } how contact isExempt }
        results { visitors { value qualifier } turnover { value unitMultiplier scaledValue unit { code } } contracts { value } }
        citations { source { code } locator } parent { slug } parts { slug }`,
      ),
    ).toEqual({
      slug: 'hoi-cho-nho-va-ruou-vang',
      name: 'Grape and wine fair',
      vietnamese: 'Hội chợ nho và rượu vang',
      kind: 'TRADE_FAIR',
      theme: 'Connecting',
      openingHours: '8 giờ đến 21 giờ',
      durationDays: 6,
      planNumber: '81/KH-UBND',
      isEntryFree: true,
      note: 'Hai năm một lần',
      callOff: null,
      ...shown('2031-06-13', '2031-06-18'),
      plannedStart: { date: '2031-06-10' },
      plannedEnd: { date: '2031-06-15' },
      actualStart: { date: '2031-06-13', precision: 'DAY' },
      actualEnd: { date: '2031-06-18' },
      territory: { code: '58' },
      venues: [{ name: 'Quảng trường 16 tháng 4' }, { name: 'Bãi biển Bình Sơn' }],
      hosts: [{ name: 'UBND tỉnh' }],
      organisers: [{ name: 'Sở Công Thương' }, { name: 'Hội Nông dân' }],
      coOrganisers: [{ name: 'HTX Thái An' }],
      scale: {
        booths: { value: 300, qualifier: 'NEARLY' },
        firms: { value: 120, qualifier: null },
        displayedProducts: null,
        localities: null,
        zones: [
          { name: 'Khu OCOP', booths: { value: 40 } },
          { name: 'Khu ẩm thực', booths: null },
        ],
      },
      registration: {
        deadline: { date: '2031-05', precision: 'MONTH' },
        how: 'Gửi phiếu',
        contact: '0259 123 456',
        isExempt: false,
      },
      results: {
        visitors: { value: 50000, qualifier: 'OVER' },
        turnover: { value: '12.50', unitMultiplier: 9, scaledValue: '12500000000', unit: { code: 'VND' } },
        contracts: { value: 0 },
      },
      citations: [
        { source: { code: 'NEWS_A' }, locator: 'trang 2' },
        { source: { code: 'NEWS_B' }, locator: null },
      ],
      parent: null,
      parts: [],
    });
  });

  test('of which only the name is known says null or nothing of all else', async () => {
    const slug = await make.event({ name: 'Chỉ có tên' });
    expect(
      await event(
        slug,
        `${DATES} plannedStart { date } actualEnd { date } territory { code } state theme durationDays openingHours planNumber
        isEntryFree scale { booths { value } } registration { how } results { contracts { value } } callOff { on } note
        venues { name } hosts { name } organisers { name } coOrganisers { name } citations { locator } parent { slug }
        exhibits { totalCount } products { totalCount } eligibleProducts { totalCount }`,
      ),
    ).toEqual({
      ...shown(null, null),
      plannedStart: null,
      actualEnd: null,
      territory: null,
      state: null,
      theme: null,
      durationDays: null,
      openingHours: null,
      planNumber: null,
      isEntryFree: null,
      scale: null,
      registration: null,
      results: null,
      callOff: null,
      note: null,
      venues: [],
      hosts: [],
      organisers: [],
      coOrganisers: [],
      citations: [],
      parent: null,
      exhibits: { totalCount: 0 },
      products: { totalCount: 0 },
      eligibleProducts: null,
    });
  });

  test.each(['hoi-cho-khong-co', '', '%', "' or 1=1 --", 'HOI-CHO', '\u0000', 'x'.repeat(3000)])(
    'of the slug %j is null',
    async (slug) => {
      expect(await event(slug, 'slug')).toBeNull();
    },
  );

  test('is found again by its id', async () => {
    const slug = await make.event({ name: 'Tìm lại được' });
    const { id } = (await event(slug, 'id')) as { id: string };
    expect(await server.ask('query N($id: ID!) { node(id: $id) { id ... on Event { slug } } }', { id })).toEqual({
      data: { node: { id, slug } },
    });
  });

  test('that was called off says so from that day on, and why', async () => {
    const columns = { call_off: 'POSTPONED', called_off_on: '2031-09-01', call_off_reason_vi: 'Bão' };
    const slug = await make.event({ name: 'Bị hoãn', from: '2031-09-10', to: '2031-09-12', columns });
    const selection = `before: state(on: "2031-08-31") since: state(on: "2031-09-01") after: state(on: "2031-12-01")
      callOff { kind on reason }`;
    const callOff = { kind: 'POSTPONED', on: '2031-09-01', reason: 'Bão' };
    expect(await event(slug, selection)).toEqual({
      before: 'UPCOMING',
      since: 'POSTPONED',
      after: 'POSTPONED',
      callOff,
    });
    await make.change(slug, { actual_start: '2031-11-30', actual_end: '2031-12-02' });
    expect(await event(slug, selection)).toEqual({ before: 'UPCOMING', since: 'UPCOMING', after: 'RUNNING', callOff });
  });
});

describe('the dates shown', () => {
  const START = { from: '2031-04-26', to: '2031-04-30' };

  test.each([
    ['are the planned ones while nothing else is known', START, {}, shown('2031-04-26', '2031-04-30')],
    ['are the actual ones once they are known', START, { actual_start: '2031-04-29', actual_end: '2031-05-03' }, shown('2031-04-29', '2031-05-03')],
    ['keep the planned end while only the start came about', START, { actual_start: '2031-04-29' }, shown('2031-04-29', '2031-04-30')],
    ['drop a planned end before the actual start', START, { actual_start: '2031-05-02' }, shown('2031-05-02', null)],
    ['drop a planned start after the actual end', START, { actual_end: '2031-04-20' }, shown(null, '2031-04-20')],
    ['keep a planned end that may lie after the actual start', { from: '2031-04', to: '2031-04' }, { actual_start: '2031-04-30' }, shown('2031-04-30', '2031-04')],
    ['say that they were inferred', START, { are_dates_inferred: true }, shown('2031-04-26', '2031-04-30', false, true)],
  ])('%s', async (name, dates, columns, expected) => {
    const slug = await make.event({ name, ...dates, columns });
    expect(await event(slug, DATES)).toEqual(expected);
  }); // prettier-ignore

  test('of a part are its own if any is known, else its parent’s, which it follows', async () => {
    const parent = await make.event({ name: 'Lễ hội mẹ', from: '2032-06', columns: { are_dates_inferred: true } });
    const part = await make.event({ name: 'Hội chợ con', parent });
    const own = await make.event({ name: 'Họp báo con', parent, from: '2032-05-05' });
    const grandchild = await make.event({ name: 'Hội thảo cháu', parent: part });
    const all = () => Promise.all([part, grandchild, own].map((slug) => event(slug, DATES)));

    expect(await all()).toEqual([
      shown('2032-06', null, true, true),
      shown('2032-06', null, true, true),
      shown('2032-05-05', null),
    ]);
    await make.change(parent, { actual_start: '2032-06-13', actual_end: '2032-06-18', are_dates_inferred: false });
    expect(await all()).toEqual([
      shown('2032-06-13', '2032-06-18', true),
      shown('2032-06-13', '2032-06-18', true),
      shown('2032-05-05', null),
    ]);
    expect(await listed('filter: { from: "2032-06-15", to: "2032-06-15" }')).toEqual([part, grandchild, parent]);

    await make.change(part, { planned_start: '2032-06-14' });
    expect(await all()).toEqual([
      shown('2032-06-14', null),
      shown('2032-06-14', null, true),
      shown('2032-05-05', null),
    ]);
    await make.change(part, { planned_start: null, parent_id: null });
    expect(await all()).toEqual([shown(null, null), shown(null, null), shown('2032-05-05', null)]);
  });

  test('of parts stand in their order below the parent', async () => {
    const parent = await make.event({ name: 'Tuần lễ', from: '2033-01-01' });
    for (const [name, from] of [['Cuối', '2033-01-09'], ['Không rõ ngày', undefined], ['Đầu', '2032-12-31']] as const)
      await make.event({ name, parent, from }); // prettier-ignore
    expect(await event(parent, 'parts { slug parent { slug } } two: parts(first: 2) { slug }')).toEqual({
      parts: ['dau', 'khong-ro-ngay', 'cuoi'].map((slug) => ({ slug, parent: { slug: parent } })),
      two: [{ slug: 'dau' }, { slug: 'khong-ro-ngay' }],
    });
  });
});

describe('where events are held', () => {
  beforeAll(async () => {
    const statements = [
      `insert into territory (code, name, type, level, valid_from, valid_to, successor_codes) values
        ('70', 'Cũ', 'PROVINCE', 'PROVINCE', null, '2025-07-01', '{70}'), ('71', 'Nhập', 'PROVINCE', 'PROVINCE', null, '2025-07-01', '{70}'),
        ('70', 'Mới', 'PROVINCE', 'PROVINCE', '2025-07-01', null, '{}')`,
      `insert into territory (code, name, type, level, parent_id, successor_codes)
        select '711', 'Huyện', 'DISTRICT', 'DISTRICT', id, '{}' from territory where code = '71'`,
    ];
    for (const statement of statements) expect(await attempt(server.database, statement)).toBe('done');
    const places = { cu: '70@2024-01-01', moi: '70@2026-01-01', nhap: '71', huyen: '711' };
    for (const [name, territory] of Object.entries(places)) await make.event({ name: `ở ${name}`, territory });
  });

  test.each([
    ['["70"]', ['o-cu', 'o-huyen', 'o-moi', 'o-nhap']],
    ['["70@2024-01-01"]', ['o-cu']],
    ['["70"], on: "2024-01-01"', ['o-cu']],
    ['["71"]', ['o-huyen', 'o-nhap']],
    ['["711", "70@2024-01-01"]', ['o-cu', 'o-huyen']],
    ['["70@1000-01-01", "71@2030-01-01"]', ['o-cu']],
  ])('territories: %s takes all within, and the area that a unit took over', async (territories, slugs) => {
    expect(await listed(`filter: { territories: ${territories} }`)).toEqual(slugs);
  });

  test('is asked of a territory too', async () => {
    expect(
      await server.ask(`{ territories(codes: ["70", "71"]) { nodes { validTo
        events(orderBy: { field: NAME, direction: DESC }) { totalCount nodes { slug } } } } }`),
    ).toEqual({
      data: {
        territories: {
          nodes: [
            { validTo: '2025-07-01', events: { totalCount: 1, nodes: [{ slug: 'o-cu' }] } },
            { validTo: null, events: { totalCount: 4, nodes: ['o-nhap', 'o-moi', 'o-huyen', 'o-cu'].map((slug) => ({ slug })) } },
            { validTo: '2025-07-01', events: { totalCount: 2, nodes: [{ slug: 'o-nhap' }, { slug: 'o-huyen' }] } },
          ],
        },
      },
    }); // prettier-ignore
  });
});
