import { CodeTable } from '../../kernel/code-table.js';
import { referenceTable } from '../../kernel/reading.js';
import type { UncertainDate } from '../../kernel/uncertain-date.js';
import { agencyTable } from '../agencies/agency.table.js';
import { releaseTable } from '../releases/release.table.js';
import { Source } from './source.type.js';

/** Documents that something published cites, by code. */
export const sourceTable = referenceTable(async (reading) => {
  const { db, moment } = reading;
  const [agencies, releases, rows, carriers] = await Promise.all([
    reading.table(agencyTable),
    reading.table(releaseTable),
    db
      .selectFrom('source')
      .innerJoin('public_source', 'public_source.source_id', 'source.id')
      .where('public_source.public_from', '<=', moment)
      .selectAll('source')
      .execute(),
    db.selectFrom('source_carrier').selectAll().orderBy('source_id').orderBy('position').execute(),
  ]);
  const carriersOf = Map.groupBy(carriers, (carrier) => carrier.source_id);
  return new CodeTable(
    'source',
    rows.map((row) => [
      row.id,
      new Source({
        code: row.code,
        title: row.title,
        publisher: row.publisher_id === null ? null : agencies.row(row.publisher_id),
        carriers: (carriersOf.get(row.id) ?? []).map((carrier) => agencies.row(carrier.agency_id)),
        publishedOn: publishedOn(row),
        address: row.address,
        checksum: row.checksum,
        firstRelease: row.first_release_id === null ? null : releases.visible(row.first_release_id),
      }),
    ]),
  );
});

function publishedOn(row: {
  published_on: string | null;
  published_precision: UncertainDate['precision'] | null;
  published_earliest: string | null;
  published_latest: string | null;
  published_inferred: boolean;
}): UncertainDate | null {
  if (row.published_on === null) return null;
  return {
    date: row.published_on,
    precision: row.published_precision!,
    earliest: row.published_earliest!,
    latest: row.published_latest!,
    inferred: row.published_inferred,
  };
}
