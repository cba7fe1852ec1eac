import { sql } from 'kysely';
import type { Context } from '../../kernel/context.js';
import { Citation } from '../sources/citation.type.js';
import { sourceTable } from '../sources/source.table.js';
import { unitTable } from '../units/unit.table.js';
import { ProjectCapital, type ProjectCapitalRow } from './project-capital.type.js';
import { ProjectProgressNote, type ProjectProgressRow } from './project-progress.type.js';

/** Versions of the capital of projects by row id, the oldest first; what has no date comes before all that has. */
export const capitalLoader = (context: Context) =>
  context.loader<number, ProjectCapital[]>('project capital', (ids) =>
    context.read(async (reading) => {
      const { rows } = await sql<ProjectCapitalRow>`
        select project_id, stated_on, stated_inferred, value, unit_id, unit_multiplier, qualifier, is_preliminary,
          decision, note_vi, note_en, source_id, locator
        from project_capital where project_id = any(${ids}::integer[])
        order by project_id, latest_day(stated_on) nulls first, position`.execute(reading.db);
      const [units, sources] = await Promise.all([reading.table(unitTable), reading.table(sourceTable)]);
      const rowsOf = Map.groupBy(rows, (row) => row.project_id);
      const make = (row: ProjectCapitalRow): ProjectCapital =>
        new ProjectCapital(row, units.row(row.unit_id), new Citation(sources.row(row.source_id), row.locator));
      return ids.map((id) => (rowsOf.get(id) ?? []).map(make));
    }),
  );

/** What was told of the progress of projects by row id, the newest first; what has no date comes last. */
export const progressLoader = (context: Context) =>
  context.loader<number, ProjectProgressNote[]>('project progress', (ids) =>
    context.read(async (reading) => {
      const { rows } = await sql<ProjectProgressRow>`
        select project_id, noted_on, noted_inferred, text_vi, text_en, source_id, locator
        from project_progress where project_id = any(${ids}::integer[])
        order by project_id, latest_day(noted_on) desc nulls last, position desc`.execute(reading.db);
      const sources = await reading.table(sourceTable);
      const rowsOf = Map.groupBy(rows, (row) => row.project_id);
      const make = (row: ProjectProgressRow): ProjectProgressNote =>
        new ProjectProgressNote(row, new Citation(sources.row(row.source_id), row.locator));
      return ids.map((id) => (rowsOf.get(id) ?? []).map(make));
    }),
  );
