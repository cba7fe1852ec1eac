import { sql } from 'kysely';
import { checkedList } from '../../kernel/checked-list.js';
import type { Context } from '../../kernel/context.js';
import { dayOf } from '../../kernel/day.js';
import type { Order } from '../../kernel/keyset.js';
import { listPage } from '../../kernel/listing.js';
import type { Page } from '../../kernel/page.js';
import type { Reading } from '../../kernel/reading.js';
import { closeness, type Search, searchOf } from '../../kernel/search.js';
import { territoryTable } from '../territories/territory.table.js';
import type { ProducersArgs } from './producer-filter.type.js';
import { producerRows } from './producer-rows.js';
import type { Producer } from './producer.type.js';

/** A page of producers: one statement, one more if the total is asked. */
export function producerPage(context: Context, args: ProducersArgs): Promise<Page<Producer>> {
  return listPage(context, 'producers', 0, args, async (reading) => {
    const where = await conditions(reading, context, args);
    return {
      table: 'producer',
      alias: 'm',
      search: searchOf(args.filter?.search, 'filter.search'),
      listing: (search) => ({
        ...(search ? { rank: closeness(search, 'm') } : {}),
        from: sql`producer m`,
        where,
        order: orderOf(search),
        rows: producerRows,
      }),
    };
  });
}

/** By name as a dictionary would; a search by closeness first. */
function orderOf(search: Search | null): Order<Producer> {
  const byName: Order<Producer>['keys'] = [
    { sql: sql`m.sort_key`, cast: 'text', of: ({ row }) => row.sort_key },
    { sql: sql`m.id`, cast: 'integer', of: ({ row }) => row.id },
  ];
  if (!search) return { name: 'NAME', keys: byName };
  const close = { sql: sql`m.rank`, cast: 'integer', of: (_: Producer, rank: number) => rank } as const;
  return { name: 'CLOSENESS', keys: [close, ...byName] };
}

async function conditions(reading: Reading, { limits }: Context, { filter }: ProducersArgs) {
  const kinds = checkedList('filter.kinds', filter?.kinds, limits);
  const places = checkedList('filter.territories', filter?.territories, limits);
  const territories = places && (await reading.table(territoryTable));
  const today = dayOf(reading.moment);
  const area = places
    ?.flatMap((place) => territories!.area(place, today, 'filter.territories'))
    .map(({ row }) => row.id);
  return [
    ...(kinds ? [sql`m.kind = any(${kinds}::text[])`] : []),
    ...(area ? [sql`m.territory_id = any(${area}::integer[])`] : []),
  ];
}
