import { sql } from 'kysely';
import type { Context } from '../../kernel/context.js';
import { checkedList } from '../../kernel/checked-list.js';
import { cursorIn, keysetPage, keysetWindow, type Order } from '../../kernel/keyset.js';
import { type Page, pageOfRows } from '../../kernel/page.js';
import { pageName, totalName } from '../../kernel/list-name.js';
import type { Reading } from '../../kernel/reading.js';
import { agencyTable } from '../agencies/agency.table.js';
import { stated, subject } from '../observations/matching.js';
import { type ObservationScope, scopeOf } from '../observations/observation-scope.js';
import { readable } from '../observations/readable.js';
import { PLAN_COLUMNS, planMaker, type PlanRow, PRINT_ORDER } from './plan-rows.js';
import type { Plan } from './plan.type.js';
import type { PlansArgs } from './plans.args.js';

/** By (indicator, territory, breakdown, period, setBy, target). */
const ORDER: Order<Plan> = {
  name: 'DEFAULT',
  keys: [
    { sql: sql`i.code collate "C"`, cast: 'text', of: ({ indicator }) => indicator.code },
    { sql: sql`t.code collate "C"`, cast: 'text', of: ({ territory }) => territory.code },
    {
      sql: sql`coalesce(t.valid_from::text, '') collate "C"`,
      cast: 'text',
      of: ({ territory }) => territory.validFrom ?? '',
    },
    { sql: sql`b.sort_key`, cast: 'text', of: ({ parts }) => parts.breakdown.sortKey },
    { sql: sql`o.period_end`, cast: 'date', of: ({ period }) => period.end },
    { sql: sql`o.period_end - o.period_start + 1`, cast: 'integer', of: ({ period }) => period.days },
    { sql: sql`coalesce(a.code, '') collate "C"`, cast: 'text', of: ({ setBy }) => setBy?.code ?? '' },
    { sql: sql`o.target collate "C"`, cast: 'text', of: ({ target }) => target },
  ],
};

/** A page of plans: one statement, one more if the total is asked; one list under several aliases is read once. */
export function planPage(context: Context, args: PlansArgs): Promise<Page<Plan>> {
  const pages = context.loader<string, Page<Plan>>(`plans ${pageName(args, context.limits)}`, async (asked) => {
    const page = await pageOf(context, args);
    return asked.map(() => page);
  });
  return pages.load('');
}

function pageOf(context: Context, args: PlansArgs): Promise<Page<Plan>> {
  return context.read(async (reading) => {
    const window = keysetWindow(ORDER, args, context.limits);
    const scope = await scopeOf(reading, context.limits, args.filter ?? {}, reading.asOf(args.asOf), 'EVERYTHING');
    const where = await conditions(reading, context, args, scope);
    const { rows } = await sql<PlanRow>`
      with page as materialized (
        select row_number() over () as place, o.* from (
          select o.* from plan o
          join indicator i on i.id = o.indicator_id
          join territory t on t.id = o.territory_id
          join breakdown b on b.id = o.breakdown_id
          left join agency a on a.id = o.set_by_id
          where ${where} ${keysetPage(ORDER, window)}) o)
      select ${PLAN_COLUMNS} from page l join plan_print_reading p on p.plan_id = l.id and ${readable(reading.moment, scope.asOf)}
      order by l.place, ${PRINT_ORDER}`.execute(reading.db);
    const make = await planMaker(reading, scope.asOf);
    const plans = [...Map.groupBy(rows, (row) => row.plan_id).values()].map(make);
    const totals = context.loader<string, number>(`total plans ${totalName(args)}`, async (asked) => {
      const counted = await sql<{ count: string }>`select count(*) from plan o where ${where}`.execute(reading.db);
      return asked.map(() => Number(counted.rows[0]!.count));
    });
    return pageOfRows(plans, window, cursorIn(ORDER), () => totals.load(''));
  });
}

async function conditions(reading: Reading, context: Context, { filter }: PlansArgs, scope: ObservationScope) {
  const setBy = checkedList('filter.setBy', filter?.setBy, context.limits);
  const setters = setBy && (await reading.table(agencyTable)).rowIds(setBy, 'filter.setBy');
  const targets = checkedList('filter.targets', filter?.targets, context.limits);
  const all = [
    ...subject(scope),
    ...stated(setters, (ids) => sql`o.set_by_id = any(${ids}::integer[])`),
    ...stated(targets, (wanted) => sql`o.target = any(${wanted}::text[])`),
    sql`exists (select from plan_print_reading p where p.plan_id = o.id and ${readable(reading.moment, scope.asOf)})`,
  ];
  return sql.join(all, sql` and `);
}
