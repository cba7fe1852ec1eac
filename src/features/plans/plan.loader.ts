import { sql } from 'kysely';
import type { Context } from '../../kernel/context.js';
import { readable } from '../observations/readable.js';
import { PLAN_COLUMNS, planMaker, type PlanRow, PRINT_ORDER } from './plan-rows.js';
import type { Plan } from './plan.type.js';

/** Plans by row id as of a moment; null where the reader may see no print of it. */
export const planLoader = (context: Context, asOf: string | null) =>
  context.loader<number, Plan | null>(`plan ${asOf}`, (ids) =>
    context.read(async (reading) => {
      const { rows } = await sql<PlanRow>`
        select ${PLAN_COLUMNS} from plan l
        join plan_print_reading p on p.plan_id = l.id and ${readable(reading.moment, asOf)}
        where l.id = any(${ids}::integer[]) order by l.id, ${PRINT_ORDER}`.execute(reading.db);
      const make = await planMaker(reading, asOf);
      const rowsOf = Map.groupBy(rows, (row) => row.plan_id);
      return ids.map((id) => (rowsOf.has(id) ? make(rowsOf.get(id)!) : null));
    }),
  );
