import { type RawBuilder, sql } from 'kysely';
import { BadInput } from '../../kernel/bad-input.js';
import type { Context } from '../../kernel/context.js';
import { cursorIn, inOrder, keysetPage, keysetWindow } from '../../kernel/keyset.js';
import { type Page, pageOfRows, type PageWindow } from '../../kernel/page.js';
import { pageName, totalName } from '../../kernel/list-name.js';
import type { Reading } from '../../kernel/reading.js';
import { boundaryToday } from '../territories/boundary.type.js';
import { matching } from './matching.js';
import { ORDER_JOINS, type ObservationsOrder, orderOf, orderReads } from './observation-order.js';
import { readObservations } from './observation-rows.js';
import { type ObservationScope, scopeOf } from './observation-scope.js';
import type { Observation } from './observation.type.js';
import type { ObservationsArgs } from './observations.args.js';
import { printsOfFigures, readable } from './readable.js';
import { type SeriesParent, seriesTable } from './series.table.js';
import { type Walk, walkOf } from './series-walk.js';
import { walked } from './series-walk.query.js';

/** What hangs below a parent in a list: a condition on an observation `o` and its `parent.id`, one of `parents`. */
export interface Edge {
  name: string;
  where: (moment: string, asOf: string | null, parents: readonly number[]) => RawBuilder<unknown>;
  /** Where the parent tells of which series: its codes. */
  series?: (parent: number) => SeriesParent;
}

const below = (name: string, column: string, series?: Edge['series']): Edge => ({
  name,
  where: () => sql`${sql.ref(column)} = parent.id`,
  ...(series ? { series } : {}),
});

const printedBy = (name: string, column: string): Edge => ({
  name,
  where: (moment, asOf) => sql`exists (select from print_reading p
    where p.observation_id = o.id and ${sql.ref(column)} = parent.id and ${readable(moment, asOf)})`,
});

export const ALL: Edge = { name: 'all', where: () => sql`true`, series: () => null };
export const OF_INDICATOR = below('indicator', 'o.indicator_id', (indicator) => ({ indicator }));
export const OF_TERRITORY = below('territory', 'o.territory_id', (territory) => ({ territory }));
export const OF_PUBLISHER = below('publisher', 'o.publisher_id');
export const OF_SOURCE = printedBy('source', 'p.source_id');
export const OF_RELEASE = printedBy('release', 'p.release_id');

/** A list as asked, checked: the same for every parent that shares its arguments. */
interface Asked {
  scope: ObservationScope;
  order: ObservationsOrder;
  /** What the order reads besides. */
  reads: RawBuilder<unknown>;
  window: PageWindow;
}

/** The page of one parent: those of all parents asked alike come in one statement, their totals in another. */
export function observationPage(
  context: Context,
  edge: Edge,
  parent: number,
  args: ObservationsArgs,
): Promise<Page<Observation>> {
  const totals = () =>
    context.loader<number, number>(`total ${edge.name} ${totalName(args)}`, (parents) =>
      // Lists that differ in their page alone share it, so it must not depend on whose page is right.
      context.read(async (reading) => totalsBelow(reading, edge, parents, await scopeAsked(reading, context, args))),
    );
  const pages = context.loader<number, Page<Observation>>(
    `page ${edge.name} ${pageName(args, context.limits)}`,
    (parents) =>
      context.read(async (reading) => {
        const asked = await askedOf(reading, context, edge, args);
        const lists = await listsBelow(reading, edge, parents, asked);
        const pages = parents.map((each) => pageOf(asked, lists.get(each) ?? [], () => totals().load(each)));
        return args.boundaries === 'TODAY' ? pages.map((page) => marked(page, reading)) : pages;
      }),
  );
  return pages.load(parent);
}

const scopeAsked = (reading: Reading, { limits }: Context, args: ObservationsArgs): Promise<ObservationScope> =>
  scopeOf(reading, limits, args.filter ?? {}, reading.asOf(args.asOf), 'TOTALS', args.boundaries);

