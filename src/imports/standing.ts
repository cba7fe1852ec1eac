import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../kernel/tables.js';
import { keyOf, onlyOnes } from '../../seeds/compare.js';
import type { Stored } from '../../seeds/tables.js';
import type { Arrival } from './arrivals.js';
import { type Field, fieldsOf, isDecimal, type Noun, storedAs } from './noun.js';
import type { WrongFields } from './wrong-fields.js';

/** The rows of the database that the arrivals may be about, in the order of their lists. */
export async function readStanding(db: Kysely<Tables>, noun: Noun, arrivals: readonly Arrival[]): Promise<Stored[]> {
  const scope = noun.scope ?? [noun.identity[0]![0]!];
  const bounds = scope.map((name) => {
    const column = storedAs(name, noun.fields[name]!);
    const values = [...new Set(arrivals.map(({ columns }) => columns[column] ?? null).filter((one) => one !== null))];
    const known = noun.fields[name]!.refers ? sql`int[]` : sql`text[]`;
    return sql`t.${sql.ref(column)} = any(${values}::${known})`;
  });
  const order = noun.listedBy ? sql`t.position` : sql`t.id`;
  const { rows } = await sql<{ stored: string }>`
    select row_to_json(s)::text as stored from (
      select ${sql.join(selected(noun))} from ${sql.table(noun.table)} t
      where ${sql.join(bounds, sql` or `)} order by ${order}) s`.execute(db);
  return rows.map(({ stored }) => JSON.parse(stored) as Stored);
}

function selected(noun: Noun): RawBuilder<unknown>[] {
  const columns = fieldsOf(noun).map(([name, field]) => selectedAs(noun, name, field));
  const place = noun.listedBy ? [sql`t.position`] : [];
  return [sql`t.id`, ...place, ...columns];
}

function selectedAs(noun: Noun, name: string, field: Field): RawBuilder<unknown> {
  if (!field.link) {
    const column = storedAs(name, field);
    return isDecimal(field) ? sql`t.${sql.ref(column)}::text` : sql`t.${sql.ref(column)}`;
  }
  const { table, owner, item, isOrdered } = field.link;
  const order = isOrdered ? sql.ref('l.position') : sql.ref(`l.${item}`);
  return sql`array(select l.${sql.ref(item)} from ${sql.table(table)} l where l.${sql.ref(owner)} = t.id
    order by ${order}) as ${sql.ref(name)}`;
}

/** Finds the row that each arrival is about; one that may be about several, or is there twice, is noted. */
export function match(
  noun: Noun,
  arrivals: readonly Arrival[],
  standing: readonly Stored[],
  wrongs: WrongFields,
): void {
  const named = arrivals.filter(({ isNamed }) => isNamed);
  const free = new Set(standing);
  if (noun.listedBy) {
    matchInLists(noun, named, free);
    return;
  }
  const twins = new Set<Arrival>();
  for (const key of noun.identity) {
    for (const twin of twinsBy(noun, key, named)) {
      if (twins.has(twin.later)) continue;
      twins.add(twin.later);
      const first = wrongs.pathOf(twin.first.line, null);
      wrongs.add(twin.later.line, key[0]!, `is the same as ${first} by its ${key.join(', ')}.`);
    }
    for (const [arrival, stored] of fitting(noun, key, named, free, wrongs))
      if (free.delete(stored)) arrival.stored = stored;
  }
  if (!noun.fallback) return;
  const unfound = named.filter(({ stored }) => stored === null);
  for (const [arrival, stored] of onlyOnes(unfound, free, storedColumns(noun, noun.fallback))) arrival.stored = stored;
}

const storedColumns = (noun: Noun, key: readonly string[]): string[] =>
  key.map((name) => storedAs(name, noun.fields[name]!));

function matchInLists(noun: Noun, arrivals: readonly Arrival[], free: Set<Stored>): void {
  const key = storedColumns(noun, noun.identity[0]!);
  const left = Map.groupBy(free, (stored) => keyOf(stored, key));
  for (const arrival of arrivals) arrival.stored = left.get(keyOf(arrival.columns, key))?.shift() ?? null;
}

/** Two rows of a file may not be about the same. */
function twinsBy(noun: Noun, key: readonly string[], arrivals: readonly Arrival[]) {
  const columns = storedColumns(noun, key);
  const alike = [...Map.groupBy(arrivals, (arrival) => keyOf(arrival.columns, columns)).values()];
  return alike.flatMap(([first, ...others]) => others.map((later) => ({ first: first!, later })));
}

/** By the columns of a key that an arrival states: those that were left out may be anything. */
function* fitting(
  noun: Noun,
  key: readonly string[],
  arrivals: readonly Arrival[],
  free: ReadonlySet<Stored>,
  wrongs: WrongFields,
): Generator<[Arrival, Stored]> {
  const indexes = new Map<string, Map<string, Stored[]>>();
  for (const arrival of arrivals) {
    if (arrival.stored !== null) continue;
    const told = key.filter((name) => arrival.texts.has(name));
    if (told.length < 1) continue;
    const columns = storedColumns(noun, told);
    const index = indexes.get(told.join()) ?? Map.groupBy(free, (stored) => keyOf(stored, columns));
    indexes.set(told.join(), index);
    const found = (index.get(keyOf(arrival.columns, columns)) ?? []).filter((stored) => free.has(stored));
    const [only] = found;
    if (found.length === 1 && only) yield [arrival, only];
    if (found.length > 1) {
      const untold = key.filter((name) => !told.includes(name));
      wrongs.add(arrival.line, key[0]!, `may be any of ${found.length}: say its ${untold.join(', ')} too.`);
    }
  }
}
