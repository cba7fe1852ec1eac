import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../src/kernel/tables.js';
import { breakdownKey } from './breakdowns.js';
import type { Row } from './csv.js';
import type { Seeds } from './files.js';
import { id, of, withDecimals, withNames } from './relations.js';
import { catalogueRelations } from './stored-catalogue.js';
import type { CatalogueTable, SeededTable, Stored } from './tables.js';

/** What the database already has of the seeds, in one statement and as text, because every start waits for it. */
export async function readStored(db: Kysely<Tables>, seeds: Seeds): Promise<Map<SeededTable, Stored[]>> {
  const parts = Object.entries({ ...figureRelations(seeds), ...catalogueRelations(seeds) }).map(
    ([name, relation]) =>
      sql`select ${sql.lit(name)} as name, json_agg(row_to_json(t))::text as stored from (${relation}) t`,
  );
  const { rows } = await sql<{
    name: SeededTable;
    stored: string | null;
  }>`${sql.join(parts, sql` union all `)}`.execute(db);
  return new Map(rows.map(({ name, stored }) => [name, JSON.parse(stored ?? '[]') as Stored[]]));
}

/** The rows of each table that may be those of the seeds. */
function figureRelations(seeds: Seeds): Record<Exclude<SeededTable, CatalogueTable>, RawBuilder<unknown>> {
  const withCode = (table: SeededTable, rows: readonly Row<{ code: string }>[], columns = sql`t.*`) => {
    const codes = rows.map((row) => row.cells.code);
    return withNames(table, 'code', codes, columns);
  };
  const keys = [...seeds.prints, ...seeds.plans].map(breakdownKey);
  const releases = withCode('release', seeds.releases, id);
  return {
    unit: withCode('unit', seeds.units),
    territory: withCode('territory', seeds.territories),
    agency: withCode('agency', seeds.agencies),
    agency_name: of('agency_name', 'agency_id', withCode('agency', seeds.agencies, id)),
    dimension: withCode('dimension', seeds.dimensions),
    dimension_item: of('dimension_item', 'dimension_id', withCode('dimension', seeds.dimensions, id)),
    breakdown: withNames('breakdown', 'key', keys),
    breakdown_item: of('breakdown_item', 'breakdown_id', withNames('breakdown', 'key', keys, id)),
    indicator: withCode('indicator', seeds.indicators),
    indicator_dimension: of('indicator_dimension', 'indicator_id', withCode('indicator', seeds.indicators, id)),
    indicator_relation: of('indicator_relation', 'indicator_id', withCode('indicator', seeds.indicators, id)),
    source: withCode('source', seeds.sources),
    source_carrier: of('source_carrier', 'source_id', withCode('source', seeds.sources, id)),
    release: withCode('release', seeds.releases),
    observation: of('observation', 'id', of('print', 'release_id', releases, sql`observation_id`)),
    plan: of('plan', 'id', of('plan_print', 'release_id', releases, sql`plan_id`)),
    print: of('print', 'release_id', releases, withDecimals('value')),
    plan_print: of('plan_print', 'release_id', releases, withDecimals('value', 'low', 'high')),
    print_plan_share: of(
      'print_plan_share',
      'print_id',
      of('print', 'release_id', releases, id),
      withDecimals('percent'),
    ),
  };
}
