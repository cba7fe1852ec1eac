import { type RawBuilder, sql } from 'kysely';
import { keptRows } from '../../kernel/kept-rows.js';
import type { Reading } from '../../kernel/reading.js';
import { Citation } from '../sources/citation.type.js';
import { sourceTable } from '../sources/source.table.js';
import { territoryTable } from '../territories/territory.table.js';
import { Project, type ProjectRow } from './project.type.js';

/** Columns of a project `j`. */
export const PROJECT_COLUMNS: RawBuilder<unknown> = sql`j.id, j.slug, j.sort_key, j.name_vi, j.name_en, j.kind, j.stage,
  j.stage_on, j.stage_inferred, j.established_on, j.area_hectares, j.planned_area_hectares, j.area_note_vi, j.area_note_en,
  j.capacity_megawatts, j.investor_vi, j.investor_en, j.territory_id, j.place, j.note_vi, j.note_en, j.source_id, j.locator`;

/** Makes a project of its row. */
export async function projectMaker(reading: Reading): Promise<(row: ProjectRow) => Project> {
  const [territories, sources] = await Promise.all([reading.table(territoryTable), reading.table(sourceTable)]);
  return (row) =>
    new Project(
      row,
      row.territory_id === null ? null : territories.row(row.territory_id),
      row.source_id === null ? null : new Citation(sources.row(row.source_id), row.locator),
    );
}

/** Projects by row. */
export const projectRows = keptRows(async (reading, ids) => {
  const make = await projectMaker(reading);
  const { rows } = await sql<ProjectRow>`
    select ${PROJECT_COLUMNS} from project j where j.id = any(${ids}::integer[])`.execute(reading.db);
  return new Map(rows.map((row) => [row.id, make(row)]));
});
