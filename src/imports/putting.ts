import { type Kysely, sql } from 'kysely';
import type { Tables } from '../kernel/tables.js';
import { keyOf } from '../../seeds/compare.js';
import { Reconciler } from '../../seeds/reconcile.js';
import type { Cell, Stored } from '../../seeds/tables.js';
import type { Settled } from './changes.js';
import { fieldsOf, type Link, type Noun, storedAs } from './noun.js';

type Id = number;

/** Writes what is new or different: a statement for each table and set of columns, never one per row. */
export async function put(
  db: Kysely<Tables>,
  noun: Noun,
  settled: readonly Settled[],
  standing: readonly Stored[],
): Promise<void> {
  const into = new Reconciler(db, new Map());
  const known = settled.filter(({ outcome, isErased }) => outcome === 'CHANGED' && !isErased);
  const unknown = settled.filter(({ outcome }) => outcome === 'ADDED');
  await erase(db, noun, settled);
  // What is mended first, so that a unit that ends makes room for the one that follows it.
  await change(into, noun, known);
  const ids = await add(into, noun, unknown, standing);
  for (const one of known) ids.set(one, Number(one.arrival.stored!['id']));
  await link(into, noun, ids);
  await point(into, noun, settled, ids);
}

/** The column by which rows of the table name others of it. */
export function selfColumn(noun: Noun): string | null {
  const own = fieldsOf(noun).find(([, { refers }]) => refers === noun.table);
  return own ? storedAs(...own) : null;
}

async function erase(db: Kysely<Tables>, noun: Noun, settled: readonly Settled[]): Promise<void> {
  const ids = settled
    .filter((one) => one.isErased && one.outcome === 'CHANGED')
    .map((one) => one.arrival.stored!['id']);
  if (ids.length > 0) await sql`delete from ${sql.table(noun.table)} where id = any(${ids}::int[])`.execute(db);
}

/** A row that is still to be written is named below zero: that waits until it has its id. */
const settledColumns = (noun: Noun, { arrival }: Settled): Record<string, Cell> => {
  const self = selfColumn(noun);
  const { columns } = arrival;
  return self !== null && Number(columns[self]) < 0 ? { ...columns, [self]: null } : columns;
};

async function change(into: Reconciler, noun: Noun, known: readonly Settled[]): Promise<void> {
  const rows = known.map((one) => ({ id: one.arrival.stored!['id']!, ...settledColumns(noun, one) }));
  for (const alike of Map.groupBy(rows, (row) => Object.keys(row).sort().join()).values()) {
    const columns = Object.keys(alike[0]!).filter((column) => column !== 'id');
    await into.change(noun.table, columns, alike);
  }
}

async function add(
  into: Reconciler,
  noun: Noun,
  unknown: readonly Settled[],
  standing: readonly Stored[],
): Promise<Map<Settled, Id>> {
  const places = placesAfter(noun, unknown, standing);
  const rows = unknown.map((one, at) => ({ columns: { ...settledColumns(noun, one), ...places[at] } }));
  const added = await into.add(noun.table, rows);
  return new Map(unknown.map((one, at) => [one, Number(added[at]!['id'])]));
}

/** New rows of a list stand behind those that are there, in the order of the file. */
function placesAfter(noun: Noun, unknown: readonly Settled[], standing: readonly Stored[]): { position?: number }[] {
  if (!noun.listedBy) return unknown.map(() => ({}));
  const owner = noun.listedBy.map((name) => storedAs(name, noun.fields[name]!));
  const last = new Map<string, number>();
  for (const stored of standing) {
    const key = keyOf(stored, owner);
    last.set(key, Math.max(last.get(key) ?? 0, Number(stored['position'])));
  }
  return unknown.map(({ arrival }) => {
    const key = keyOf(arrival.columns, owner);
    const position = (last.get(key) ?? 0) + 1;
    last.set(key, position);
    return { position };
  });
}

async function link(into: Reconciler, noun: Noun, ids: ReadonlyMap<Settled, Id>): Promise<void> {
  for (const [name, { link: links }] of fieldsOf(noun)) {
    if (!links) continue;
    const relinked = [...ids].filter(([one]) => one.changed.includes(name));
    if (relinked.length === 0) continue;
    const owners = relinked.map(([, id]) => id);
    await sql`delete from ${sql.table(links.table)} where ${sql.ref(links.owner)} = any(${owners}::int[])`.execute(
      into.db,
    );
    await into.add(
      links.table,
      relinked.flatMap(([one, id]) => linksOf(links, name, one, id)),
    );
  }
}

function linksOf({ owner, item, isOrdered, repeats }: Link, name: string, { arrival }: Settled, id: Id) {
  const repeated = repeats === undefined ? {} : { [repeats]: arrival.columns[repeats] ?? null };
  return (arrival.links.get(name) ?? []).map((linked, at) => ({
    columns: { [owner]: id, [item]: linked, ...(isOrdered ? { position: at + 1 } : {}), ...repeated },
  }));
}

/** Names those that have their ids now. */
async function point(
  into: Reconciler,
  noun: Noun,
  settled: readonly Settled[],
  ids: ReadonlyMap<Settled, Id>,
): Promise<void> {
  const self = selfColumn(noun);
  if (self === null) return;
  const pointing = [...ids].flatMap(([{ arrival }, id]) => {
    const place = -1 - Number(arrival.columns[self] ?? 0);
    return place < 0 ? [] : [{ id, [self]: ids.get(settled[place]!)! }];
  });
  await into.change(noun.table, [self], pointing);
}
