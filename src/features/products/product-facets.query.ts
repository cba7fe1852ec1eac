import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../kernel/context.js';
import { orResembling } from '../../kernel/listing.js';
import { argumentsName } from '../../kernel/list-name.js';
import type { Reading } from '../../kernel/reading.js';
import { finds } from '../../kernel/search.js';
import type { Facet, FacetCounts } from './facet.type.js';
import { inForce, starred } from './in-force.js';
import type { ProductEdge } from './product-edge.js';
import type { ProductsArgs } from './product-filter.type.js';
import { WITH_PRODUCER } from './product-rows.js';
import { conditionsBut, type ProductScope, productScope } from './product-scope.js';

/** A page of products that can tell how many fall on each value. */
export interface ProductPage {
  counts: (facet: Facet) => Promise<FacetCounts>;
  /** The day of the question. */
  day: string;
}

/** Counts of one parent: those of all parents asked alike come in one statement for each facet. */
export const facetCounter =
  (context: Context, edge: ProductEdge, parent: number, args: ProductsArgs) =>
  (facet: Facet): Promise<FacetCounts> => {
    const name = `facet ${facet} ${edge.name} ${argumentsName(args.filter ?? {})}`;
    const counts = context.loader<number, FacetCounts>(name, (parents) =>
      context.read((reading) => countsBelow(reading, context, { edge, parents, args, facet })),
    );
    return counts.load(parent);
  };

interface Asked {
  edge: ProductEdge;
  parents: readonly number[];
  args: ProductsArgs;
  facet: Facet;
}

async function countsBelow(reading: Reading, context: Context, asked: Asked): Promise<FacetCounts[]> {
  const scope = await productScope(reading, context.limits, asked.args.filter, asked.edge.days);
  const below = await asked.edge.where(reading, asked.parents);
  const rows = await orResembling(
    reading,
    'product',
    scope.search,
    (search) => counted(reading, asked, { ...scope, search }, below),
    (found) => found.length === 0,
  );
  const lists = Map.groupBy(rows, (row) => row.parent);
  return asked.parents.map((each) => new Map((lists.get(each) ?? []).map((row) => [row.value, Number(row.count)])));
}

interface Counted {
  parent: number;
  value: string;
  count: string;
}

async function counted(
  { db }: Reading,
  { parents, facet }: Asked,
  scope: ProductScope,
  below: RawBuilder<boolean>,
): Promise<Counted[]> {
  const { value, join } = VALUES[facet](scope);
  const search = scope.search ? [finds(scope.search, 'p')] : [];
  const where = [below, ...search, ...conditionsBut(scope, facet), sql`${value} is not null`];
  const { rows } = await sql<Counted>`
    select parent.id as parent, counted.value, counted.count from unnest(${parents}::integer[]) as parent(id)
    cross join lateral (
      select ${value}::text as value, count(distinct p.id) as count from ${WITH_PRODUCER} ${join}
      where ${sql.join(where, sql` and `)} group by 1) counted`.execute(db);
  return rows;
}

/** Where the values of a facet are read. */
const VALUES: Record<Facet, (scope: ProductScope) => { value: RawBuilder<unknown>; join: RawBuilder<unknown> }> = {
  stars: ({ days, validity }) => ({
    value: sql`r.stars`,
    join: sql`join recognition r on r.product_id = p.id and ${starred(days, validity)}`,
  }),
  recognitionKinds: ({ days, validity }) => ({
    value: sql`r.kind`,
    join: sql`join recognition r on r.product_id = p.id and ${inForce('r', days, validity)}`,
  }),
  groups: () => ({ value: sql`p.group_id`, join: sql`` }),
  territories: () => ({ value: sql`p.territory_id`, join: sql`` }),
  producerKinds: () => ({ value: sql`m.kind`, join: sql`` }),
};
