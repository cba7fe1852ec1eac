import type { Catalogue } from './catalogue.js';
import { Codes } from './codes.js';
import { positions, sourceId, territoryId } from './columns.js';
import type { Wanted } from './compare.js';
import type { Seeds } from './files.js';
import type { Reconciler } from './reconcile.js';
import type { References } from './reference.js';

type Zones = ReadonlyMap<string, Codes>;

/** Events with their parts, and who shows what there. */
export async function seedEvents(
  into: Reconciler,
  seeds: Seeds,
  references: References,
  catalogue: Catalogue,
): Promise<void> {
  const events = await seedThemselves(into, seeds, references);
  await seedVenues(into, seeds, events);
  await seedParties(into, seeds, events);
  await seedDocuments(into, seeds, events, references);
  const zones = await seedZones(into, seeds, events);
  await new Exhibiting(into, references, catalogue, { events, zones }).seed(seeds);
}

async function seedThemselves(into: Reconciler, { events: rows }: Seeds, references: References): Promise<Codes> {
  const wanted = rows.map((row): Wanted<'event'> => {
    const { parent: _, territory: __, ...columns } = row.cells;
    return { row, columns: { ...columns, territory_id: territoryId(row, references) } };
  });
  const events = Codes.ofSlugs('event', rows, await into.write('event', wanted));
  refuseCycles(rows, events);
  // An event may be part of one that is told of further down.
  const parts = rows.flatMap((row): Wanted<'event'>[] => {
    const { slug, parent } = row.cells;
    return parent === null ? [] : [{ row, columns: { slug, parent_id: events.get(parent, row, 'parent') } }];
  });
  await into.write('event', parts);
  return events;
}

function refuseCycles(rows: Seeds['events'], events: Codes): void {
  const parents = new Map(rows.map(({ cells }) => [cells.slug, cells.parent]));
  for (const row of rows) {
    events.getIfAny(row.cells.parent, row, 'parent');
    const above = new Set([row.cells.slug]);
    for (let at = row.cells.parent; at !== null; at = parents.get(at) ?? null) {
      if (above.has(at)) throw row.wrong('parent', `leads back to "${at}".`);
      above.add(at);
    }
  }
}

async function seedVenues(into: Reconciler, { eventVenues: rows }: Seeds, events: Codes): Promise<void> {
  const places = positions(rows, (cells) => cells.event);
  const wanted = rows.map((row, at): Wanted<'event_venue'> => {
    const { event, ...columns } = row.cells;
    return { row, columns: { event_id: events.get(event, row, 'event'), position: places[at]!, ...columns } };
  });
  await into.write('event_venue', wanted);
}

async function seedParties(into: Reconciler, { eventParties: rows }: Seeds, events: Codes): Promise<void> {
  const places = positions(rows, ({ event, role }) => `${event} ${role}`);
  const wanted = rows.map((row, at): Wanted<'event_party'> => {
    const { event, ...columns } = row.cells;
    return { row, columns: { event_id: events.get(event, row, 'event'), position: places[at]!, ...columns } };
  });
  await into.write('event_party', wanted);
}

async function seedDocuments(
  into: Reconciler,
  { eventSources: rows }: Seeds,
  events: Codes,
  references: References,
): Promise<void> {
  const places = positions(rows, (cells) => cells.event);
  const wanted = rows.map((row, at): Wanted<'event_source'> => {
    const event_id = events.get(row.cells.event, row, 'event');
    const { locator } = row.cells;
    return { row, columns: { event_id, position: places[at]!, source_id: sourceId(row, references), locator } };
  });
  await into.write('event_source', wanted);
}

/** The zones of each event, by their names. */
async function seedZones(into: Reconciler, { eventZones: rows }: Seeds, events: Codes): Promise<Zones> {
  const places = positions(rows, (cells) => cells.event);
  const wanted = rows.map((row, at): Wanted<'event_zone'> => {
    const { event, ...columns } = row.cells;
    return { row, columns: { event_id: events.get(event, row, 'event'), position: places[at]!, ...columns } };
  });
  const ids = await into.write('event_zone', wanted);
  const byEvent = Map.groupBy(
    rows.map(({ cells }, at) => ({ ...cells, id: ids[at]! })),
    (zone) => zone.event,
  );
  const named = [...byEvent].map(([event, zones]): [string, Codes] => {
    return [event, new Codes(`zone of ${event}`, new Map(zones.map((zone) => [zone.name_vi, zone.id])))];
  });
  return new Map(named);
}

/** Producers at events, and their products. */
class Exhibiting {
  constructor(
    private readonly into: Reconciler,
    private readonly references: References,
    private readonly catalogue: Catalogue,
    private readonly places: { events: Codes; zones: Zones },
  ) {}

  async seed({ exhibits: rows }: Seeds): Promise<void> {
    const wanted = rows.map((row): Wanted<'exhibit'> => {
      const { event, producer, booth, locator } = row.cells;
      const event_id = this.places.events.get(event, row, 'event');
      const producer_id = this.catalogue.producers.get(producer, row, 'producer');
      const source_id = sourceId(row, this.references);
      return { row, columns: { event_id, producer_id, booth, zone_id: this.#zoneOf(row), source_id, locator } };
    });
    const ids = await this.into.write('exhibit', wanted);
    const shown = rows.flatMap((row, at) =>
      row.cells.products.map((product): Wanted<'exhibit_product'> => {
        const product_id = this.catalogue.products.get(product, row, 'products');
        return { row, columns: { exhibit_id: ids[at]!, product_id, event_id: wanted[at]!.columns.event_id! } };
      }),
    );
    await this.into.write('exhibit_product', shown);
  }

  #zoneOf(row: Seeds['exhibits'][number]): number | null {
    const { event, zone } = row.cells;
    const zones = this.places.zones.get(event) ?? new Codes(`zone of ${event}`, new Map<string, number>());
    return zones.getIfAny(zone, row, 'zone');
  }
}
