import { type RawBuilder, sql } from 'kysely';
import { BadInput } from '../../kernel/bad-input.js';
import { compareCodes } from '../../kernel/code-table.js';
import type { Context } from '../../kernel/context.js';
import { type Day, dayOf } from '../../kernel/day.js';
import type { Reading } from '../../kernel/reading.js';
import { groupTable } from '../groups/group.table.js';
import type { ProductGroup } from '../groups/group.type.js';
import type { ProducerKind } from '../producers/producer.entity.js';
import type { TerritoryLevel } from '../territories/territory.entity.js';
import { territoryTable } from '../territories/territory.table.js';
import type { Territory } from '../territories/territory.type.js';
import { holders } from './facets.js';
import { inForce, starred } from './in-force.js';
import type { CountBy, ProductCount, ProductCountFilter, ProductCounts } from './product-counts.type.js';
import type { RequiredValidity } from './product-filter.type.js';
import { WITH_PRODUCER } from './product-rows.js';
import { conditionsBut, type ProductScope, productScope } from './product-scope.js';
import { CANDIDATES } from './recognition.type.js';
import type { RecognitionKind } from './recognition.entity.js';

export interface CountsArgs {
  by: readonly CountBy[];
  validOn: Day | null;
  validity: RequiredValidity;
  level: TerritoryLevel;
  filter: ProductCountFilter | null;
}

interface CountRow {
  territory: number | null;
  stars: number | null;
  goods: number | null;
  producer_kind: ProducerKind | null;
  recognition_kind: RecognitionKind | null;
  is_total: boolean;
  count: string;
}

/** Valid products counted by what is asked, and their total, in one statement. */
export function productCounts(context: Context, args: CountsArgs): Promise<ProductCounts> {
  if (new Set(args.by).size < args.by.length)
    throw new BadInput('INVALID_COMBINATION', 'by names something twice.', { argument: 'by', value: args.by });
  return context.read(async (reading) => {
    const { by, validity, filter } = args;
    const validOn = args.validOn ?? dayOf(reading.moment);
    const asked = { territories: filter?.territories, groups: filter?.groups, validity, validOn };
    const rows = await countRows(reading, await productScope(reading, context.limits, asked), args);
    return {
      validOn,
      validity,
      by: [...by],
      all: await merged(
        reading,
        rows.filter((row) => !row.is_total),
        args,
        validOn,
      ),
      total: Number(rows.find((row) => row.is_total)?.count ?? 0),
    };
  });
}

async function countRows({ db }: Reading, scope: ProductScope, { by }: CountsArgs): Promise<CountRow[]> {
  const { days, validity } = scope;
  const asked = (dimension: CountBy, column: RawBuilder<unknown>) => (by.includes(dimension) ? column : sql`null`);
  const stars = sql`left join recognition r on r.product_id = p.id and ${starred(days, validity)}`;
  const kinds = sql`join recognition k on k.product_id = p.id and k.kind <> all(${CANDIDATES}::text[])
    and ${inForce('k', days, validity)}`;
  const where = conditionsBut(scope, null);
  const { rows } = await sql<CountRow>`
    with counted as (
      select p.id, ${asked('TERRITORY', sql`p.territory_id`)}::integer as territory, ${asked('STARS', sql`r.stars`)}::integer as stars,
        ${asked('GROUP', sql`p.group_id`)}::integer as goods, ${asked('PRODUCER_KIND', sql`m.kind`)}::text as producer_kind,
        ${asked('RECOGNITION_KIND', sql`k.kind`)}::text as recognition_kind
      from ${WITH_PRODUCER} ${by.includes('STARS') ? stars : sql``} ${by.includes('RECOGNITION_KIND') ? kinds : sql``}
      where ${sql.join(where, sql` and `)})
    select territory, stars, goods, producer_kind, recognition_kind, grouping(territory) = 1 as is_total, count(distinct id) as count
    from counted group by grouping sets ((territory, stars, goods, producer_kind, recognition_kind), ())`.execute(db);
  return rows;
}

/** Counts of rows whose units and goods are one at the level asked, in the order of their values. */
async function merged(
  reading: Reading,
  rows: readonly CountRow[],
  args: CountsArgs,
  day: Day,
): Promise<ProductCount[]> {
  const [territories, groups] = await Promise.all([reading.table(territoryTable), reading.table(groupTable)]);
  const counts = new Map<string, ProductCount>();
  for (const row of rows) {
    const territory = row.territory === null ? null : unitAt(territories.row(row.territory), args.level, day);
    const group = row.goods === null ? null : topOf(groups.row(row.goods));
    const key = JSON.stringify([territory?.id, row.stars, group?.id, row.producer_kind, row.recognition_kind]);
    const held = counts.get(key);
    if (held) held.count += Number(row.count);
    else {
      const { stars, producer_kind: producerKind, recognition_kind: recognitionKind } = row;
      counts.set(key, { territory, stars, group, producerKind, recognitionKind, count: Number(row.count) });
    }
  }
  return [...counts.values()].sort(inOrder);
}

/** The unit of a level that holds a unit on a day; one that has ended where no single one took it over. */
function unitAt(unit: Territory, level: TerritoryLevel, day: Day): Territory | null {
  const ofLevel = [...holders(unit, new Set())].filter((one) => one.level === level);
  const valid = ofLevel.filter((one) => one.isValidOn(day));
  return (valid.length === 1 ? valid[0] : ofLevel[0]) ?? null;
}

const topOf = (group: ProductGroup): ProductGroup => (group.parent ? topOf(group.parent) : group);

const keyOf = ({ territory, group, stars, producerKind, recognitionKind }: ProductCount): string =>
  [territory?.code ?? '~', group?.code ?? '~', stars ?? '~', producerKind ?? '~', recognitionKind ?? '~'].join(' ');

const inOrder = (a: ProductCount, b: ProductCount): number => compareCodes(keyOf(a), keyOf(b));
