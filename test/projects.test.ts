import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { type ProjectOf, ProjectFactory } from './support/project-factories.js';
import { testServer } from './support/server.js';
import { statementsOf } from './support/statements.js';

const server = testServer({ ANSWER_CACHE_BYTES: '0' });
const projects = new ProjectFactory(() => server.database);

const CLUSTERS: ProjectOf[] = [
  { slug: 'thap-cham', name: 'Cụm công nghiệp Tháp Chàm', area: '23.48', territory: '582', stage: 'OPERATING', stageOn: '2024-02' },
  { slug: 'quang-son', name: 'Cụm công nghiệp Quảng Sơn', area: '50.28', territory: '22819', stage: 'OPERATING', stageOn: '2024' },
  { slug: 'phuoc-tien', name: 'Cụm công nghiệp Phước Tiến', area: '40', territory: '22792', stage: 'IN_PREPARATION', stageOn: '2024-02-10' },
  { slug: 'phuoc-minh-3', name: 'Cụm công nghiệp Phước Minh 3', area: '45', territory: '22906', stage: 'CALLING_FOR_INVESTORS' },
].map((cluster) => ({ ...cluster, kind: 'INDUSTRIAL_CLUSTER' })); // prettier-ignore

const OTHERS: ProjectOf[] = [
  {
    slug: 'dam-nai',
    name: 'Nhà máy điện gió Đầm Nại 3',
    nameEn: 'Dam Nai 3 wind farm',
    capacity: '39.40',
    territory: '58',
  },
  { slug: 'da-my', name: 'Thủy điện Đa Mỹ', capacity: '8', territory: '56@2024-06-06' },
  { slug: 'cam-ranh', name: 'Chợ Cam Ranh', kind: 'COMMERCIAL', territory: '569' },
  { slug: 'nowhere', name: 'Dự án chưa rõ nơi' },
  { slug: 'phuoc', name: 'Phước', kind: 'COMMERCIAL' },
];

beforeAll(async () => {
  await sql`delete from project`.execute(server.database.db);
  await projects.make(...CLUSTERS, ...OTHERS);
});

/** Slugs of a page of projects, in their order. */
const slugs = async (args: string): Promise<string[]> => {
  const { data, errors } = await server.ask<{ projects: { nodes: { slug: string }[] } }>(
    `{ projects(${args}) { nodes { slug } } }`,
  );
  if (errors) throw new Error(errors[0]!.message);
  return data.projects.nodes.map(({ slug }) => slug);
};

const project = async (slug: string, selection: string): Promise<unknown> => {
  const { data, errors } = await server.ask<{ project: unknown }>(`{ project(slug: "${slug}") { ${selection} } }`);
  return errors ?? data.project;
};

test('the clusters that the department follows up answer as the contract says', async () => {
  const read = (file: string): string => readFileSync(new URL(`queries/${file}`, import.meta.url), 'utf8');
  const answer = await server.ask(read('clusters.graphql'));
  expect(answer.data).toEqual(JSON.parse(read('clusters.json')));
});

