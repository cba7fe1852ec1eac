import { sql } from 'kysely';
import type { Context } from '../../kernel/context.js';
import { EXHIBIT_COLUMNS, EXHIBIT_JOINS, exhibitMaker } from './exhibit-rows.js';
import type { Exhibit } from './exhibit.type.js';

/** Exhibits by row; null where there is none. */
export const exhibitByRow = (context: Context) =>
  context.loader<number, Exhibit | null>('exhibit by row', (ids) =>
    context.read(async (reading) => {
      const make = await exhibitMaker(reading);
      const { rows } = await sql<Parameters<typeof make>[0]>`
        select ${EXHIBIT_COLUMNS} from exhibit x ${EXHIBIT_JOINS} where x.id = any(${ids}::integer[])`.execute(
        reading.db,
      );
      const exhibits = new Map(rows.map((row) => [row.id, make(row)]));
      return ids.map((id) => exhibits.get(id) ?? null);
    }),
  );
