import { type RawBuilder, sql } from 'kysely';
import type { Context } from './context.js';
import { cursorIn, keysetPage, keysetWindow, type Order } from './keyset.js';
import { type Page, type PageArgs, pageOfRows, type PageWindow } from './page.js';
import type { Rows } from './kept-rows.js';
import { pageName, totalName } from './list-name.js';
import { type Reading, StaleReference } from './reading.js';
import { finds, type Search } from './search.js';

/** A list of one noun as asked and checked: the same for every parent that shares its arguments. */
export interface Listing<T> {
  /** What conditions and order read, the table under its alias among it. */
  from: RawBuilder<unknown>;
  /** By what the order sorts before the name, as column `rank` of the alias: how close a search came; 0 unless told. */
  rank?: RawBuilder<number>;
  /** All hold; may name `parent.id`. */
  where: readonly RawBuilder<unknown>[];
  order: Order<T>;
  /** What is made of the rows of the page. */
  rows: Rows<T>;
}

/** A list that may be searched by name: the rows of `table`, under its alias in `from`. */
export interface Asked<T> {
  table: string;
  alias: string;
  search: Search | null;
  listing: (search: Search | null) => Listing<T>;
}

/**
 * The page of one parent. Pages of all parents asked alike come in one statement, their totals in another; `noun` names the
 * list among all of a request. A search that finds nothing anywhere is asked once more for names that resemble it.
 */
export function listPage<T>(
  context: Context,
  noun: string,
  parent: number,
  args: PageArgs,
  ask: (reading: Reading, parents: readonly number[]) => Promise<Asked<T>>,
): Promise<Page<T>> {
  const pages = context.loader<number, Page<T>>(`page ${noun} ${pageName(args, context.limits)}`, (parents) =>
    context.read(async (reading) => {
      const asked = await ask(reading, parents);
      const { sought, listing, window, lists, totals: known } = await found(reading, context, parents, args, asked);
      // Parents of other pages are counted with these: what is asked may name its very parents.
      const totals = context.loader<number, number>(`total ${noun} ${totalName(args)}`, async (counted) =>
        totalsBelow(reading, counted, underSearch(await ask(reading, counted), sought)),
      );
      const cursorOf = cursorIn(listing.order);
      return parents.map((each) => {
        const ranks = lists.get(each) ?? new Map<T, number>();
        const cursor = (node: T): string => cursorOf(node, ranks.get(node));
        return pageOfRows([...ranks.keys()], window, cursor, () => known.get(each) ?? totals.load(each));
      });
    }),
  );
  return pages.load(parent);
}

interface Found<T> {
  /** The search as it found something. */
  sought: Search | null;
  listing: Listing<T>;
  window: PageWindow;
  /** By parent: what stands in the list, in its order, each with its rank. */
  lists: Map<number, Map<T, number>>;
  /** Of parents whose page counted them by the way. */
  totals: Map<number, number>;
}

type Named = Pick<Asked<never>, 'alias' | 'search'>;

async function found<T>(
  reading: Reading,
  context: Context,
  parents: readonly number[],
  args: PageArgs,
  asked: Asked<T>,
): Promise<Found<T>> {
  const read = async (sought: Search | null): Promise<Found<T>> => {
    const listing = underSearch(asked, sought);
    const window = keysetWindow(listing.order, args, context.limits);
    return { sought, listing, window, ...(await listsBelow(reading, parents, asked, listing, window)) };
  };
  return orResembling(reading, asked.table, asked.search, read, ({ lists }) => lists.size === 0);
}

function underSearch<T>({ alias, listing }: Asked<T>, sought: Search | null): Listing<T> {
  const made = listing(sought);
  return sought ? { ...made, where: [finds(sought, alias), ...made.where] } : made;
}

/** Reads with a search as typed; where that finds nothing anywhere in the table, once more for names that resemble it. */
export async function orResembling<R>(
  reading: Reading,
  table: string,
  search: Search | null,
  read: (search: Search | null) => Promise<R>,
  isEmpty: (result: R) => boolean,
): Promise<R> {
  const exact = await read(search);
  if (!search?.query || !isEmpty(exact) || (await isAnywhere(reading, table, search))) return exact;
  return read({ ...search, resembling: true });
}

