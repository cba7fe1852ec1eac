import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../kernel/context.js';
import type { Reading } from '../../kernel/reading.js';
import { Citation } from '../sources/citation.type.js';
import { sourceTable } from '../sources/source.table.js';
import { unitTable } from '../units/unit.table.js';
import { Certificate, type CertificateRow } from './certificate.type.js';
import { Photo, Price, type SalesChannel } from './product-details.type.js';
import { standardTable } from './standard.table.js';

const among = (products: readonly number[]): RawBuilder<boolean> =>
  sql<boolean>`product_id = any(${products}::integer[])`;

/** Lists by product, in the order of the rows. */
function byProduct<R extends { product_id: number | null }, T>(
  products: readonly number[],
  rows: readonly R[],
  make: (row: R) => T,
): T[][] {
  const lists = Map.groupBy(rows, (row) => row.product_id);
  return products.map((product) => (lists.get(product) ?? []).map(make));
}

async function citations(
  reading: Reading,
): Promise<(row: { source_id: number | null; locator: string | null }) => Citation | null> {
  const sources = await reading.table(sourceTable);
  return ({ source_id, locator }) => (source_id === null ? null : new Citation(sources.row(source_id), locator));
}

/** Prices of products by row, in the order given. */
export const pricesOf = (context: Context) =>
  context.loader<number, Price[]>('prices', (products) =>
    context.read(async (reading) => {
      const [units, cited] = await Promise.all([reading.table(unitTable), citations(reading)]);
      const query = reading.db.selectFrom('product_price').selectAll().where(among(products)).orderBy('position');
      return byProduct(
        products,
        await query.execute(),
        (row) => new Price(row, units.row(row.currency_id), cited(row)),
      );
    }),
  );

/** Photos of products by row, in the order given. */
export const photosOf = (context: Context) =>
  context.loader<number, Photo[]>('photos', async (products) => {
    const query = context.reading.db.selectFrom('product_photo').selectAll().where(among(products)).orderBy('position');
    return byProduct(products, await query.execute(), (row) => new Photo(row));
  });

/** Sales channels of products by row, in the order given. */
export const salesChannelsOf = (context: Context) =>
  context.loader<number, SalesChannel[]>('sales channels', async (products) => {
    const query = context.reading.db.selectFrom('sales_channel').selectAll().where(among(products)).orderBy('position');
    return byProduct(products, await query.execute(), (row) => row);
  });

/** Certificates of products by row and of their producers: its own first, the newest first. */
export const certificatesOf = (context: Context) =>
  context.loader<number, Certificate[]>('certificates', (products) =>
    context.read(async (reading) => {
      const [standards, cited] = await Promise.all([reading.table(standardTable), citations(reading)]);
      const { rows } = await sql<CertificateOfProduct>`
        select p.id as product_id, c.standard_id, c.producer_id, c.number, c.issuer_vi, c.issuer_en, c.issued_on,
          c.valid_until, c.source_id, c.locator
        from product p join certificate c on c.product_id = p.id or c.producer_id = p.producer_id
        where p.id = any(${products}::integer[])
        order by c.product_id nulls last, c.certain_from desc nulls last, c.id`.execute(reading.db);
      return byProduct(products, rows, (row) => new Certificate(row, standards.row(row.standard_id), cited(row)));
    }),
  );

interface CertificateOfProduct extends CertificateRow {
  product_id: number;
  standard_id: number;
  source_id: number | null;
  locator: string | null;
}
