import { beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { testServer } from './support/server.js';
import { EDITOR, knowEditor } from './support/staff.js';

const server = testServer();
beforeAll(() => knowEditor(server));

const NOBODY = {};

const TOLD = `__typename
  ... on UpsertReport { added changed left differences { path outcome subject before after } }
  ... on Refusal { code fields { path message value } }`;

/** What an upsert answers. */
async function upsert(
  name: string,
  type: string,
  input: unknown,
  headers: Record<string, string> = EDITOR,
): Promise<unknown> {
  const document = `mutation Upsert($input: [${type}!]!) { done: ${name}(input: $input) { ${TOLD} } }`;
  const { data, errors } = await server.ask<{ done: unknown }>(document, { input }, headers);
  return errors ?? data.done;
}

const products = (input: unknown, headers?: Record<string, string>) =>
  upsert('upsertProducts', 'ProductInput', input, headers);

describe('upserts', () => {
  test('a product that an editor adds is read at once, and the answer before it is no longer given', async () => {
    const read = () => server.ask('{ product(slug: "rong-nho") { name prices { amount per currency { code } } } }');
    const [before, again] = [await read(), await read()];
    const done = await products([
      {
        slug: 'rong-nho',
        nameVi: 'Rong nho',
        allergens: ['FISH'],
        prices: [{ amount: '47.0', currency: 'VND', perVi: 'kg', statedOn: '2024-03' }],
      },
    ]);
    expect([before, again, done, await read()]).toMatchObject([
      { data: { product: null } },
      { data: { product: null } },
      { __typename: 'UpsertReport', added: 2, changed: 0, left: 0 },
      { data: { product: { name: 'Rong nho', prices: [{ amount: '47.0', per: 'kg', currency: { code: 'VND' } }] } } },
    ]);
  });

  test('what is left out stays, null empties, and the rest is told before and after', async () => {
    const done = await upsert('upsertProjects', 'ProjectInput', [
      { slug: 'ccn-thap-cham', areaNoteEn: null, areaHectares: '24.0' },
      { slug: 'ccn-quang-son', kind: 'INDUSTRIAL_CLUSTER' },
    ]);
    expect(done).toEqual({
      __typename: 'UpsertReport',
      added: 0,
      changed: 1,
      left: 1,
      differences: [
        {
          path: 'input.0',
          outcome: 'CHANGED',
          subject: 'ccn-thap-cham',
          before: 'area_hectares: 23.48; area_note_en: Of this, 18.27 ha are land for industry and services.',
          after: 'area_hectares: 24.0; area_note_en: —',
        },
      ],
    });
  });

  test('an event comes with its parts, and who exhibits there after it', async () => {
    const event = await upsert('upsertEvents', 'EventInput', [
      {
        slug: 'phien-cho-xanh',
        nameVi: 'Phiên chợ xanh',
        kind: 'MARKET',
        actualStart: '2024-06-01',
        turnover: '1.5',
        turnoverMultiplier: 9,
        turnoverUnit: 'VND',
        venues: [{ nameVi: 'Quảng trường' }],
        parties: [{ role: 'HOST', nameVi: 'Sở Công Thương' }],
        zones: [{ nameVi: 'OCOP', booths: 12 }],
        sources: [{ source: 'NEWS_2024_06_06' }],
      },
    ]);
    const exhibit = { event: 'phien-cho-xanh', producer: 'htx-tuan-tu', zone: 'OCOP', products: ['tra-mang-tay'] };
    const exhibits = [
      await upsert('upsertExhibits', 'ExhibitInput', [exhibit]),
      await upsert('upsertExhibits', 'ExhibitInput', [exhibit]),
    ];
    expect([event, ...exhibits]).toMatchObject([{ added: 5 }, { added: 1 }, { added: 0, left: 1 }]);
    const read = await server.ask(`{ event(slug: "phien-cho-xanh") {
      venues { name } exhibits { nodes { producer { slug } zone { name } products { nodes { slug } } } } } }`);
    expect(read.data).toEqual({
      event: {
        venues: [{ name: 'Quảng trường' }],
        exhibits: {
          nodes: [
            {
              producer: { slug: 'htx-tuan-tu' },
              zone: { name: 'OCOP' },
              products: { nodes: [{ slug: 'tra-mang-tay' }] },
            },
          ],
        },
      },
    });
  });

  test('a producer, its contacts and what recognises its product', async () => {
    const producers = await upsert('upsertProducers', 'ProducerInput', [
      { slug: 'co-so-x', nameVi: 'Cơ sở X', kind: 'ESTABLISHMENT', contacts: [{ kind: 'PHONE', value: '0259 7' }] },
    ]);
    const recognitions = await upsert('upsertRecognitions', 'RecognitionInput', [
      { product: 'tra-mang-tay', kind: 'OCOP', stars: 4, issuedOn: '2024', source: 'NEWS_2024_06_06' },
    ]);
    const certificates = await upsert('upsertCertificates', 'CertificateInput', [
      { product: 'tra-mang-tay', standard: 'VIETGAP', number: 'VG 1' },
      { producer: 'co-so-x', standard: 'VIETGAP', number: 'VG 1' },
    ]);
    expect([producers, recognitions, certificates]).toMatchObject([{ added: 2 }, { added: 1 }, { added: 2 }]);
  });
});

describe('refusals', () => {
  test('whoever is less than an editor changes nothing', async () => {
    const name = 'Trà của ai đó';
    const done = await products([{ slug: 'tra-mang-tay', nameVi: name }], NOBODY);
    const { rows } = await sql`select 1 from product where name_vi = ${name}`.execute(server.database.db);
    expect([done, rows]).toEqual([{ __typename: 'Refusal', code: 'NOT_ALLOWED', fields: [] }, []]);
  });

  test('every wrong field is named by its path as it was sent, with the nearest code', async () => {
    const done = await products([
      {
        slug: 'tra-mang-tay',
        producer: 'htx-tuan-tuu',
        prices: [{ amount: '1', currency: 'VND', perVi: 'kg', statedOn: '2024' }],
      },
      { slug: 'A b', nameVi: 'x' },
      { slug: 'moi', nameVi: 'y', territory: '5822', shelfLife: '12' },
    ]);
    expect(done).toMatchObject({
      code: 'INVALID',
      fields: [
        {
          path: 'input.0.producer',
          value: 'htx-tuan-tuu',
          message: 'there is no producer "htx-tuan-tuu". Did you mean "htx-tuan-tu"?',
        },
        { path: 'input.1.slug', value: 'A b' },
        { path: 'input.2.territory', value: '5822' },
        { path: 'input.2.shelfLife', value: '12' },
      ],
    });
  });

  test('what is wrong inside a part is told by its path, and nothing of the rest is kept', async () => {
    const done = await upsert('upsertEvents', 'EventInput', [
      { slug: 'khong-co', nameVi: 'Không có', kind: 'MARKET', zones: [{ nameVi: 'A' }, { nameVi: ' B' }] },
    ]);
    const { rows } = await sql`select 1 from event where slug = 'khong-co'`.execute(server.database.db);
    expect([done, rows]).toMatchObject([
      { code: 'INVALID', fields: [{ path: 'input.0.zones.1.nameVi', value: ' B' }] },
      [],
    ]);
  });

  test.each([
    ['nothing', [], 'INVALID'],
    ['more rows than fit', Array.from({ length: 201 }, (_, at) => ({ slug: `p-${at}` })), 'TOO_LARGE'],
    ['a keyword that would be two', [{ slug: 'tra-mang-tay', keywords: ['a;b'] }], 'INVALID'],
    ['the same slug twice', [{ slug: 'tra-mang-tay' }, { slug: 'tra-mang-tay' }], 'INVALID'],
  ])('%s is refused', async (_, input, code) => {
    expect(await products(input)).toMatchObject({ __typename: 'Refusal', code });
  });

  test('over HTTP without a key an upsert is refused each time, and never kept', async () => {
    const document =
      'mutation { upsertProducts(input: [{ slug: "x", nameVi: "X" }]) { __typename ... on Refusal { code } } }';
    const answers = [await server.ask(document), await server.ask(document), await server.ask(document)];
    expect(answers).toEqual(
      Array.from({ length: 3 }, () => ({ data: { upsertProducts: { __typename: 'Refusal', code: 'NOT_ALLOWED' } } })),
    );
  });
});
