import { beforeAll, expect, test } from '@jest/globals';
import { Catalogue, slugOf } from './support/catalogue.js';
import { testServer } from './support/server.js';

const server = testServer();

beforeAll(async () => {
  const catalogue = new Catalogue(server.database);
  for (const name of ['Nho khô', 'Nho tươi', 'Mật nho'])
    await catalogue.product(name, { slug: `detail-${slugOf(name)}`, keywords: ['details'], producer: 'Vườn nho' });
  const product = await catalogue.id('product', 'slug', 'detail-nho-kho');
  const producer = await catalogue.id('producer', 'slug', 'vuon-nho');
  const source_id = await catalogue.source('CATALOGUE');
  const standard = (code: string) => catalogue.id('standard', 'code', code);
  await catalogue.insert('certificate', {
    product_id: product, standard_id: await standard('VIETGAP'), number: 'VG-1', issuer_vi: 'Trung tâm',
    issued_on: '2023', valid_until: '2025-06', source_id,
  }); // prettier-ignore
  await catalogue.insert('certificate', {
    producer_id: producer, standard_id: await standard('HACCP'), issued_on: '2024-01-15',
  }); // prettier-ignore
  await catalogue.insert('product_price', {
    product_id: product, position: 1, amount: '120000', currency_id: await catalogue.id('unit', 'code', 'VND'),
    per_vi: 'hộp 500 g', per_en: 'box of 500 g', stated_on: '2024-05', source_id,
  }); // prettier-ignore
  await catalogue.insert('product_photo', {
    product_id: product, position: 1, address: 'https://example.vn/nho.jpg', alt_vi: 'Hộp nho khô', credit: 'Sở Công Thương',
  }); // prettier-ignore
  await catalogue.insert('sales_channel', { product_id: product, position: 1, kind: 'SHOP', name: 'Cửa hàng OCOP' });
  await catalogue.insert('producer_contact', {
    producer_id: producer,
    position: 1,
    kind: 'PHONE',
    value: '0259 000 000',
  });
});

test('a product tells its certificates, prices, photos, sales channels and whom to call', async () => {
  const { data } = await server.ask(`{ product(slug: "detail-nho-kho") {
    certificates { standard { code } isOfProducer number issuer issuedOn { date } validUntil { date precision } citation { source { code } } }
    prices { amount currency { code } per statedOn { date } }
    photos { address alt credit }
    salesChannels { kind name address }
    producer { contacts { kind value } }
    shelfLife allergens description packaging code } }`);
  expect(data).toEqual({
    product: {
      certificates: [
        {
          standard: { code: 'VIETGAP' },
          isOfProducer: false,
          number: 'VG-1',
          issuer: 'Trung tâm',
          issuedOn: { date: '2023' },
          validUntil: { date: '2025-06', precision: 'MONTH' },
          citation: { source: { code: 'CATALOGUE' } },
        },
        {
          standard: { code: 'HACCP' },
          isOfProducer: true,
          number: null,
          issuer: null,
          issuedOn: { date: '2024-01-15' },
          validUntil: null,
          citation: null,
        },
      ],
      prices: [{ amount: '120000', currency: { code: 'VND' }, per: 'box of 500 g', statedOn: { date: '2024-05' } }],
      photos: [{ address: 'https://example.vn/nho.jpg', alt: 'Hộp nho khô', credit: 'Sở Công Thương' }],
      salesChannels: [{ kind: 'SHOP', name: 'Cửa hàng OCOP', address: null }],
      producer: { contacts: [{ kind: 'PHONE', value: '0259 000 000' }] },
      shelfLife: null,
      allergens: null,
      description: null,
      packaging: null,
      code: null,
    },
  });
});

test('a certificate counts on the days on which it is in force, one of the producer for all that it makes', async () => {
  const of = async (code: string, validity: string): Promise<number> => {
    const { data } = await server.ask<{ products: { totalCount: number } }>(`{ products(filter: {
      keywords: ["details"], certificates: ["${code}"], validity: ${validity} }) { totalCount } }`);
    return data.products.totalCount;
  };
  expect([await of('VIETGAP', 'CERTAIN'), await of('VIETGAP', 'ON_RECORD')]).toEqual([0, 1]);
  expect([await of('HACCP', 'CERTAIN'), await of('HACCP', 'POSSIBLE')]).toEqual([0, 3]);
});

test('an unknown standard is an error that names the nearest', async () => {
  expect(await server.refusal('{ products(filter: { certificates: ["VIETGAPP"] }) { totalCount } }')).toEqual({
    code: 'BAD_USER_INPUT',
    reason: 'UNKNOWN_CODE',
    argument: 'filter.certificates',
    value: 'VIETGAPP',
    nearest: 'VIETGAP',
  });
});

test.each([
  ['a date that is none', 'recognition', { kind: 'OCOP', stars: 3, issued_on: '2024-Q5' }],
  ['six stars', 'recognition', { kind: 'OCOP', stars: 6 }],
  ['stars of a mark', 'recognition', { kind: 'COLLECTIVE_MARK', stars: 3 }],
])('the table itself refuses %s', async (_, table, row) => {
  const catalogue = new Catalogue(server.database);
  const product_id = await catalogue.id('product', 'slug', 'detail-nho-kho');
  const source_id = await catalogue.source('CATALOGUE');
  await expect(catalogue.insert(table, { product_id, source_id, ...row })).rejects.toThrow('check');
});
