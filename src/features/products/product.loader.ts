import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../kernel/context.js';
import { rowLoader } from '../../kernel/kept-rows.js';
import { PRODUCT_COLUMNS, productMaker, type ProductRow, productRows, WITH_PRODUCER } from './product-rows.js';
import type { Product } from './product.type.js';

/** Products by their slugs; null where there is none. */
export const productBySlug = (context: Context) =>
  context.loader<string, Product | null>('product by slug', async (slugs) => {
    const found = await products(context, sql`p.slug = any(${slugs}::text[])`);
    const bySlug = new Map(found.map((product) => [product.slug, product]));
    return slugs.map((slug) => bySlug.get(slug) ?? null);
  });

/** Products by row; null where there is none. */
export const productByRow = (context: Context) => rowLoader<Product>(context, 'product', productRows);

const products = (context: Context, where: RawBuilder<unknown>): Promise<Product[]> =>
  context.read(async (reading) => {
    const make = await productMaker(reading);
    const { rows } = await sql<ProductRow>`select ${PRODUCT_COLUMNS} from ${WITH_PRODUCER} where ${where}`.execute(
      reading.db,
    );
    return rows.map(make);
  });
