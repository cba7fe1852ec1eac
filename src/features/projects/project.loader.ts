import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../kernel/context.js';
import { rowLoader } from '../../kernel/kept-rows.js';
import { isSlug } from '../../kernel/slugs.js';
import { PROJECT_COLUMNS, projectMaker, projectRows } from './project-rows.js';
import type { Project, ProjectRow } from './project.type.js';

const bySlug = (context: Context) =>
  context.loader<string, Project | null>('project by slug', async (slugs) => {
    const found = await projects(context, sql`j.slug = any(${slugs}::text[])`);
    const bySlug = new Map(found.map((project) => [project.slug, project]));
    return slugs.map((slug) => bySlug.get(slug) ?? null);
  });

/** A project by its slug; null where there is none. */
export const projectOf = async (slug: string, context: Context): Promise<Project | null> =>
  isSlug(slug) ? bySlug(context).load(slug) : null;

/** Projects by row; null where there is none. */
export const projectByRow = (context: Context) => rowLoader<Project>(context, 'project', projectRows);

const projects = (context: Context, where: RawBuilder<unknown>): Promise<Project[]> =>
  context.read(async (reading) => {
    const { rows } = await sql<ProjectRow>`
      select ${PROJECT_COLUMNS} from project j where ${where}`.execute(reading.db);
    return rows.map(await projectMaker(reading));
  });
