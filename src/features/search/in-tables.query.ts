import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../kernel/context.js';
import { closeness, finds, type Search } from '../../kernel/search.js';
import { eventByRow } from '../events/event.loader.js';
import { producerByRow } from '../producers/producer.loader.js';
import { productByRow } from '../products/product.loader.js';
import { projectByRow } from '../projects/project.loader.js';
import type { Candidate } from './ranking.js';
import type { Found } from './search.type.js';

/** Kinds with a table whose names are searched, and how their things are loaded: one statement for all of a kind. */
const TABLES = {
  PRODUCT: { table: 'product', load: (row: number, context: Context): Promise<Found | null> => productByRow(context).load(row) },
  PRODUCER: { table: 'producer', load: (row: number, context: Context): Promise<Found | null> => producerByRow(context).load(row) },
  EVENT: { table: 'event', load: (row: number, context: Context): Promise<Found | null> => eventByRow(context).load(row) },
  PROJECT: { table: 'project', load: (row: number, context: Context): Promise<Found | null> => projectByRow(context).load(row) },
}; // prettier-ignore

export type KindInTable = keyof typeof TABLES;
export const isInTable = (kind: string): kind is KindInTable => Object.hasOwn(TABLES, kind);

interface Row {
  kind: KindInTable;
  id: number;
  closeness: number;
}

/** The closest of each kind, at most `first` of each, in one statement. */
export async function foundInTables(
  context: Context,
  kinds: readonly KindInTable[],
  search: Search,
  first: number,
): Promise<Candidate[]> {
  if (kinds.length === 0) return [];
  const closest = (kind: KindInTable): RawBuilder<unknown> => sql`(
    select ${kind} as kind, x.id, x.sort_key, ${closeness(search, 'x')} as closeness
    from ${sql.table(TABLES[kind].table)} x where ${finds(search, 'x')}
    order by closeness, x.sort_key, x.id limit ${first})`;
  const { rows } = await sql<Row>`
    select kind, id, closeness from (${sql.join(kinds.map(closest), sql` union all `)}) found
    order by closeness, sort_key, id`.execute(context.reading.db);
  return rows.map((row) => ({
    kind: row.kind,
    closeness: row.closeness,
    load: () => TABLES[row.kind].load(row.id, context),
  }));
}
