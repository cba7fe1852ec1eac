import { type RawBuilder, sql } from 'kysely';
import { BadInput } from '../../kernel/bad-input.js';
import type { Context } from '../../kernel/context.js';
import { cursorIn, keysetPage, keysetWindow, type Order } from '../../kernel/keyset.js';
import { liesBelow } from '../../kernel/listing.js';
import { pageName, totalName } from '../../kernel/list-name.js';
import { type Page, pageOfRows, type PageWindow } from '../../kernel/page.js';
import { type Reading, StaleReference } from '../../kernel/reading.js';
import { indicatorTable } from '../indicators/indicator.table.js';
import { matching } from '../observations/matching.js';
import { type ObservationScope, scopeOf } from '../observations/observation-scope.js';
import { observationLoader } from '../observations/observation.loader.js';
import { newestValue } from '../observations/readable.js';
import { territoryTable } from '../territories/territory.table.js';
import type { Territory } from '../territories/territory.type.js';
import { PredecessorTotal } from './predecessor-total.type.js';
import type { PredecessorTotalsArgs } from './predecessor-totals.args.js';
import { partsMaking, possibleParts, predecessorsMaking } from './whole.js';

const ORDER: Order<PredecessorTotal> = {
  name: 'DEFAULT',
  keys: [
    { sql: sql`i.code collate "C"`, cast: 'text', of: ({ indicator }) => indicator.code },
    { sql: sql`b.sort_key`, cast: 'text', of: ({ brokenDown }) => brokenDown.sortKey },
    { sql: sql`k.period_end`, cast: 'date', of: ({ period }) => period.end },
    { sql: sql`k.period_days`, cast: 'integer', of: ({ period }) => period.days },
    { sql: sql`k.kind collate "C"`, cast: 'text', of: ({ publisherKind }) => publisherKind },
  ],
};

/** The units that a list is asked of, and what it takes of their predecessors. */
interface Asked {
  units: Territory[];
  scope: ObservationScope;
  flows: number[];
}

/** One total: of each unit that may be a part of it, the figure. */
interface TotalRow {
  parent: number;
  units: number[];
  figures: string[];
}

/** The page of one unit: those of all units asked alike come in one statement, their parts and their counts in one each. */
export function predecessorTotalPage(
  context: Context,
  unit: number,
  args: PredecessorTotalsArgs,
): Promise<Page<PredecessorTotal>> {
  const counts = context.loader<number, number>(`total predecessor totals ${totalName(args)}`, (parents) =>
    context.read(async (reading) => countedBelow(reading, await askedOf(reading, context, parents, args), parents)),
  );
  const pages = context.loader<number, Page<PredecessorTotal>>(
    `page predecessor totals ${pageName(args, context.limits)}`,
    (parents) =>
      context.read(async (reading) => {
        const asked = await askedOf(reading, context, parents, args);
        const window = keysetWindow(ORDER, args, context.limits);
        const lists = await listsBelow(reading, context, asked, window);
        const cursor = cursorIn(ORDER);
        return parents.map((each) => pageOfRows(lists.get(each) ?? [], window, cursor, () => counts.load(each)));
      }),
  );
  return pages.load(unit);
}

async function askedOf(
  reading: Reading,
  context: Context,
  parents: readonly number[],
  { filter, asOf }: PredecessorTotalsArgs,
): Promise<Asked> {
  const [territories, indicators] = await Promise.all([reading.table(territoryTable), reading.table(indicatorTable)]);
  const scope = await scopeOf(reading, context.limits, filter ?? {}, reading.asOf(asOf));
  for (const code of filter?.indicators ?? []) {
    const { kind } = indicators.find(code)!;
    if (kind !== 'FLOW') throw noFlow(code, kind);
  }
  return {
    units: parents.map((parent) => territories.row(parent)).filter((one) => predecessorsMaking(one) !== null),
    scope,
    flows: indicators.list.filter(({ kind }) => kind === 'FLOW').map((flow) => indicators.rowId(flow)),
  };
}

function noFlow(code: string, kind: string): BadInput {
  const message = `filter.indicators: ${code} is of kind ${kind}, and only a FLOW adds up over places.`;
  return new BadInput('INVALID_COMBINATION', message, { argument: 'filter.indicators', value: code });
}

