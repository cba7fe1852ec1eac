import { type RawBuilder, sql } from 'kysely';
import { checkedList } from '../../kernel/checked-list.js';
import type { Context } from '../../kernel/context.js';
import { dayOf } from '../../kernel/day.js';
import type { Limits } from '../../kernel/limits.js';
import { type Asked, type Listing, listPage } from '../../kernel/listing.js';
import type { Page } from '../../kernel/page.js';
import type { Reading } from '../../kernel/reading.js';
import { closeness, searchOf } from '../../kernel/search.js';
import { inAreas } from '../territories/in-areas.js';
import { territoryTable } from '../territories/territory.table.js';
import { projectOrder } from './project-order.js';
import { projectRows } from './project-rows.js';
import type { Project } from './project.type.js';
import type { ProjectFilter, ProjectsArgs } from './projects.args.js';

/** A page of all projects: one statement, one more if the total is asked. */
export const projectPage = (context: Context, args: ProjectsArgs): Promise<Page<Project>> =>
  listPage(context, 'projects', 0, args, (reading) => asked(reading, context.limits, args));

/** A page of the projects in the area of a unit, for all units that are asked alike at once. */
export const territoryProjectPage = (context: Context, unit: number, args: ProjectsArgs): Promise<Page<Project>> =>
  listPage(context, 'territory projects', unit, args, async (reading, units) => {
    const { listing, ...all } = await asked(reading, context.limits, args);
    const inArea = inAreas(await reading.table(territoryTable), units, 'j.territory_id');
    return { ...all, listing: (search) => within(listing(search), inArea) };
  });

const within = (listing: Listing<Project>, condition: RawBuilder<unknown>): Listing<Project> => ({
  ...listing,
  where: [condition, ...listing.where],
});

async function asked(reading: Reading, limits: Limits, { filter, orderBy }: ProjectsArgs): Promise<Asked<Project>> {
  const search = searchOf(filter?.search, 'filter.search');
  const where = await conditions(reading, limits, filter ?? {});
  const listing = (sought: typeof search): Listing<Project> => ({
    ...(sought ? { rank: closeness(sought, 'j') } : {}),
    from: sql`project j`,
    where,
    order: projectOrder(orderBy, sought),
    rows: projectRows,
  });
  return { table: 'project', alias: 'j', search, listing };
}

async function conditions(reading: Reading, limits: Limits, filter: ProjectFilter): Promise<RawBuilder<unknown>[]> {
  const kinds = checkedList('filter.kinds', filter.kinds, limits);
  const stages = checkedList('filter.stages', filter.stages, limits);
  const codes = checkedList('filter.territories', filter.territories, limits);
  const where: RawBuilder<unknown>[] = [];
  if (kinds) where.push(sql`j.kind = any(${kinds}::text[])`);
  if (stages) where.push(sql`j.stage = any(${stages}::text[])`);
  if (codes) {
    const territories = await reading.table(territoryTable);
    const today = dayOf(reading.moment);
    const units = codes.flatMap((code) => territories.area(code, today, 'filter.territories'));
    where.push(sql`j.territory_id = any(${units.map((unit) => unit.row.id)}::integer[])`);
  }
  return where;
}