describe('a project', () => {
  test('tells what is known of it, its numbers with the digits that were printed', async () => {
    await projects.make({
      slug: 'thanh-hai',
      name: 'Khu công nghiệp Thành Hải',
      nameEn: 'Thanh Hai industrial park',
      kind: 'INDUSTRIAL_PARK',
      stage: 'OPERATING',
      stageOn: '2024-02',
      isStageInferred: true,
      establishedOn: '2021-Q2',
      area: '58.0',
      plannedArea: '77.987',
      areaNote: 'quy hoạch',
      capacity: '49.90',
      investor: 'Ban Quản lý',
      investorEn: 'Management board',
      territory: '22774',
      place: 'Thành Hải',
      note: 'Ghi chú',
      source: 'PARKS',
      locator: 'p. 2',
    });
    expect(
      await project(
        'thanh-hai',
        `slug name kind stage stageOn { date precision earliest latest inferred } establishedOn { date precision inferred }
         areaHectares plannedAreaHectares areaNote capacityMegawatts investor vi: investor(language: VI)
         territory { code } place note citation { source { code } locator }`,
      ),
    ).toEqual({
      slug: 'thanh-hai',
      name: 'Thanh Hai industrial park',
      kind: 'INDUSTRIAL_PARK',
      stage: 'OPERATING',
      stageOn: { date: '2024-02', precision: 'MONTH', earliest: '2024-02-01', latest: '2024-02-29', inferred: true },
      establishedOn: { date: '2021-Q2', precision: 'QUARTER', inferred: false },
      areaHectares: '58.0',
      plannedAreaHectares: '77.987',
      areaNote: 'quy hoạch',
      capacityMegawatts: '49.90',
      investor: 'Management board',
      vi: 'Ban Quản lý',
      territory: { code: '22774' },
      place: 'Thành Hải',
      note: 'Ghi chú',
      citation: { source: { code: 'PARKS' }, locator: 'p. 2' },
    });
  });

  test('says null of what is not known', async () => {
    const unknown =
      'stage stageOn { date } establishedOn { date } areaHectares plannedAreaHectares areaNote capacityMegawatts investor territory { code } place note citation { locator } capital { value }';
    expect(await project('nowhere', `${unknown} capitalVersions { value } progress { text }`)).toEqual({
      ...Object.fromEntries(
        unknown
          .replaceAll(/\{[^}]*\}/g, '')
          .trim()
          .split(/\s+/)
          .map((field) => [field, null]),
      ),
      capitalVersions: [],
      progress: [],
    });
  });

  test.each(['không-có', '', 'THAP-CHAM', 'x'.repeat(5000), 'a\\u0000b'])(
    'that does not exist is null: %s',
    async (slug) => {
      expect(await project(slug, 'name')).toBeNull();
    },
  );

  test('is found again by its id', async () => {
    const { id } = (await project('da-my', 'id')) as { id: string };
    expect(await server.ask(`{ node(id: "${id}") { ... on Project { slug } } }`)).toEqual({
      data: { node: { slug: 'da-my' } },
    });
  });
});

describe('its capital', () => {
  beforeAll(() =>
    projects.make({
      slug: 'revised',
      name: 'Dự án điều chỉnh vốn',
      capital: [
        { on: '2024-07', value: '57.300', decision: '12/QĐ', source: 'LATER' },
        { on: '2023', value: '44', qualifier: 'OVER', isPreliminary: true, note: 'sơ bộ', source: 'EARLIER' },
        { value: '40', multiplier: 12 },
      ],
    }),
  );

  test('is the newest version; earlier ones stay, oldest first, those without a date before all', async () => {
    expect(
      await project('revised', 'capital { value } capitalVersions { value statedOn { date } citation { source { code } } }'),
    ).toEqual({
      capital: { value: '57.300' },
      capitalVersions: [
        { value: '40', statedOn: null, citation: { source: { code: 'ANY_SOURCE' } } },
        { value: '44', statedOn: { date: '2023' }, citation: { source: { code: 'EARLIER' } } },
        { value: '57.300', statedOn: { date: '2024-07' }, citation: { source: { code: 'LATER' } } },
      ],
    });
  }); // prettier-ignore

  test('is exact in the currency itself, whatever power of ten it was printed in', async () => {
    const versions = 'capitalVersions(first: 2) { scaledValue unitMultiplier unit { code } qualifier isPreliminary decision note }'; // prettier-ignore
    expect(await project('revised', `${versions} capital { scaledValue decision }`)).toEqual({
      capitalVersions: [
        { scaledValue: '40000000000000', unitMultiplier: 12, unit: { code: 'VND' }, qualifier: null, isPreliminary: false, decision: null, note: null },
        { scaledValue: '44000000000', unitMultiplier: 9, unit: { code: 'VND' }, qualifier: 'OVER', isPreliminary: true, decision: null, note: 'sơ bộ' },
      ],
      capital: { scaledValue: '57300000000', decision: '12/QĐ' },
    }); // prettier-ignore
  });
});

