import { type RawBuilder, sql } from 'kysely';
import { keptRows } from '../../kernel/kept-rows.js';
import type { Reading } from '../../kernel/reading.js';
import { territoryTable } from '../territories/territory.table.js';
import { Event, type EventRow } from './event.type.js';

/** Columns of an event `e`. */
export const EVENT_COLUMNS: RawBuilder<unknown> = sql`e.id, e.slug, e.name_vi, e.name_en, e.sort_key, e.kind, e.parent_id,
  e.territory_id, e.starts_on, e.ends_on, e.is_dated_by_parent, e.are_shown_dates_inferred,
  e.actual_start is not null as is_start_actual, e.call_off, e.called_off_on`;

/** Makes an event of its row. */
export async function eventMaker(reading: Reading): Promise<(row: EventRow) => Event> {
  const territories = await reading.table(territoryTable);
  return (row) => new Event(row, row.territory_id === null ? null : territories.row(row.territory_id));
}

/** Events by row. */
export const eventRows = keptRows(async (reading, ids) => {
  const make = await eventMaker(reading);
  const { rows } = await sql<EventRow>`
    select ${EVENT_COLUMNS} from event e where e.id = any(${ids}::integer[])`.execute(reading.db);
  return new Map(rows.map((row) => [row.id, make(row)]));
});
