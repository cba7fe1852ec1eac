import { sql } from 'kysely';
import type { Context } from '../../kernel/context.js';
import { isSlug } from '../../kernel/slugs.js';
import { PROJECT_COLUMNS, projectMaker } from './project-rows.js';
import type { Project, ProjectRow } from './project.type.js';

const projects = (context: Context) =>
  context.loader<string, Project | null>('project', (slugs) =>
    context.read(async (reading) => {
      const { rows } = await sql<ProjectRow>`
        select ${PROJECT_COLUMNS}, null as closeness from project j where j.slug = any(${slugs}::text[])`.execute(
        reading.db,
      );
      const make = await projectMaker(reading);
      const bySlug = new Map(rows.map((row) => [row.slug, make(row)]));
      return slugs.map((slug) => bySlug.get(slug) ?? null);
    }),
  );

/** A project by its slug; null where there is none. */
export const projectOf = async (slug: string, context: Context): Promise<Project | null> =>
  isSlug(slug) ? projects(context).load(slug) : null;
