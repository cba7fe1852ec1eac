import { type RawBuilder, sql } from 'kysely';
import type { Order } from '../../kernel/keyset.js';
import { closeness, type Search } from '../../kernel/search.js';
import { type Days, starred } from './in-force.js';
import type { ProductOrder, ProductOrderField } from './product-filter.type.js';
import type { Product } from './product.type.js';

/** By what a list is ordered; a search by closeness unless told. */
const fieldOf = (asked: ProductOrder | null | undefined, search: Search | null): ProductOrderField =>
  asked?.field ?? (search ? 'CLOSENESS' : 'NAME');

/** The number that an order reads before the name, if it reads one. */
export function productRank(
  asked: ProductOrder | null | undefined,
  search: Search | null,
  days: Days,
): { rank?: RawBuilder<number> } {
  const field = fieldOf(asked, search);
  if (field === 'STARS') return { rank: starsOf(days) };
  return field === 'CLOSENESS' && search ? { rank: closeness(search, 'p') } : {};
}

const starsOf = (days: Days): RawBuilder<number> =>
  sql<number>`coalesce((select max(r.stars)::integer from recognition r where r.product_id = p.id and ${starred(days, 'CERTAIN')}), 0)`;

export function productOrder(asked: ProductOrder | null | undefined, search: Search | null): Order<Product> {
  const field = fieldOf(asked, search);
  const descends = asked?.direction === 'DESC';
  const id: Order<Product>['keys'][number] = { sql: sql`p.id`, cast: 'integer', of: ({ row }) => row.id };
  const name = { sql: sql`p.sort_key`, cast: 'text', of: ({ row }: Product) => row.sort_key } as const;
  const order = `${field} ${descends ? 'DESC' : 'ASC'}`;
  if (field === 'NAME') return { name: order, keys: [{ ...name, descends }, id] };
  const rank = { sql: sql`p.rank`, cast: 'integer', descends, of: (_: Product, rank: number) => rank } as const;
  return { name: order, keys: [rank, name, id] };
}
