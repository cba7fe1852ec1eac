import { Codes } from './codes.js';
import type { Wanted } from './compare.js';
import type { Seeds } from './files.js';
import type { Reconciler } from './reconcile.js';

/** Documents and who carried them. */
export async function seedSources(into: Reconciler, seeds: Seeds, agencies: Codes): Promise<Codes> {
  refuseUndated(seeds);
  const wanted = seeds.sources.map((row): Wanted<'source'> => {
    const { publisher, published_on: date, published_inferred, carriers: _, ...columns } = row.cells;
    const published = {
      published_on: date?.date ?? null,
      published_precision: date?.precision ?? null,
      published_earliest: date?.earliest ?? null,
      published_latest: date?.latest ?? null,
      published_inferred,
    };
    return { row, columns: { ...columns, ...published, publisher_id: agencies.getIfAny(publisher, row, 'publisher') } };
  });
  const ids = await into.write('source', wanted);
  const carriers = seeds.sources.flatMap((row, at) =>
    row.cells.carriers.map((carrier, place): Wanted<'source_carrier'> => {
      const agency_id = agencies.get(carrier, row, 'carriers');
      return { row, columns: { source_id: ids[at]!, agency_id, position: place + 1 } };
    }),
  );
  await into.write('source_carrier', carriers);
  return Codes.of('source', seeds.sources, ids);
}

/** What a print cites has a publisher and a date. */
function refuseUndated({ sources, prints, plans }: Seeds): void {
  const cited = new Set([...prints, ...plans].map((row) => row.cells.source));
  for (const row of sources.filter(({ cells }) => cited.has(cells.code))) {
    const unknown = (['publisher', 'published_on'] as const).find((column) => row.cells[column] === null);
    if (unknown) throw row.wrong(unknown, 'is empty, but figures cite this source.');
  }
}
