import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../kernel/context.js';
import { rowLoader } from '../../kernel/kept-rows.js';
import { type JoinedProducer, PRODUCER_COLUMNS, producerMaker, producerRows } from './producer-rows.js';
import type { Contact, Producer } from './producer.type.js';

/** Producers by their slugs; null where there is none. */
export const producerBySlug = (context: Context) =>
  context.loader<string, Producer | null>('producer by slug', async (slugs) => {
    const found = await producers(context, sql`m.slug = any(${slugs}::text[])`);
    const bySlug = new Map(found.map((producer) => [producer.slug, producer]));
    return slugs.map((slug) => bySlug.get(slug) ?? null);
  });

/** Producers by row; null where there is none. */
export const producerByRow = (context: Context) => rowLoader<Producer>(context, 'producer', producerRows);

const producers = (context: Context, where: RawBuilder<unknown>): Promise<Producer[]> =>
  context.read(async (reading) => {
    const make = await producerMaker(reading);
    const { rows } = await sql<JoinedProducer>`select ${PRODUCER_COLUMNS} from producer m where ${where}`.execute(
      reading.db,
    );
    return rows.map((row) => make(row)!);
  });

/** Contacts of producers by row, in the order given. */
export const contactsOf = (context: Context) =>
  context.loader<number, Contact[]>('contacts', async (ids) => {
    const rows = await context.reading.db
      .selectFrom('producer_contact')
      .select(['producer_id', 'kind', 'value'])
      .where(sql<boolean>`producer_id = any(${ids}::integer[])`)
      .orderBy('position')
      .execute();
    const byProducer = Map.groupBy(rows, (row) => row.producer_id);
    return ids.map((id) => byProducer.get(id) ?? []);
  });
