import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyTable } from '@mikro-orm/sql';

export type SalesChannelKind = 'SHOP' | 'SUPERMARKET' | 'MARKETPLACE' | 'WEBSITE' | 'EXPORT' | 'OTHER';

/** One product of one producer, however many recognitions it has. */
export const Products = defineEntity({
  name: 'Product',
  tableName: 'product',
  properties: {
    id: p.integer().primary().autoincrement(),
    slug: p.text().unique(),
    nameVi: p.text(),
    nameEn: p.text().nullable(),
    code: p.text().nullable(),
    groupId: p.integer().nullable(),
    isGroupAssigned: p.boolean().default(false),
    producerId: p.integer().nullable(),
    territoryId: p.integer().nullable(),
    place: p.text().nullable(),
    descriptionVi: p.text().nullable(),
    descriptionEn: p.text().nullable(),
    packagingVi: p.text().nullable(),
    packagingEn: p.text().nullable(),
    shelfLife: p.text().nullable(),
    allergens: p.array().nullable(),
    keywords: p.array().nullable(),
  },
});

/** What it cost on a date, for a quantity. */
export const ProductPrices = defineEntity({
  name: 'ProductPrice',
  tableName: 'product_price',
  properties: {
    id: p.integer().primary().autoincrement(),
    productId: p.integer(),
    position: p.integer(),
    amount: p.decimal('string'),
    currencyId: p.integer(),
    perVi: p.text(),
    perEn: p.text().nullable(),
    statedOn: p.text(),
    sourceId: p.integer().nullable(),
    locator: p.text().nullable(),
  },
});

/** A picture of it, by its address. */
export const ProductPhotos = defineEntity({
  name: 'ProductPhoto',
  tableName: 'product_photo',
  properties: {
    id: p.integer().primary().autoincrement(),
    productId: p.integer(),
    position: p.integer(),
    address: p.text(),
    altVi: p.text(),
    altEn: p.text().nullable(),
    credit: p.text().nullable(),
  },
});

/** Where it is sold. */
export const SalesChannels = defineEntity({
  name: 'SalesChannel',
  tableName: 'sales_channel',
  properties: {
    id: p.integer().primary().autoincrement(),
    productId: p.integer(),
    position: p.integer(),
    kind: p.text().$type<SalesChannelKind>(),
    name: p.text(),
    address: p.text().nullable(),
  },
});

declare module '../../kernel/tables.js' {
  interface Tables {
    product: InferKyselyTable<typeof Products>;
    product_price: InferKyselyTable<typeof ProductPrices>;
    product_photo: InferKyselyTable<typeof ProductPhotos>;
    sales_channel: InferKyselyTable<typeof SalesChannels>;
  }
}
