import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { connectionOf } from '../../kernel/connection.js';
import { Context } from '../../kernel/context.js';
import { ListSize } from '../../kernel/list-size.js';
import { findNodesOf } from '../../kernel/node.js';
import { type Page } from '../../kernel/page.js';
import { Territory } from '../territories/territory.type.js';
import { ProjectCapital } from './project-capital.type.js';
import { capitalLoader, progressLoader } from './project-history.loader.js';
import { projectPage, territoryProjectPage } from './project-page.query.js';
import { ProjectProgressNote } from './project-progress.type.js';
import { projectOf } from './project.loader.js';
import { Project } from './project.type.js';
import { ProjectsArgs } from './projects.args.js';

const ProjectConnection = connectionOf('Project', () => Project);

findNodesOf('Project', projectOf);

@Resolver()
export class ProjectResolver {
  @Query(() => Project, { nullable: true, description: 'A project by its slug; null where there is none.' })
  project(
    @Arg('slug', () => String, { description: 'E.g. `cum-cong-nghiep-thap-cham`.' }) slug: string,
    @Ctx() context: Context,
  ): Promise<Project | null> {
    return projectOf(slug, context);
  }

  @Query(() => ProjectConnection, {
    description: 'Industrial clusters and parks, energy and commercial projects that the department follows up.',
  })
  projects(@Args(() => ProjectsArgs) args: ProjectsArgs, @Ctx() context: Context): Promise<Page<Project>> {
    return projectPage(context, args);
  }
}

@Resolver(() => Project)
export class ProjectHistory {
  @FieldResolver(() => ProjectCapital, {
    nullable: true,
    description: 'Its capital as last stated; null where it is not known.',
  })
  async capital(@Root() project: Project, @Ctx() context: Context): Promise<ProjectCapital | null> {
    return (await capitalLoader(context).load(project.row.id)).at(-1) ?? null;
  }

  @FieldResolver(() => [ProjectCapital], {
    description:
      'Its capital each time it was stated, oldest first by the last day it may have been; those without a date come first.',
  })
  async capitalVersions(
    @Root() project: Project,
    @ListSize(20) first: number,
    @Ctx() context: Context,
  ): Promise<ProjectCapital[]> {
    return (await capitalLoader(context).load(project.row.id)).slice(0, first);
  }

  @FieldResolver(() => [ProjectProgressNote], {
    description:
      'What was told of its progress, newest first by the last day it may tell of; notes without a date come last.',
  })
  async progress(
    @Root() project: Project,
    @ListSize(20) first: number,
    @Ctx() context: Context,
  ): Promise<ProjectProgressNote[]> {
    return (await progressLoader(context).load(project.row.id)).slice(0, first);
  }
}

@Resolver(() => Territory)
export class TerritoryProjects {
  @FieldResolver(() => ProjectConnection, {
    description: 'Projects in this unit, in all that ever lay in it, and in the area of its predecessors.',
  })
  projects(
    @Root() territory: Territory,
    @Args(() => ProjectsArgs) args: ProjectsArgs,
    @Ctx() context: Context,
  ): Promise<Page<Project>> {
    return territoryProjectPage(context, territory.row.id, args);
  }
}