async function listsBelow(
  reading: Reading,
  context: Context,
  asked: Asked,
  window: PageWindow,
): Promise<Map<number, PredecessorTotal[]>> {
  const { units, scope } = asked;
  if (units.length === 0) return new Map();
  const { rows } = await sql<TotalRow>`
    select parent.id as parent, page.units, page.figures from ${parentsOf(units)}
    cross join lateral (
      select row_number() over () as place, one.* from (
        select k.units, k.figures from (${totalsOf(reading, asked)}) k
        join indicator i on i.id = k.indicator_id join breakdown b on b.id = k.breakdown_id
        where true ${keysetPage(ORDER, window)}) one) page
    order by parent.id, page.place`.execute(reading.db);
  const unitOf = new Map(units.map((unit) => [unit.row.id, unit]));
  const made = await Promise.all(rows.map((row) => totalOf(context, scope.asOf, unitOf.get(row.parent)!, row)));
  return Map.groupBy(made, ({ unitOfArea }) => unitOfArea.row.id);
}

async function totalOf(
  context: Context,
  asOf: string | null,
  unit: Territory,
  { units, figures }: TotalRow,
): Promise<PredecessorTotal> {
  const figureOf = new Map(units.map((one, at) => [one, figures[at]!]));
  const parts = partsMaking(unit, ({ row }) => figureOf.has(row.id))!.map(({ row }) => figureOf.get(row.id)!);
  const read = await Promise.all(parts.map((row) => observationLoader(context, asOf).load(row)));
  const total = PredecessorTotal.of(
    unit,
    read.filter((part) => part !== null),
  );
  // What went between two statements was changed since: all is read anew.
  if (!total) throw new StaleReference(`total of ${parts.join(', ')}`);
  return total;
}

async function countedBelow(reading: Reading, asked: Asked, parents: readonly number[]): Promise<number[]> {
  if (asked.units.length === 0) return parents.map(() => 0);
  const { rows } = await sql<{ id: number; count: string }>`
    select parent.id, counted.count from ${parentsOf(asked.units)}
    cross join lateral (select count(*) from (${totalsOf(reading, asked)}) k) counted`.execute(reading.db);
  const counts = new Map(rows.map((row) => [row.id, Number(row.count)]));
  return parents.map((each) => counts.get(each) ?? 0);
}

/**
 * The totals of `parent.id`, one of `units`: by indicator, breakdown, period and kind of publisher, where its parts are
 * whole. Of a place counts the only exact value by a publisher of that kind; two of them are none, for nothing chooses.
 */
function totalsOf({ moment }: Reading, { units, scope, flows }: Asked): RawBuilder<unknown> {
  const pairs = units.flatMap((unit) => possibleParts(unit).map(({ row }) => [unit.row.id, row.id] as const));
  const edge = sql`o.indicator_id = any(${flows}::integer[]) and ${liesBelow('o.territory_id', pairs)}`;
  const { from, where } = matching(scope, moment, edge);
  const key = sql`indicator_id, breakdown_id, period_start, period_end, period_days, kind`;
  return sql`
    select ${key}, array_agg(territory_id) as units, array_agg(figure::text) as figures from (
      select o.indicator_id, o.breakdown_id, o.period_start, o.period_end, o.period_days, a.kind, o.territory_id, min(o.id) as figure
      from ${from} join agency a on a.id = o.publisher_id
      cross join lateral (select p.value, p.qualifier ${newestValue(moment, scope.asOf)}) stated
      where ${where} and stated.value is not null
      group by o.indicator_id, o.breakdown_id, o.period_start, o.period_end, o.period_days, a.kind, o.territory_id
      having count(*) = 1 and count(stated.qualifier) = 0) part
    group by ${key}
    having ${sql.join(
      units.map((unit) => sql`(parent.id = ${unit.row.id} and ${isWhole(unit)})`),
      sql` or `,
    )}`;
}

/** What `partsMaking` asks, of the parts of a group. */
function isWhole(unit: Territory): RawBuilder<boolean> {
  const made = predecessorsMaking(unit);
  if (!made) return sql`false`;
  const parts = made.map((one) => sql`(bool_or(territory_id = ${one.row.id}) or ${isWhole(one)})`);
  return sql`(${sql.join(parts, sql` and `)})`;
}

const parentsOf = (units: readonly Territory[]): RawBuilder<unknown> =>
  sql`unnest(${units.map(({ row }) => row.id)}::integer[]) as parent(id)`;
