import { CodeTable } from '../../kernel/code-table.js';
import { referenceTable } from '../../kernel/reading.js';
import { territoryTable } from '../territories/territory.table.js';
import { Agency, type AgencyName } from './agency.type.js';

/** Agencies that something published names, by code. */
export const agencyTable = referenceTable(async (reading) => {
  const { db, moment } = reading;
  const [territories, rows, names] = await Promise.all([
    reading.table(territoryTable),
    db
      .selectFrom('agency')
      .innerJoin('public_agency', 'public_agency.agency_id', 'agency.id')
      .where('public_agency.public_from', '<=', moment)
      .selectAll('agency')
      .execute(),
    db
      .selectFrom('agency_name')
      .selectAll()
      .orderBy('agency_id')
      .orderBy('valid_from', (by) => by.asc().nullsFirst())
      .execute(),
  ]);
  const namesOf = Map.groupBy(names, (name) => name.agency_id);
  const agencies = new Map(
    rows.map((row) => {
      const territory = row.territory_id === null ? null : territories.row(row.territory_id);
      const given = (namesOf.get(row.id) ?? []).map(nameOf);
      return [row.id, new Agency({ code: row.code, kind: row.kind, territory, names: given, successor: null })];
    }),
  );
  for (const row of rows) agencies.get(row.id)!.parts.successor = agencies.get(row.successor_id ?? 0) ?? null;
  return new CodeTable('agency', [...agencies]);
});

const nameOf = (row: { name: string; valid_from: string | null; valid_to: string | null }): AgencyName => ({
  name: row.name,
  validFrom: row.valid_from,
  validTo: row.valid_to,
});
