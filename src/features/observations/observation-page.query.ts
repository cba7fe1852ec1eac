import { type RawBuilder, sql } from 'kysely';
import { BadInput } from '../../kernel/bad-input.js';
import type { Context } from '../../kernel/context.js';
import { cursorIn, keysetPage, keysetWindow, type Order } from '../../kernel/keyset.js';
import { type Page, pageOfRows, type PageWindow } from '../../kernel/page.js';
import type { Reading } from '../../kernel/reading.js';
import { boundaryToday } from '../territories/boundary.type.js';
import { matching } from './matching.js';
import { ORDER_JOINS, orderOf, orderReads } from './observation-order.js';
import { OBSERVATION_COLUMNS, observationsOf, printsOf } from './observation-rows.js';
import { type ObservationScope, scopeOf } from './observation-scope.js';
import type { Observation } from './observation.type.js';
import type { ObservationsArgs } from './observations.args.js';
import { readable } from './readable.js';

/** What hangs below a parent in a list: a condition on an observation `o` and its `parent.id`, one of `parents`. */
export interface Edge {
  name: string;
  where: (moment: string, asOf: string | null, parents: readonly number[]) => RawBuilder<unknown>;
}

const below = (name: string, column: string): Edge => ({ name, where: () => sql`${sql.ref(column)} = parent.id` });

const printedBy = (name: string, column: string): Edge => ({
  name,
  where: (moment, asOf) => sql`exists (select from print_reading p
    where p.observation_id = o.id and ${sql.ref(column)} = parent.id and ${readable(moment, asOf)})`,
});

export const ALL: Edge = { name: 'all', where: () => sql`true` };
export const OF_INDICATOR = below('indicator', 'o.indicator_id');
export const OF_TERRITORY = below('territory', 'o.territory_id');
export const OF_PUBLISHER = below('publisher', 'o.publisher_id');
export const OF_SOURCE = printedBy('source', 'p.source_id');
export const OF_RELEASE = printedBy('release', 'p.release_id');

/** A list as asked, checked: the same for every parent that shares its arguments. */
interface Asked {
  scope: ObservationScope;
  order: Order<Observation>;
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
  const name = `${edge.name} ${JSON.stringify(args)}`;
  const totals = context.loader<number, number>(`total ${name}`, (parents) =>
    context.read((reading) => totalsBelow(reading, context, edge, parents, args)),
  );
  const pages = context.loader<number, Page<Observation>>(`page ${name}`, (parents) =>
    context.read(async (reading) => {
      const asked = await askedOf(reading, context, edge, args);
      const lists = await listsBelow(reading, edge, parents, asked);
      const pages = parents.map((each) => pageOf(asked, lists.get(each) ?? [], () => totals.load(each)));
      return args.boundaries === 'TODAY' ? pages.map((page) => marked(page, reading)) : pages;
    }),
  );
  return pages.load(parent);
}

async function askedOf(reading: Reading, context: Context, edge: Edge, args: ObservationsArgs): Promise<Asked> {
  if (args.orderBy?.field === 'VALUE' && edge !== OF_INDICATOR && args.filter?.indicators?.length !== 1) {
    const message = 'orderBy VALUE needs exactly one indicator: values of different indicators do not compare.';
    throw new BadInput('INVALID_COMBINATION', message, { argument: 'orderBy', value: 'VALUE' });
  }
  const scope = await scopeOf(
    reading,
    context.limits,
    args.filter ?? {},
    reading.asOf(args.asOf),
    'TOTALS',
    args.boundaries,
  );
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
  const { scope, order, reads, window } = asked;
  const { from, where } = matching(scope, reading.moment, edge.where(reading.moment, scope.asOf, parents));
  const one = sql`select ${OBSERVATION_COLUMNS} from ${from} ${ORDER_JOINS} ${reads} where ${where} ${keysetPage(order, window)}`;
  const pages = sql`
    select parent.id as parent, page.* from unnest(${parents}::integer[]) as parent(id)
    cross join lateral (select row_number() over () as place, o.* from (${one}) o) page`;
  const { rows } = await printsOf(pages, reading.moment, scope.asOf).execute(reading.db);
  return observationsOf(reading, rows, scope.asOf);
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
  context: Context,
  edge: Edge,
  parents: readonly number[],
  args: ObservationsArgs,
): Promise<number[]> {
  const { scope } = await askedOf(reading, context, edge, args);
  const { from, where } = matching(scope, reading.moment, edge.where(reading.moment, scope.asOf, parents));
  const { rows } = await sql<{ id: number; count: string }>`
    select parent.id, counted.count from unnest(${parents}::integer[]) as parent(id)
    cross join lateral (select count(*) from ${from} where ${where}) counted`.execute(reading.db);
  const counts = new Map(rows.map((row) => [row.id, Number(row.count)]));
  return parents.map((each) => counts.get(each) ?? 0);
}
