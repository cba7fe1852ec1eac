import type { Context } from '../../kernel/context.js';
import { listPage } from '../../kernel/listing.js';
import type { Page } from '../../kernel/page.js';
import { closeness, searchOf } from '../../kernel/search.js';
import { conditions } from './event-conditions.js';
import type { EventEdge } from './event-edge.js';
import { orderOf } from './event-order.js';
import { eventRows } from './event-rows.js';
import type { Event } from './event.type.js';
import type { EventsArgs } from './events.args.js';

/** The page of one parent: those of all parents asked alike come in one statement, their totals in another. */
export function eventPage(context: Context, edge: EventEdge, parent: number, args: EventsArgs): Promise<Page<Event>> {
  const { filter, orderBy } = args;
  return listPage(context, `events ${edge.name}`, parent, args, async (reading, parents) => {
    const where = [
      ...(await edge.where(reading, parents)),
      ...(await conditions(reading, context.limits, filter ?? {})),
    ];
    return {
      table: 'event',
      alias: 'e',
      search: searchOf(filter?.search, 'filter.search'),
      listing: (search) => ({
        from: edge.from,
        ...(search ? { rank: closeness(search, 'e') } : {}),
        where,
        order: orderOf(orderBy, search),
        rows: eventRows,
      }),
    };
  });
}
