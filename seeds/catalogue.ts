import { Codes } from './codes.js';
import { positions, sourceId, territoryId } from './columns.js';
import type { Wanted } from './compare.js';
import type { Seeds } from './files.js';
import { seedCriteria, seedGroups } from './groups.js';
import { seedCertificates, seedRecognitions } from './recognitions.js';
import type { Reconciler } from './reconcile.js';
import type { References } from './reference.js';

/** What events name of the catalogue. */
export interface Catalogue {
  producers: Codes;
  products: Codes;
}

/** Products, who makes them and how they are recognised. */
export async function seedCatalogue(into: Reconciler, seeds: Seeds, references: References): Promise<Catalogue> {
  const criteria = await seedCriteria(into, seeds);
  const groups = await seedGroups(into, seeds, criteria);
  const producers = await seedProducers(into, seeds, references);
  const products = await seedProducts(into, seeds, references, { groups, producers });
  await seedContacts(into, seeds, producers);
  await seedPrices(into, seeds, references, products);
  await seedPhotos(into, seeds, products);
  await seedChannels(into, seeds, products);
  await seedCertificates(into, seeds, references, { producers, products });
  await seedRecognitions(into, seeds, references, { criteria, products });
  return { producers, products };
}

async function seedProducers(into: Reconciler, { producers: rows }: Seeds, references: References): Promise<Codes> {
  const wanted = rows.map((row): Wanted<'producer'> => {
    const { territory: _, source: __, ...columns } = row.cells;
    const territory_id = territoryId(row, references);
    return { row, columns: { ...columns, territory_id, source_id: sourceId(row, references) } };
  });
  return Codes.ofSlugs('producer', rows, await into.write('producer', wanted));
}

async function seedProducts(
  into: Reconciler,
  { products: rows }: Seeds,
  references: References,
  { groups, producers }: { groups: Codes; producers: Codes },
): Promise<Codes> {
  const wanted = rows.map((row): Wanted<'product'> => {
    const { group, producer, territory: _, ...columns } = row.cells;
    const group_id = groups.getIfAny(group, row, 'group');
    const producer_id = producers.getIfAny(producer, row, 'producer');
    return { row, columns: { ...columns, group_id, producer_id, territory_id: territoryId(row, references) } };
  });
  return Codes.ofSlugs('product', rows, await into.write('product', wanted));
}

async function seedContacts(into: Reconciler, { producerContacts: rows }: Seeds, producers: Codes): Promise<void> {
  const places = positions(rows, (cells) => cells.producer);
  const wanted = rows.map((row, at): Wanted<'producer_contact'> => {
    const { producer, ...columns } = row.cells;
    return {
      row,
      columns: { producer_id: producers.get(producer, row, 'producer'), position: places[at]!, ...columns },
    };
  });
  await into.write('producer_contact', wanted);
}

async function seedPrices(into: Reconciler, seeds: Seeds, references: References, products: Codes): Promise<void> {
  const places = positions(seeds.productPrices, (cells) => cells.product);
  const wanted = seeds.productPrices.map((row, at): Wanted<'product_price'> => {
    const { product, currency, source: _, ...columns } = row.cells;
    const product_id = products.get(product, row, 'product');
    const currency_id = references.units.get(currency, row, 'currency');
    const source_id = sourceId(row, references);
    return { row, columns: { product_id, position: places[at]!, currency_id, source_id, ...columns } };
  });
  await into.write('product_price', wanted);
}

async function seedPhotos(into: Reconciler, { productPhotos: rows }: Seeds, products: Codes): Promise<void> {
  const places = positions(rows, (cells) => cells.product);
  const wanted = rows.map((row, at): Wanted<'product_photo'> => {
    const { product, ...columns } = row.cells;
    return { row, columns: { product_id: products.get(product, row, 'product'), position: places[at]!, ...columns } };
  });
  await into.write('product_photo', wanted);
}

async function seedChannels(into: Reconciler, { salesChannels: rows }: Seeds, products: Codes): Promise<void> {
  const places = positions(rows, (cells) => cells.product);
  const wanted = rows.map((row, at): Wanted<'sales_channel'> => {
    const { product, ...columns } = row.cells;
    return { row, columns: { product_id: products.get(product, row, 'product'), position: places[at]!, ...columns } };
  });
  await into.write('sales_channel', wanted);
}