test('notes of progress come newest first with their sources, those without a date last', async () => {
  await projects.make({
    slug: 'noted',
    name: 'Dự án có tiến độ',
    progress: [
      { text: 'Không rõ ngày' },
      { on: '2023-12', text: 'Khởi công', textEn: 'Begun', source: 'DECEMBER', locator: 'p. 1' },
      { on: '2024-01', text: 'Đang xây' },
      { on: '2024-01', text: 'Vẫn đang xây' },
    ],
  });
  expect(
    await project('noted', 'progress { text notedOn { date } } first: progress(first: 3) { citation { locator } }'),
  ).toEqual({
    progress: [
      { text: 'Vẫn đang xây', notedOn: { date: '2024-01' } },
      { text: 'Đang xây', notedOn: { date: '2024-01' } },
      { text: 'Begun', notedOn: { date: '2023-12' } },
      { text: 'Không rõ ngày', notedOn: null },
    ],
    first: [{ citation: { locator: null } }, { citation: { locator: null } }, { citation: { locator: 'p. 1' } }],
  });
});

describe('projects', () => {
  const CLUSTER = 'kinds: [INDUSTRIAL_CLUSTER]';

  test('are listed by name as a Vietnamese dictionary would, unless told', async () => {
    expect(await slugs('filter: { kinds: [ENERGY, COMMERCIAL], territories: ["58", "56"] }')).toEqual([
      'cam-ranh',
      'dam-nai',
      'da-my',
    ]);
    expect(await slugs('filter: { kinds: [ENERGY, COMMERCIAL], territories: ["56"] }, orderBy: { field: NAME, direction: DESC }')).toEqual([
      'da-my',
      'dam-nai',
      'cam-ranh',
    ]); // prettier-ignore
  });

  test.each([
    ['AREA', 'ASC', ['thap-cham', 'phuoc-tien', 'phuoc-minh-3', 'quang-son']],
    ['AREA', 'DESC', ['quang-son', 'phuoc-minh-3', 'phuoc-tien', 'thap-cham']],
    ['STAGE_DATE', 'ASC', ['phuoc-tien', 'thap-cham', 'quang-son', 'phuoc-minh-3']],
    ['STAGE_DATE', 'DESC', ['quang-son', 'thap-cham', 'phuoc-tien', 'phuoc-minh-3']],
  ])('are ordered by %s %s, the unknown last', async (field, direction, expected) => {
    const order = `orderBy: { field: ${field}, direction: ${direction} }`;
    expect(await slugs(`filter: { ${CLUSTER} }, ${order}`)).toEqual(expected);
  });

  test.each(['NAME', 'AREA', 'CAPACITY', 'STAGE_DATE'])('are paged through by %s both ways, each once', async (field) => {
    const order = `orderBy: { field: ${field}, direction: DESC }`;
    const all = await slugs(`first: 100, ${order}`);
    const walk = async (size: string, cursor: string, end: string): Promise<string[]> => {
      const { data } = await server.ask<{ projects: { nodes: { slug: string }[]; pageInfo: Record<string, string> } }>(
        `{ projects(${size}: 3, ${order} ${cursor}) { nodes { slug } pageInfo { ${end} } } }`,
      );
      const page = data.projects.nodes.map(({ slug }) => slug);
      const word = size === 'first' ? 'after' : 'before';
      const next = page.length === 0 ? [] : await walk(size, `${word}: "${data.projects.pageInfo[end]!}"`, end);
      return size === 'first' ? [...page, ...next] : [...next, ...page];
    };
    expect(await walk('first', '', 'endCursor')).toEqual(all);
    expect(await walk('last', '', 'startCursor')).toEqual(all);
  }); // prettier-ignore

  test('are taken by stage', async () => {
    expect(await slugs(`filter: { ${CLUSTER}, stages: [CALLING_FOR_INVESTORS, IN_PREPARATION] }`)).toEqual([
      'phuoc-minh-3',
      'phuoc-tien',
    ]);
  });

  test.each([
    ['the unit that bears the code today, with its predecessors', '56', ['cam-ranh', 'dam-nai', 'da-my']],
    ['the unit of a day', '56@2024-06-06', ['cam-ranh', 'da-my']],
    ['the last that bore it', '569', ['cam-ranh']],
  ])('are taken by territory: %s', async (_, code, expected) => {
    expect(await slugs(`filter: { kinds: [ENERGY, COMMERCIAL], territories: ["${code}"] }`)).toEqual(expected);
  });

  test('of a territory nobody knows are an error that names the nearest', async () => {
    expect(await server.refusal('{ projects(filter: { territories: ["5888"] }) { totalCount } }')).toMatchObject({
      reason: 'UNKNOWN_CODE',
      argument: 'filter.territories',
      value: '5888',
    });
  });

  test.each([
    ['without diacritics, by beginnings of words', 'dien gio d', ['dam-nai']],
    ['by a word with its diacritics', 'Đầm', ['dam-nai']],
    ['in English', 'wind', ['dam-nai']],
    ['the closest first', 'phuoc', ['phuoc', 'phuoc-minh-3', 'phuoc-tien']],
    ['with a typo, where nothing begins so', 'thap chan', ['thap-cham']],
    ['never by signs', '%', []],
    ['never by operators', '* & !', []],
  ])('are searched %s', async (_, text, expected) => {
    expect(await slugs(`filter: { search: "${text}" }`)).toEqual(expected);
  });

  test('count all that are asked, whatever the page', async () => {
    expect(
      await server.ask(`{ projects(filter: { ${CLUSTER} }, first: 1) { totalCount pageInfo { hasNextPage } } }`),
    ).toEqual({ data: { projects: { totalCount: 4, pageInfo: { hasNextPage: true } } } });
  });
});

