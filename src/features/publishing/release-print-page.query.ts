import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../kernel/context.js';
import { cursorIn, keysetPage, keysetWindow, type Order } from '../../kernel/keyset.js';
import { pageName } from '../../kernel/list-name.js';
import { type Page, type PageArgs, pageOfRows } from '../../kernel/page.js';
import { newestValue } from '../observations/readable.js';
import { ReleasePrint, type ReleasePrintRow } from './release-print.type.js';

interface Placed extends ReleasePrintRow {
  release_id: number;
}

/** As they were brought in. */
const ORDER: Order<ReleasePrint> = {
  name: 'ENTRY',
  keys: [{ sql: sql`d.id`, cast: 'numeric', of: ({ row }) => row.id }],
};

/** How many prints of figures and of plans releases have. */
export const printCounts = (context: Context) =>
  context.loader<number, { prints: number; planPrints: number }>('prints of releases', (ids) =>
    context.read(async ({ db }) => {
      const { rows } = await sql<{ id: number; prints: string; plan_prints: string }>`
        select r.id, (select count(*) from print p where p.release_id = r.id) as prints,
          (select count(*) from plan_print p where p.release_id = r.id) as plan_prints
        from release r where r.id = any(${ids}::integer[])`.execute(db);
      const counts = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => ({
        prints: Number(counts.get(id)?.prints ?? 0),
        planPrints: Number(counts.get(id)?.plan_prints ?? 0),
      }));
    }),
  );

/** `cross join lateral …`: a print `drafted` by its codes, beside what stands of its figure at a moment. */
const besides = (moment: string): RawBuilder<unknown> => sql`cross join lateral (
  select drafted.id::text, i.code as indicator, t.code as territory, b.key as breakdown, o.period_start::text,
    o.period_end::text, a.code as publisher, s.code as source, drafted.locator, drafted.status, drafted.value::text,
    drafted.unit_multiplier, drafted.is_withdrawal, drafted.note_vi, stands.value::text as standing_value,
    stands.unit_multiplier as standing_multiplier,
    trim_scale(drafted.value * power(10::numeric, drafted.unit_multiplier)
      - stands.value * power(10::numeric, stands.unit_multiplier))::text as difference
  from observation o
  join indicator i on i.id = o.indicator_id
  join territory t on t.id = o.territory_id
  join breakdown b on b.id = o.breakdown_id
  join agency a on a.id = o.publisher_id
  join source s on s.id = drafted.source_id
  left join lateral (select p.value, p.unit_multiplier ${newestValue(moment, null)}) stands on true
  where o.id = drafted.observation_id) page`;

/** One print by its row. */
export const releasePrint = (context: Context, id: string): Promise<ReleasePrint | null> =>
  context.read(async ({ db, moment }) => {
    const { rows } = await sql<ReleasePrintRow>`
      select page.* from print drafted ${besides(moment)} where drafted.id = ${id}::bigint`.execute(db);
    return rows[0] ? new ReleasePrint(rows[0]) : null;
  });

/** A page of the prints of a release; those of all releases asked alike come in one statement. */
export function releasePrintPage(context: Context, releaseId: number, args: PageArgs): Promise<Page<ReleasePrint>> {
  const pages = context.loader<number, Page<ReleasePrint>>(
    `prints of releases ${pageName(args, context.limits)}`,
    (ids) =>
      context.read(async ({ db, moment }) => {
        const window = keysetWindow(ORDER, args, context.limits);
        const { rows } = await sql<Placed>`
          select drafted.release_id, page.* from unnest(${ids}::integer[]) as parent(id) cross join lateral (
            select row_number() over () as place, d.* from (
              select d.* from print d where d.release_id = parent.id ${keysetPage(ORDER, window)}) d) drafted
          ${besides(moment)} order by drafted.place`.execute(db);
        const printsOf = Map.groupBy(rows, (row) => row.release_id);
        return ids.map((id) =>
          pageOfRows(
            (printsOf.get(id) ?? []).map((row) => new ReleasePrint(row)),
            window,
            cursorIn(ORDER),
            async () => (await printCounts(context).load(id)).prints,
          ),
        );
      }),
  );
  return pages.load(releaseId);
}
