import { sql } from 'kysely';
import type { Context } from '../../kernel/context.js';
import type { Order } from '../../kernel/keyset.js';
import { listPage } from '../../kernel/listing.js';
import type { Page, PageArgs } from '../../kernel/page.js';
import { exhibitRows } from './exhibit-rows.js';
import type { Exhibit } from './exhibit.type.js';

const ORDER: Order<Exhibit> = {
  name: 'PRODUCER',
  keys: [
    { sql: sql`m.sort_key`, cast: 'text', of: ({ producer }) => producer.row.sort_key },
    { sql: sql`coalesce(x.booth, '') collate "C"`, cast: 'text', of: ({ booth }) => booth ?? '' },
    { sql: sql`x.id`, cast: 'integer', of: ({ row }) => row.id },
  ],
};

/** Exhibits of one event: those of all events come in one statement, their totals in another. */
export function exhibitPage(context: Context, event: number, args: PageArgs): Promise<Page<Exhibit>> {
  return listPage(context, 'exhibits', event, args, () => {
    const listing = {
      from: sql`exhibit x join producer m on m.id = x.producer_id`,
      where: [sql`x.event_id = parent.id`],
      order: ORDER,
      rows: exhibitRows,
    };
    return Promise.resolve({ table: 'exhibit', alias: 'x', search: null, listing: () => listing });
  });
}
