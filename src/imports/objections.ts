import { type Kysely, sql } from 'kysely';
import type { Tables } from '../kernel/tables.js';
import type { Settled } from './changes.js';
import { fieldsOf, type Noun, type Objection } from './noun.js';
import { selfColumn } from './putting.js';

/** What stands against changes that are right as they are written. */
export async function objections(
  db: Kysely<Tables>,
  noun: Noun,
  settled: readonly Settled[],
): Promise<readonly Objection[]> {
  const changes = settled
    .filter(({ outcome }) => outcome === 'CHANGED')
    .map(({ arrival: { line, stored, columns }, changed }) => ({ id: Number(stored!['id']), line, changed, columns }));
  const guarded = changes.length > 0 && noun.guard ? await noun.guard(db, changes) : [];
  return [...guarded, ...shrinking(noun, settled), ...(await circles(db, noun, settled))];
}

/** Links that may be added to, but not taken away. */
const shrinking = (noun: Noun, settled: readonly Settled[]): Objection[] =>
  fieldsOf(noun).flatMap(([name, { link }]) =>
    settled
      .filter(({ arrival, changed }) => link?.onlyGrows !== undefined && arrival.stored && changed.includes(name))
      .filter(({ arrival: { links, stored } }) => {
        const now = new Set(links.get(name));
        return !(stored![name] as number[]).every((id) => now.has(id));
      })
      .map(({ arrival }) => ({ line: arrival.line, column: name, what: link!.onlyGrows! })),
  );

/** Rows that would lie in themselves. */
async function circles(db: Kysely<Tables>, noun: Noun, settled: readonly Settled[]): Promise<Objection[]> {
  const column = selfColumn(noun);
  if (column === null) return [];
  const name = column.replace(/_id$/, '');
  const moved = settled.filter(({ changed, arrival }) => changed.includes(name) && arrival.columns[column] !== null);
  if (moved.length === 0) return [];
  const { rows } = await sql<{ id: number; above: number | null }>`
    select id, ${sql.ref(column)} as above from ${sql.table(noun.table)}`.execute(db);
  const above = new Map(rows.map((row) => [row.id, row.above]));
  for (const [place, { arrival }] of settled.entries()) {
    const now = arrival.columns[column];
    if (now !== undefined) above.set(idOf(arrival.stored, place), now as number | null);
  }
  return settled.flatMap((one, place) =>
    moved.includes(one) && leadsBack(above, idOf(one.arrival.stored, place))
      ? [{ line: one.arrival.line, column: name, what: 'leads back to it.' }]
      : [],
  );
}

const idOf = (stored: Settled['arrival']['stored'], place: number): number =>
  stored ? Number(stored['id']) : -1 - place;

function leadsBack(above: ReadonlyMap<number, number | null>, id: number): boolean {
  const seen = new Set<number>();
  for (let at = above.get(id) ?? null; at !== null && !seen.has(at); at = above.get(at) ?? null) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
