import { type RawBuilder, sql } from 'kysely';
import type { Row } from './csv.js';
import type { Seeds } from './files.js';
import { id, of, withDecimals, withNames } from './relations.js';
import type { CatalogueTable } from './tables.js';

const SIZES = ['area_hectares', 'planned_area_hectares', 'capacity_megawatts'];

/** The rows of the catalogue, of events and of projects that may be those of the seeds. */
export function catalogueRelations(seeds: Seeds): Record<CatalogueTable, RawBuilder<unknown>> {
  const codes = (rows: readonly Row<{ code: string }>[]) => rows.map((row) => row.cells.code);
  const slugs = (rows: readonly Row<{ slug: string }>[]) => rows.map((row) => row.cells.slug);
  const criteria = (columns = sql`t.*`) => withNames('ocop_criteria', 'code', codes(seeds.ocopCriteria), columns);
  const producers = (columns = sql`t.*`) => withNames('producer', 'slug', slugs(seeds.producers), columns);
  const products = (columns = sql`t.*`) => withNames('product', 'slug', slugs(seeds.products), columns);
  const events = (columns: RawBuilder<unknown>) => withNames('event', 'slug', slugs(seeds.events), columns);
  const projects = (columns: RawBuilder<unknown>) => withNames('project', 'slug', slugs(seeds.projects), columns);
  return {
    ocop_criteria: criteria(),
    product_group: of('product_group', 'criteria_id', criteria(id)),
    producer: producers(),
    producer_contact: of('producer_contact', 'producer_id', producers(id)),
    product: products(),
    product_price: of('product_price', 'product_id', products(id), withDecimals('amount')),
    product_photo: of('product_photo', 'product_id', products(id)),
    sales_channel: of('sales_channel', 'product_id', products(id)),
    standard: withNames('standard', 'code', codes(seeds.standards)),
    certificate: sql`${of('certificate', 'product_id', products(id))}
      union all ${of('certificate', 'producer_id', producers(id))}`,
    recognition: of('recognition', 'product_id', products(id), withDecimals('score')),
    event: events(withDecimals('turnover')),
    event_venue: of('event_venue', 'event_id', events(id)),
    event_party: of('event_party', 'event_id', events(id)),
    event_zone: of('event_zone', 'event_id', events(id)),
    event_source: of('event_source', 'event_id', events(id)),
    exhibit: of('exhibit', 'event_id', events(id)),
    exhibit_product: of('exhibit_product', 'event_id', events(id)),
    project: projects(withDecimals(...SIZES)),
    project_capital: of('project_capital', 'project_id', projects(id), withDecimals('value')),
    project_progress: of('project_progress', 'project_id', projects(id)),
  };
}
