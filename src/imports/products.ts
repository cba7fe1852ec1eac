import { AllergenEnum } from '../features/products/product.type.js';
import { SalesChannelKindEnum } from '../features/products/product-details.type.js';
import { DecimalScalar } from '../kernel/scalars.js';
import { optional, parsed } from '../../seeds/cells.js';
import { meant } from '../../seeds/csv.js';
import { channel, photo, price, product } from '../../seeds/rows-catalogue.js';
import { citation, date, field, flag, located, names, slugField, twoTexts } from './fields.js';
import type { Noun } from './noun.js';

const allergens = parsed((cell) => {
  const known = Object.keys(AllergenEnum);
  const codes = cell.split(';');
  const strange = codes.find((code) => !known.includes(code));
  if (strange !== undefined) throw new Error(`"${strange}" is not one of ${known.join(', ')}.${meant(strange, known)}`);
  return codes;
});

const OF_PRODUCT = field('Slug of the product.', 'tra-mang-tay', { refers: 'product' });

export const PRODUCTS: Noun = {
  name: 'products',
  description: 'Products, each of one producer.',
  table: 'product',
  shape: product.extend({ allergens: optional(allergens) }),
  identity: [['slug']],
  fields: {
    slug: slugField('product', 'tra-mang-tay'),
    ...names('Name of the product.', 'Trà măng tây'),
    code: field('Code that its certificate gives it, as printed.', '83-829-28780-3-2022'),
    group: field('Kind of goods: version of the OCOP criteria and code in its tree.', 'QD148_2023/1.3.3', {
      refers: 'product_group',
    }),
    is_group_assigned: flag('Whether the kind of goods was assigned from the name, not printed.'),
    producer: field('Slug of who makes it.', 'htx-tuan-tu', { refers: 'producer' }),
    ...located,
    ...twoTexts('description', 'What it is.'),
    ...twoTexts('packaging', 'How it is packed.', 'Hộp 100 g'),
    shelf_life: field('How long it keeps, in ISO 8601: `P12M`, `P10D`.', 'P12M'),
    allergens: field('Foods in it that labels must name; in a file joined by `;`.', 'FISH;MILK', {
      takes: [AllergenEnum],
    }),
    keywords: field('Words by which it is found besides its name; in a file joined by `;`.', 'trà;măng tây', {
      takes: [String],
    }),
  },
};

export const PRODUCT_PRICES: Noun = {
  name: 'product-prices',
  description: 'What products cost on a date. A price of another date or document is one more.',
  table: 'product_price',
  shape: price,
  identity: [['product', 'per_vi', 'currency', 'stated_on', 'source']],
  scope: ['product'],
  listedBy: ['product'],
  fields: {
    product: OF_PRODUCT,
    amount: field('Amount in the currency itself.', '120000', { takes: DecimalScalar }),
    currency: field('Code of the currency.', 'VND', { refers: 'unit' }),
    ...twoTexts('per', 'For how much of it.', 'chai 500 ml'),
    stated_on: date('When it cost that.', '2024-03'),
    ...citation,
  },
};

export const PRODUCT_PHOTOS: Noun = {
  name: 'product-photos',
  description: 'Addresses of pictures of products.',
  table: 'product_photo',
  shape: photo,
  identity: [['product', 'address']],
  scope: ['product'],
  listedBy: ['product'],
  fields: {
    product: OF_PRODUCT,
    address: field('Address of the picture.', 'https://example.vn/tra-mang-tay.jpg'),
    ...twoTexts('alt', 'What is to be seen, for who does not see it.', 'Hộp trà măng tây'),
    credit: field('Whose picture it is.'),
  },
};

export const SALES_CHANNELS: Noun = {
  name: 'sales-channels',
  description: 'Where products are sold.',
  table: 'sales_channel',
  shape: channel,
  identity: [['product', 'kind', 'name']],
  scope: ['product'],
  listedBy: ['product'],
  fields: {
    product: OF_PRODUCT,
    kind: field('What kind of channel it is.', 'MARKETPLACE', { takes: SalesChannelKindEnum }),
    name: field('Name of the channel.', 'Postmart'),
    address: field('Its address.', 'https://postmart.vn/…'),
  },
};
