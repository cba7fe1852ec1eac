import { sql } from 'kysely';
import type { Context } from '../../kernel/context.js';
import type { Qualifier } from '../../kernel/printed-change.js';
import type { Observation } from '../observations/observation.type.js';
import { readable } from '../observations/readable.js';
import { Attainment } from './attainment.type.js';
import { IS_MEASURED_AGAINST, plansOf, PREFERENCE } from './plan-preference.js';
import { PLAN_COLUMNS, planMaker, type PlanRow, PRINT_ORDER } from './plan-rows.js';
import type { Plan } from './plan.type.js';

interface AttainmentRow extends PlanRow {
  observation_id: string;
  percent: string | null;
  percent_qualifier: Qualifier | null;
  stated_by: string;
}

/** Plans that a figure is measured against, the one that `Observation.plan` prefers first. */
export const attainmentLoader = (context: Context, asOf: string | null) =>
  context.loader<Observation, Attainment[]>(`attainment ${asOf}`, (observations) =>
    context.read(async (reading) => {
      const ids = observations.map(({ parts }) => parts.rowId);
      const seen = readable(reading.moment, asOf);
      const { rows } = await sql<AttainmentRow>`
        select o.id::text as observation_id, share.percent, share.qualifier as percent_qualifier, share.stated_by, ${PLAN_COLUMNS}
        from observation o ${plansOf(seen)}
        join plan_print_reading p on p.plan_id = l.id and ${seen}
        where o.id = any(${ids}::bigint[]) and ${IS_MEASURED_AGAINST}
        order by o.id, ${PREFERENCE}, ${PRINT_ORDER}`.execute(reading.db);
      const make = await planMaker(reading, asOf);
      const rowsOf = Map.groupBy(rows, (row) => row.observation_id);
      return observations.map((observation) => {
        const plans = Map.groupBy(rowsOf.get(observation.parts.rowId) ?? [], (row) => row.plan_id);
        return [...plans.values()].map((each) => attainmentOf(observation, make(each), each[0]!));
      });
    }),
  );

function attainmentOf(
  observation: Observation,
  plan: Plan,
  { percent, percent_qualifier: qualifier, stated_by }: AttainmentRow,
): Attainment {
  const printed = percent === null ? null : { percent, qualifier, print: observation.printOf(stated_by) };
  return new Attainment(plan, observation, printed);
}
