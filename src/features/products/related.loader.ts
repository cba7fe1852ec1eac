import { sql } from 'kysely';
import type { Context } from '../../kernel/context.js';
import { PRODUCT_COLUMNS, productMaker, type ProductRow, WITH_PRODUCER } from './product-rows.js';
import type { Product } from './product.type.js';

/** Products akin to others by row: of the same producer or the same set of goods, those that share both first, then by name. */
export const relatedTo = (context: Context, first: number) =>
  context.loader<number, Product[]>(`related ${first}`, (products) =>
    context.read(async (reading) => {
      const make = await productMaker(reading);
      const { rows } = await sql<ProductRow & { parent: number }>`
        select parent.id as parent, near.* from product parent cross join lateral (
          select ${PRODUCT_COLUMNS} from ${WITH_PRODUCER}
          where p.id <> parent.id and (p.producer_id = parent.producer_id or p.group_id = parent.group_id)
          order by coalesce(p.producer_id = parent.producer_id, false)::int + coalesce(p.group_id = parent.group_id, false)::int desc,
            coalesce(p.producer_id = parent.producer_id, false) desc, p.sort_key, p.id
          limit ${first}) near
        where parent.id = any(${products}::integer[])`.execute(reading.db);
      const lists = Map.groupBy(rows, (row) => row.parent);
      return products.map((product) => (lists.get(product) ?? []).map(make));
    }),
  );
