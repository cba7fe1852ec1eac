import { type RawBuilder, sql } from 'kysely';
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
