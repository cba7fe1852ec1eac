import { sql } from 'kysely';
import { BadInput } from '../../kernel/bad-input.js';
import type { Context } from '../../kernel/context.js';
import { dayOf } from '../../kernel/day.js';
import { listPage } from '../../kernel/listing.js';
import type { Page } from '../../kernel/page.js';
import type { Search } from '../../kernel/search.js';
import type { ProductEdge } from './product-edge.js';
import { facetCounter, type ProductPage } from './product-facets.query.js';
import type { ProductsArgs } from './product-filter.type.js';
import { productOrder, productRank } from './product-order.js';
import { productRows } from './product-rows.js';
import { conditionsBut, productScope } from './product-scope.js';
import type { Product } from './product.type.js';

/** The page of one parent: those of all parents asked alike come in one statement, their totals in another. */
export async function productPage(
  context: Context,
  edge: ProductEdge,
  parent: number,
  args: ProductsArgs,
): Promise<Page<Product> & ProductPage> {
  const page = await listPage(context, `products ${edge.name}`, parent, args, async (reading, parents) => {
    const scope = await productScope(reading, context.limits, args.filter, edge.days);
    checkOrder(args, scope.search);
    const below = await edge.where(reading, parents);
    return {
      table: 'product',
      alias: 'p',
      search: scope.search,
      listing: (search) => ({
        from: sql`product p`,
        ...productRank(args.orderBy, search, scope.days),
        where: [below, ...conditionsBut(scope, null)],
        order: productOrder(args.orderBy, search),
        rows: productRows,
      }),
    };
  });
  const day = args.filter?.validOn ?? dayOf(context.reading.moment);
  return Object.assign(page, { counts: facetCounter(context, edge, parent, args), day });
}

function checkOrder({ orderBy }: ProductsArgs, search: Search | null): void {
  if (orderBy?.field !== 'CLOSENESS' || search) return;
  throw new BadInput('INVALID_COMBINATION', 'orderBy CLOSENESS needs filter.search: close to what?', {
    argument: 'orderBy',
    value: 'CLOSENESS',
  });
}
