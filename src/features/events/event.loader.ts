import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../kernel/context.js';
import { rowLoader } from '../../kernel/kept-rows.js';
import { EVENT_COLUMNS, eventMaker, eventRows } from './event-rows.js';
import type { Event, EventRow } from './event.type.js';

/** Events by their slugs; null where there is none. */
export const eventBySlug = (context: Context) =>
  context.loader<string, Event | null>('event by slug', async (slugs) => {
    const found = await events(context, sql`e.slug = any(${slugs}::text[])`);
    const bySlug = new Map(found.map((event) => [event.slug, event]));
    return slugs.map((slug) => bySlug.get(slug) ?? null);
  });

/** Events by row; null where there is none. */
export const eventByRow = (context: Context) => rowLoader<Event>(context, 'event', eventRows);

/** The parts of events by row, in the order of their starts. */
export const partsOf = (context: Context) =>
  context.loader<number, Event[]>('parts of event', async (ids) => {
    const found = await events(context, sql`e.parent_id = any(${ids}::integer[])`);
    const byParent = Map.groupBy(found, (event) => event.row.parent_id);
    return ids.map((id) => byParent.get(id) ?? []);
  });

const events = (context: Context, where: RawBuilder<unknown>): Promise<Event[]> =>
  context.read(async (reading) => {
    const make = await eventMaker(reading);
    const { rows } = await sql<EventRow>`
      select ${EVENT_COLUMNS} from event e where ${where}
      order by e.starts_latest, e.starts_earliest, e.sort_key, e.id`.execute(reading.db);
    return rows.map(make);
  });
