import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { CATALOGUE_KINDS } from '../src/imports/catalogue-kinds.js';
import type { ImportReport } from '../src/imports/kind.js';
import { Refused, type WrongField } from '../src/kernel/refused.js';
import { fileFolder, type How, importing } from './support/imports.js';
import { testServer } from './support/server.js';

const server = testServer();

const file = fileFolder();

/** Brings in the lines of a file. */
const bringAs = (how: How, kind: string, ...lines: string[]): Promise<ImportReport> =>
  importing(server.database, file(`${kind}.csv`, lines.join('\n')), { kind, release: null, ...how });
const bring = (kind: string, ...lines: string[]): Promise<ImportReport> => bringAs({}, kind, ...lines);

const seedText = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../seeds/${name}.csv`, import.meta.url)), 'utf8');

const counts = async (report: Promise<ImportReport>): Promise<[added: number, changed: number, left: number]> => {
  const { added, changed, left } = await report;
  return [added, changed, left];
};

/** What is wrong with lines of a file; nothing where they came in. */
async function wrongs(kind: string, ...lines: string[]): Promise<readonly WrongField[]> {
  const refused = await bring(kind, ...lines).catch((error: unknown) => error);
  return refused instanceof Refused ? refused.fields : [];
}

async function rowsOf<T>(query: string): Promise<T[]> {
  return (await sql.raw<T>(query).execute(server.database.db)).rows;
}

const versionOf = async (): Promise<string> =>
  (await rowsOf<{ count: string }>('select count from data_change'))[0]!.count;

const auditOf = (code: string) =>
  rowsOf<object>(
    `select actor, action, kind, before, after from audit_event where code = '${code}' order by id desc limit 1`,
  );

describe('its own seed file changes nothing', () => {
  test.each(CATALOGUE_KINDS.map(({ name }) => name))('%s', async (kind) => {
    const text = seedText(kind.replaceAll('-', '_'));
    const before = await versionOf();
    const [added, changed, left] = await counts(bring(kind, text));
    expect([added, changed, left > 0 || !text.trim().includes('\n'), await versionOf()]).toEqual([0, 0, true, before]);
  });
});

describe('upserts', () => {
  test('what is new is added, what differs is changed and told before and after, what is the same is left', async () => {
    const { differences, ...report } = await bring(
      'products',
      'slug,name_vi,group,producer,territory',
      'tra-mang-tay,Trà măng tây xanh,QD148_2023/1.3.3,htx-tuan-tu,22888',
      'rong-nho,Rong nho,,,58',
      'tao-say-deo,Táo sấy dẻo,QD148_2023/1.3.3,htx-phuoc-vinh-59,22912',
    );
    expect([report, differences]).toEqual([
      { added: 1, printedAgain: 0, changed: 1, left: 1 },
      [
        {
          path: 'products.csv:2', outcome: 'CHANGED', subject: 'tra-mang-tay',
          before: 'name_vi: Trà măng tây; group: —', after: 'name_vi: Trà măng tây xanh; group: QD148_2023/1.3.3',
        },
        {
          path: 'products.csv:3', outcome: 'ADDED', subject: 'rong-nho',
          before: null, after: 'slug: rong-nho; name_vi: Rong nho; is_group_assigned: false; territory: 58',
        },
      ],
    ]); // prettier-ignore
  });

  test('the same file twice changes nothing, and every change stands in the audit trail', async () => {
    const lines = ['slug,name_vi,kind,territory', 'htx-thai-an,HTX Thái An,COOPERATIVE,58'];
    expect([await counts(bring('producers', ...lines)), await counts(bring('producers', ...lines))]).toEqual([
      [1, 0, 0],
      [0, 0, 1],
    ]);
    await bring('producers', 'slug,name_vi,kind', 'htx-thai-an,HTX Nông nghiệp Thái An,');
    expect(await auditOf('htx-thai-an')).toEqual([
      {
        actor: 'command line',
        action: 'producer.change',
        kind: 'producer',
        before: { name_vi: 'HTX Thái An', kind: 'COOPERATIVE' },
        after: { name_vi: 'HTX Nông nghiệp Thái An', kind: null },
      },
    ]);
  });

  test('a dry run tells the same and keeps nothing', async () => {
    const lines = ['slug,kind', 'htx-tuan-tu,'];
    const before = await versionOf();
    const dry = await bringAs({ isDryRun: true }, 'producers', ...lines);
    const after = await versionOf();
    expect([dry.changed, after, await bring('producers', ...lines)]).toEqual([1, before, dry]);
  });

  test('a column that is left out stays as it is, an empty cell empties it', async () => {
    await bring('projects', 'slug,name_vi,kind,area_hectares,place', 'ccn-thu,Cụm thử,INDUSTRIAL_CLUSTER,47.0,Thôn 1');
    await bring('projects', 'slug,place', 'ccn-thu,');
    expect(await rowsOf(`select kind, area_hectares::text, place from project where slug = 'ccn-thu'`)).toEqual([
      { kind: 'INDUSTRIAL_CLUSTER', area_hectares: '47.0', place: null },
    ]);
  });

  test('a recognition whose decision is learned is the same still', async () => {
    const [first] = await rowsOf<{ slug: string; code: string }>(`
      select p.slug, s.code from recognition r join product p on p.id = r.product_id join source s on s.id = r.source_id
      where r.kind = 'OCOP' and r.decision is null order by r.id limit 1`);
    const { differences } = await bring(
      'recognitions',
      'product,kind,source,decision',
      `${first!.slug},OCOP,${first!.code},12/QĐ-UBND`,
    );
    expect(differences).toMatchObject([{ outcome: 'CHANGED', before: 'decision: —', after: 'decision: 12/QĐ-UBND' }]);
  });

  test('a first day that was not known is filled in, in the same unit', async () => {
    const idOf = () => rowsOf<object>(`select id from territory where code = '582'`);
    const before = await idOf();
    const [row] = await rowsOf<{ name: string; type: string; to: string }>(
      `select name, type, valid_to::text as "to" from territory where code = '582' and valid_from is null`,
    );
    const { differences } = await bring(
      'territories',
      'code,name,type,valid_from,valid_to',
      `582,${row!.name},${row!.type},1992-04-01,${row!.to}`,
    );
    expect([differences, await idOf()]).toMatchObject([
      [{ outcome: 'CHANGED', before: 'valid_from: —', after: 'valid_from: 1992-04-01' }],
      before,
    ]);
  });

  test('a unit that ends makes room for one of its code, and lies in one told of further down', async () => {
    await bring('territories', 'code,name,type', '99001,Xã Một,COMMUNE');
    const report = await bring(
      'territories',
      'code,name,type,parent,valid_from,valid_to',
      '99001,Xã Một,COMMUNE,99,,2025-07-01',
      '99001,Xã Hai,COMMUNE,99,2025-07-01,',
      '99,Tỉnh Thử,PROVINCE,VN,,',
    );
    expect([
      [report.added, report.changed],
      await rowsOf(`select u.name, p.name as parent from territory u join territory p on p.id = u.parent_id
        where u.code = '99001' order by u.valid_from nulls first`),
    ]).toEqual([
      [2, 1],
      [
        { name: 'Xã Một', parent: 'Tỉnh Thử' },
        { name: 'Xã Hai', parent: 'Tỉnh Thử' },
      ],
    ]);
  });

  test('a further note of progress stands behind those that are there', async () => {
    await bring(
      'project-progress',
      'project,noted_on,text_vi,source',
      'ccn-thap-cham,2024-06,Đang mở rộng.,NEWS_2024_06_06',
    );
    expect(
      await rowsOf(`select n.position, n.noted_on from project_progress n join project p on p.id = n.project_id
        where p.slug = 'ccn-thap-cham' order by 1`),
    ).toEqual([
      { position: 1, noted_on: '2024-02' },
      { position: 2, noted_on: '2024-06' },
    ]);
  });

  test('an event with its zones, and who shows what in them', async () => {
    await bring(
      'events',
      'slug,name_vi,kind,parent',
      'phien-cho,Phiên chợ,MARKET,hoi-cho',
      'hoi-cho,Hội chợ,TRADE_FAIR,',
    );
    await bring('event-zones', 'event,name_vi,booths', 'hoi-cho,OCOP,12');
    const exhibit = ['event,producer,zone,products', 'hoi-cho,htx-tuan-tu,OCOP,tra-mang-tay;tao-say-deo'];
    await bring('exhibits', ...exhibit);
    await bring('exhibits', exhibit[0]!, exhibit[1]!.replace(';tao-say-deo', ''));
    expect(
      await rowsOf(`select e.slug, u.slug as parent, z.name_vi as zone, p.slug as product from exhibit x
        join event e on e.id = x.event_id join event s on s.parent_id = e.id join event u on u.id = s.parent_id
        join event_zone z on z.id = x.zone_id join exhibit_product l on l.exhibit_id = x.id
        join product p on p.id = l.product_id where e.slug = 'hoi-cho'`),
    ).toEqual([{ slug: 'hoi-cho', parent: 'hoi-cho', zone: 'OCOP', product: 'tra-mang-tay' }]);
  });
});

describe('contacts', () => {
  const HEADER = 'producer,kind,value';

  test('stand in the audit trail and in reports by a hash alone, and can be taken away', async () => {
    const reports = [
      await bring('producer-contacts', HEADER, 'htx-tuan-tu,PHONE,0259 1'),
      await bring('producer-contacts', HEADER, 'htx-tuan-tu,PHONE,0259 2'),
      await bring('producer-contacts', HEADER, 'htx-tuan-tu,PHONE,'),
      await bring('producer-contacts', HEADER, 'htx-tuan-tu,PHONE,'),
    ];
    const trail = await rowsOf(`select before, after from audit_event where kind = 'producer_contact'`);
    expect([
      reports.map(({ added, changed, left }) => [added, changed, left]),
      JSON.stringify([reports, trail]).includes('0259'),
      trail.map((one) => JSON.stringify(one).match(/sha256:[0-9a-f]{64}/g)?.length),
      await rowsOf(`select value from producer_contact`),
    ]).toEqual([[[1, 0, 0], [0, 1, 0], [0, 1, 0], [0, 0, 1]], false, [1, 2, 1], []]); // prettier-ignore
  });
});

describe('what is wrong', () => {
  test('every wrong cell is named, with what was expected and the nearest code, and nothing is changed', async () => {
    const before = await versionOf();
    const found = await wrongs(
      'products',
      'slug,name_vi,group,producer,territory,shelf_life,allergens',
      'Tra Mang Tay,Trà,,,,,',
      'moi,Mới,QD148_2023/1.3.9,htx-tuan-tuu,5822,12 tháng,FSH',
      'khac,,,,56,,',
      'tot,Tốt,,,,,',
      'tot,Tốt,,,,,',
    );
    expect([found, await versionOf()]).toEqual([
      [
        ['2:slug', 'Tra Mang Tay', /is not a slug/],
        ['3:group', 'QD148_2023/1.3.9', /there is no group .* Did you mean "QD148_2023\/1.3.\d"/],
        ['3:producer', 'htx-tuan-tuu', /Did you mean "htx-tuan-tu"/],
        ['3:territory', '5822', /Did you mean "582"/],
        ['3:shelf_life', '12 tháng', /write P12M/],
        ['3:allergens', 'FSH', /Did you mean "FISH"/],
        ['4:name_vi', null, /is empty/],
        ['4:territory', '56', /add the day/],
        ['6:slug', null, /is the same as products.csv:5/],
      ].map(([path, value, message]) => ({
        path: `products.csv:${String(path)}`,
        value,
        message: expect.stringMatching(message as RegExp),
      })),
      before,
    ]);
  });

  test.each([
    ['a column that is none', 'products', ['slug,nam_vi', 'a,A'], '1:nam_vi', /Did you mean "name_vi"/],
    ['the column that names the rows is missing', 'products', ['name_vi', 'A'], '1:slug', /is missing/],
    ['a new row without what it needs', 'events', ['slug,name_vi', 'a,A'], '2:kind', /is missing, and this one is new/],
    ['a date after which nothing can be', 'events', ['slug,name_vi,kind,actual_start,actual_end', 'a,A,MARKET,2024-05,2024-04'], '2:actual_end', /lies before/],
    ['stars that nobody certified', 'recognitions', ['product,kind,stars,authority_level,issued_on,source', 'tra-mang-tay,OCOP,5,DISTRICT,2024,NEWS_2024_06_06'], '2:authority_level', /did not certify/],
    ['a score of other stars', 'recognitions', ['product,kind,stars,score,criteria,source', 'tra-mang-tay,OCOP,3,95,QD148_2023,NEWS_2024_06_06'], '2:score', /is the score of 5 stars/],
    ['a dimension that would be taken away', 'indicators', ['code,dimensions', 'INDUSTRIAL_VALUE_ADDED,'], '2:dimensions', /may be broken down/],
    ['the date of a document that published figures cite', 'sources', ['code,published_on', 'NEWS_2024_06_06,2024-06-07'], '2:published_on', /stands/],
    ['a unit that would lie in itself', 'territories', ['code,parent', 'VN,58'], '2:parent', /leads back/],
    ['a zone of another event', 'exhibits', ['event,producer,zone', 'vietnam-expo-33,htx-tuan-tu,An Giang'], '2:zone', /there is no zone of vietnam-expo-33/],
    ['a name that is too long', 'products', ['slug,name_vi', `a,${'A'.repeat(251)}`], '2:name_vi', /250 are the most/],
  ] as const)('%s', async (_, kind, lines, path, message) => {
    expect(await wrongs(kind, ...lines)).toMatchObject([
      { path: `${kind}.csv:${path}`, message: expect.stringMatching(message) },
    ]);
  }); // prettier-ignore

  test('a cell that is not as the file was said to be is told once, and one too many says nothing of the rest', async () => {
    const refused = (await bringAs(
      { decimalComma: true },
      'projects',
      'slug;name_vi;area_hectares',
      'ccn-a;Cụm A;23.48',
      'ccn-b;Cụm B;23,48;1',
      'ccn-thap-cham;Cụm công nghiệp Tháp Chàm;1.023,48',
    ).catch((error: unknown) => error)) as Refused;
    expect(refused.fields.map(({ path, value }) => [path, value])).toEqual([
      ['projects.csv:2:area_hectares', '23.48'],
      ['projects.csv:3', '1'],
    ]);
  });

  test('a release is none of theirs', async () => {
    const refused = (await bringAs({ release: 'NEXT' }, 'products', 'slug', 'tra-mang-tay').catch(
      (error: unknown) => error,
    )) as Refused;
    expect(refused.message).toBe('products belong to no release: leave it out.');
  });

  test('no more wrong cells are told of than asked for', async () => {
    const lines = Array.from({ length: 20 }, (_, at) => `${at},`);
    const few = bringAs({ mostErrors: 3 }, 'products', 'slug,name_vi', ...lines);
    const refused = (await few.catch((error: unknown) => error)) as Refused;
    expect([refused.reason, refused.message, refused.fields.length]).toEqual([
      'INVALID',
      'At least 3 cells are wrong in products.csv; nothing was changed.',
      3,
    ]);
  });
});
