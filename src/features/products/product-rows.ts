import { type RawBuilder, sql } from 'kysely';
import { keptRows } from '../../kernel/kept-rows.js';
import type { Reading } from '../../kernel/reading.js';
import { groupTable } from '../groups/group.table.js';
import { type JoinedProducer, PRODUCER_COLUMNS, producerMaker } from '../producers/producer-rows.js';
import { territoryTable } from '../territories/territory.table.js';
import { Product, type ProductParts } from './product.type.js';

export interface ProductRow extends ProductParts, JoinedProducer {
  group_id: number | null;
  territory_id: number | null;
}

/** Columns of a product `p` and its producer `m`. */
export const PRODUCT_COLUMNS: RawBuilder<unknown> = sql`p.id, p.slug, p.name_vi, p.name_en, p.sort_key, p.code, p.group_id,
  p.is_group_assigned, p.territory_id, p.place, p.description_vi, p.description_en, p.packaging_vi, p.packaging_en,
  p.shelf_life, p.allergens, p.keywords, ${PRODUCER_COLUMNS}`;

export const WITH_PRODUCER: RawBuilder<unknown> = sql`product p left join producer m on m.id = p.producer_id`;

/** Makes a product of its row. */
export async function productMaker(reading: Reading): Promise<(row: ProductRow) => Product> {
  const [territories, groups, producerOf] = await Promise.all([
    reading.table(territoryTable),
    reading.table(groupTable),
    producerMaker(reading),
  ]);
  return (row) =>
    new Product(row, {
      producer: producerOf(row),
      territory: row.territory_id === null ? null : territories.row(row.territory_id),
      group: row.group_id === null ? null : groups.row(row.group_id),
    });
}

/** Products by row. */
export const productRows = keptRows(async (reading, ids) => {
  const make = await productMaker(reading);
  const { rows } = await sql<ProductRow>`
    select ${PRODUCT_COLUMNS} from ${WITH_PRODUCER} where p.id = any(${ids}::integer[])`.execute(reading.db);
  return new Map(rows.map((row) => [row.id, make(row)]));
});