describe('projects of a territory', () => {
  const COUNTS = '{ code projects(filter: { kinds: [ENERGY, COMMERCIAL, INDUSTRIAL_CLUSTER], search: "c" }) { totalCount nodes { slug } } }';

  test('are those of its area, and its search and order are its own', async () => {
    const document = `{ territories(codes: ["58", "56@2024-06-06", "22819"]) { nodes ${COUNTS} } }`;
    const { data } = await server.ask<{ territories: { nodes: unknown[] } }>(document);
    expect(data.territories.nodes).toEqual([
      { code: '22819', projects: { totalCount: 1, nodes: [{ slug: 'quang-son' }] } },
      { code: '56', projects: { totalCount: 1, nodes: [{ slug: 'cam-ranh' }] } },
      {
        code: '58',
        projects: {
          totalCount: 4,
          nodes: ['phuoc-minh-3', 'phuoc-tien', 'quang-son', 'thap-cham'].map((slug) => ({ slug })),
        },
      },
    ]);
  });

  test('are counted for each unit, wherever in an answer it stands', async () => {
    const below = '{ projects(orderBy: { field: NAME }) { totalCount nodes { slug';
    const document = `{ territory(code: "58", on: "2024-06-06") ${below} territory ${below} } } } } } } }`;
    interface Below { projects: { totalCount: number; nodes: { slug: string; territory: Below }[] } }
    const { data } = await server.ask<{ territory: Below }>(document);
    const inner = data.territory.projects.nodes.find(({ slug }) => slug === 'quang-son')!.territory;
    expect(inner.projects).toEqual({ totalCount: 1, nodes: [{ slug: 'quang-son' }] });
  });

  test('take two statements for pages and totals, however many territories', async () => {
    const document = `{ territories(first: 30) { nodes ${COUNTS} } }`;
    await server.ask(document);
    const sent = await statementsOf(() => server.ask(document));
    expect(sent.filter((statement) => !statement.includes('clock_timestamp'))).toHaveLength(2);
  });
}); // prettier-ignore

test('a page with everything said of each takes one statement for each list', async () => {
  const document = '{ projects(first: 100) { totalCount nodes { name capital { value } capitalVersions { value } progress { text citation { source { title } } } } } }'; // prettier-ignore
  await server.ask(document);
  const sent = await statementsOf(() => server.ask(document));
  expect(sent.filter((statement) => !statement.includes('clock_timestamp'))).toHaveLength(4);
});
