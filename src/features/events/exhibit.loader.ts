import type { Context } from '../../kernel/context.js';
import { exhibitRows } from './exhibit-rows.js';
import type { Exhibit } from './exhibit.type.js';

/** Exhibits by row; null where there is none. */
export const exhibitByRow = (context: Context) =>
  context.loader<number, Exhibit | null>('exhibit by row', (ids) =>
    context.read(async (reading) => {
      const found = await exhibitRows(reading, ids);
      return ids.map((id) => found.get(id) ?? null);
    }),
  );
