import { Codes } from './codes.js';
import { positions, sourceId, territoryId } from './columns.js';
import type { Wanted } from './compare.js';
import type { Seeds } from './files.js';
import type { Reconciler } from './reconcile.js';
import type { References } from './reference.js';

/** Projects, their capital as it was stated from time to time, and notes of their progress. */
export async function seedProjects(into: Reconciler, seeds: Seeds, references: References): Promise<void> {
  const wanted = seeds.projects.map((row): Wanted<'project'> => {
    const { territory: _, source: __, ...columns } = row.cells;
    const territory_id = territoryId(row, references);
    return { row, columns: { ...columns, territory_id, source_id: sourceId(row, references) } };
  });
  const projects = Codes.ofSlugs('project', seeds.projects, await into.write('project', wanted));
  await seedCapitals(into, seeds, references, projects);
  await seedProgress(into, seeds, references, projects);
}

async function seedCapitals(into: Reconciler, seeds: Seeds, references: References, projects: Codes): Promise<void> {
  const places = positions(seeds.projectCapitals, (cells) => cells.project);
  const wanted = seeds.projectCapitals.map((row, at): Wanted<'project_capital'> => {
    const { project, unit, source: _, ...columns } = row.cells;
    const project_id = projects.get(project, row, 'project');
    const unit_id = references.units.get(unit, row, 'unit');
    const source_id = sourceId(row, references);
    return { row, columns: { project_id, position: places[at]!, unit_id, source_id, ...columns } };
  });
  await into.write('project_capital', wanted);
}

async function seedProgress(into: Reconciler, seeds: Seeds, references: References, projects: Codes): Promise<void> {
  const places = positions(seeds.projectProgress, (cells) => cells.project);
  const wanted = seeds.projectProgress.map((row, at): Wanted<'project_progress'> => {
    const { project, source: _, ...columns } = row.cells;
    const project_id = projects.get(project, row, 'project');
    return { row, columns: { project_id, position: places[at]!, source_id: sourceId(row, references), ...columns } };
  });
  await into.write('project_progress', wanted);
}