async function isAnywhere({ db }: Reading, table: string, search: Search): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from ${sql.table(table)} x where ${finds(search, 'x')}) as found`.execute(db);
  return rows[0]!.found;
}

interface Place {
  parent: number;
  /** A bigint, which comes as text. */
  place: string;
  id: number;
  rank: number;
  total: string | null;
}

/** Which rows stand where; what they are is kept. A search, which reads all it finds anyway, counts them by the way. */
async function listsBelow<T>(
  reading: Reading,
  parents: readonly number[],
  { alias, search }: Named,
  listing: Listing<T>,
  window: PageWindow,
): Promise<Pick<Found<T>, 'lists' | 'totals'>> {
  const { rows: places } = await sql<Place>`
    select parent.id as parent, page.* from ${parentsOf(parents)} cross join lateral (
      select row_number() over () as place, narrow.* from (
        ${narrow(alias, search, listing)} ${keysetPage(listing.order, window)}) narrow) page`.execute(reading.db);
  const things = await listing.rows(
    reading,
    places.map(({ id }) => id),
  );
  const lists = new Map<number, Map<T, number>>();
  const totals = new Map<number, number>();
  for (const { parent, id, rank, total } of inOrder(places)) {
    const list = lists.get(parent) ?? new Map<T, number>();
    lists.set(parent, list.set(thingOf(things, id), rank));
    if (total !== null) totals.set(parent, Number(total));
  }
  return { lists, totals };
}

const inOrder = (places: Place[]): Place[] => places.sort((a, b) => Number(a.place) - Number(b.place));

/** A row that went between two statements was changed since: all is read anew. */
function thingOf<T>(things: ReadonlyMap<number, T>, id: number): T {
  const thing = things.get(id);
  if (thing === undefined) throw new StaleReference(`row ${id}`);
  return thing;
}

/** Rows by their id, with what they are ranked by and how many they are, where either is asked. */
function narrow<T>(alias: string, search: Search | null, { from, where, rank }: Listing<T>): RawBuilder<unknown> {
  const one = sql.id(alias);
  if (!search && !rank) return sql`select ${one}.id, 0 as rank, null::bigint as total from ${from} where ${all(where)}`;
  const total = search ? sql`count(*) over ()` : sql`null::bigint`;
  return sql`select ${one}.id, ${one}.rank, ${one}.total from (
    select ${one}.*, ${rank ?? sql`0`} as rank, ${total} as total from ${from} where ${all(where)}) ${one} where true`;
}

async function totalsBelow<T>(
  { db }: Reading,
  parents: readonly number[],
  { from, where }: Listing<T>,
): Promise<number[]> {
  const { rows } = await sql<{ id: number; count: string }>`
    select parent.id, counted.count from ${parentsOf(parents)}
    cross join lateral (select count(*) from ${from} where ${all(where)}) counted`.execute(db);
  const counts = new Map(rows.map((row) => [row.id, Number(row.count)]));
  return parents.map((each) => counts.get(each) ?? 0);
}

/** A single parent is a constant to the planner. */
const parentsOf = (parents: readonly number[]): RawBuilder<unknown> =>
  parents.length === 1
    ? sql`(select ${parents[0]}::integer as id) parent`
    : sql`unnest(${parents}::integer[]) as parent(id)`;

const all = (where: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  where.length === 0 ? sql`true` : sql.join(where, sql` and `);

/** Whether `column` names a row that lies below `parent.id`: `pairs` are of a parent and such a row. */
export function liesBelow(column: string, pairs: readonly (readonly [number, number])[]): RawBuilder<boolean> {
  const [parents, rows] = [pairs.map(([parent]) => parent), pairs.map(([, row]) => row)];
  return sql<boolean>`${sql.ref(column)} in (
    select lies.id from unnest(${parents}::integer[], ${rows}::integer[]) as lies(parent, id) where lies.parent = parent.id)`;
}
