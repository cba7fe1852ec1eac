import { sql } from 'kysely';
import type { Context } from '../../kernel/context.js';
import { readObservations } from './observation-rows.js';
import type { Observation } from './observation.type.js';
import { printsOfFigures } from './readable.js';

/** Observations by row id as of a moment; null where the reader may see no print of it. */
export const observationLoader = (context: Context, asOf: string | null) =>
  context.loader<string, Observation | null>(`observation ${asOf}`, (ids) =>
    context.read(async (reading) => {
      const page = sql`
        select 0 as parent, p.* from ${printsOfFigures(reading.moment, asOf)} p
        where p.observation_id = any(${ids}::bigint[]) order by p.observation_id`;
      const found = (await readObservations(reading, page, asOf)).get(0) ?? [];
      const byRow = new Map(found.map((observation) => [observation.parts.rowId, observation]));
      return ids.map((id) => byRow.get(id) ?? null);
    }),
  );
