import { sql } from 'kysely';
import type { Context } from '../../kernel/context.js';
import { type Indicator } from '../indicators/indicator.type.js';
import { indicatorTable } from '../indicators/indicator.table.js';
import { readable } from './readable.js';

/** Indicators by row id of a territory: those of which a figure of that unit is published, by code. */
export const territoryIndicators = (context: Context) =>
  context.loader<number, Indicator[]>('indicators of territory', (territories) =>
    context.read(async (reading) => {
      const indicators = await reading.table(indicatorTable);
      const { rows } = await sql<{ territory_id: number; indicator_id: number }>`
        select o.territory_id, o.indicator_id from observation o
        where o.territory_id = any(${territories}::integer[]) and exists (
          select from print_reading p where p.observation_id = o.id and ${readable(reading.moment, null)})
        group by o.territory_id, o.indicator_id`.execute(reading.db);
      const rowsOf = Map.groupBy(rows, (row) => row.territory_id);
      return territories.map((territory) => {
        const published = new Set((rowsOf.get(territory) ?? []).map((row) => indicators.row(row.indicator_id)));
        return indicators.list.filter((indicator) => published.has(indicator));
      });
    }),
  );