async function askedOf(reading: Reading, context: Context, edge: Edge, args: ObservationsArgs): Promise<Asked> {
  if (args.orderBy?.field === 'VALUE' && edge !== OF_INDICATOR && args.filter?.indicators?.length !== 1) {
    const message = 'orderBy VALUE needs exactly one indicator: values of different indicators do not compare.';
    throw new BadInput('INVALID_COMBINATION', message, { argument: 'orderBy', value: 'VALUE' });
  }
  const scope = await scopeAsked(reading, context, args);
  const order = orderOf(args.orderBy);
  const reads = orderReads(args.orderBy, reading.moment, scope.asOf);
  return { scope, order, reads, window: keysetWindow(order, args, context.limits) };
}

async function listsBelow(
  reading: Reading,
  edge: Edge,
  parents: readonly number[],
  asked: Asked,
): Promise<Map<number, Observation[]>> {
  const walks = await walksOf(reading, edge, parents, asked);
  if (!walks) return sorted(reading, edge, parents, asked);
  const { scope, order, window } = asked;
  const lists = await walked(reading, scope, walks, window.size + 1);
  return new Map([...lists].map(([parent, list]) => [parent, inOrder(list, order, window.fromEnd)]));
}

/** Conditions that one index of their own answers, or that may hold far apart. */
const isScattered = ({ latest, periods, publishers, sources, printedAfter, statuses }: ObservationScope): boolean =>
  [latest, periods, publishers, sources, printedAfter, statuses].some((asked) => asked !== null);

/** The walks that lists are read by, where their order is one of series and what is asked lies close together in it. */
async function walksOf(
  reading: Reading,
  { series }: Edge,
  parents: readonly number[],
  { scope, order, window }: Asked,
): Promise<Map<number, Walk> | null> {
  if (!series || isScattered(scope)) return null;
  const table = await reading.table(seriesTable);
  const walks = new Map<number, Walk>();
  for (const parent of parents) {
    const walk = walkOf(table.within(scope, series(parent)), order, window);
    if (!walk) return null;
    walks.set(parent, walk);
  }
  return walks;
}

/** All that matches is sorted, as far as no index tells its order. */
async function sorted(
  reading: Reading,
  edge: Edge,
  parents: readonly number[],
  { scope, order, reads, window }: Asked,
): Promise<Map<number, Observation[]>> {
  const { from, where } = matching(scope, reading.moment, edge.where(reading.moment, scope.asOf, parents));
  const one = sql`select o.id from ${from} ${ORDER_JOINS} ${reads} where ${where} ${keysetPage(order, window)}`;
  const pages = sql`
    with listed as materialized (
      select parent.id as parent, page.place, page.id from unnest(${parents}::integer[]) as parent(id)
      cross join lateral (select row_number() over () as place, o.id from (${one}) o) page)
    select listed.parent, p.* from listed
    cross join lateral (
      select p.* from ${printsOfFigures(reading.moment, scope.asOf)} p where p.observation_id = listed.id offset 0) p
    order by listed.parent, listed.place`;
  return readObservations(reading, pages, scope.asOf);
}

const pageOf = ({ order, window }: Asked, rows: Observation[], count: () => Promise<number>): Page<Observation> =>
  pageOfRows(rows, window, cursorIn(order), count);

/** Its edges tell how the unit of each figure stands to those of today. */
function marked(page: Page<Observation>, reading: Reading): Page<Observation> {
  const boundaryOf = boundaryToday(reading);
  return page.marked(({ territory }) => ({ boundary: boundaryOf(territory) }));
}

async function totalsBelow(
  reading: Reading,
  edge: Edge,
  parents: readonly number[],
  scope: ObservationScope,
): Promise<number[]> {
  const { from, where } = matching(scope, reading.moment, edge.where(reading.moment, scope.asOf, parents));
  const { rows } = await sql<{ id: number; count: string }>`
    select parent.id, counted.count from unnest(${parents}::integer[]) as parent(id)
    cross join lateral (select count(*) from ${from} where ${where}) counted`.execute(reading.db);
  const counts = new Map(rows.map((row) => [row.id, Number(row.count)]));
  return parents.map((each) => counts.get(each) ?? 0);
}
