import { sql } from 'kysely';
import type { Context } from '../../kernel/context.js';
import { sourceTable } from '../sources/source.table.js';
import { unitTable } from '../units/unit.table.js';
import { EventDetails } from './event-details.js';
import { DETAILS_COLUMNS, type DetailsRow } from './event-details-rows.js';

/** What lists do not read of events, by row: one statement, whatever is asked of how many. */
export const eventDetails = (context: Context) =>
  context.loader<number, EventDetails>('event details', (ids) =>
    context.read(async (reading) => {
      const [sources, units] = await Promise.all([reading.table(sourceTable), reading.table(unitTable)]);
      const { rows } = await sql<DetailsRow>`
        select ${DETAILS_COLUMNS} from event e where e.id = any(${ids}::integer[])`.execute(reading.db);
      const details = new Map(rows.map((row) => [row.id, new EventDetails(row, sources, units)]));
      return ids.map((id) => details.get(id)!);
    }),
  );
