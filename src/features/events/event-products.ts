import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/day.js';
import type { ProductEdge } from '../products/product-edge.js';

/** Products `p` shown at an event. */
export const OF_EVENT: ProductEdge = {
  name: 'event',
  where: () => sql<boolean>`p.id in (select x.product_id from exhibit_product x where x.event_id = parent.id)`,
};

/** Products `p` of an exhibit. */
export const OF_EXHIBIT: ProductEdge = {
  name: 'exhibit',
  where: () => sql<boolean>`p.id in (select x.product_id from exhibit_product x where x.exhibit_id = parent.id)`,
};

const ofParent = (day: RawBuilder<unknown>): RawBuilder<Day> =>
  sql<Day>`(select ${day} from event e where e.id = parent.id)`;

/**
 * All products, valid on the days of an event: certain on every day on which it may be held, possible on those of the
 * shortest time that its dates allow.
 */
export const ON_DAYS_OF_EVENT: ProductEdge = {
  name: 'days of event',
  where: () => sql<boolean>`true`,
  days: {
    certain: {
      from: ofParent(sql`e.starts_earliest`),
      until: ofParent(sql`coalesce(e.ends_latest, e.starts_latest)`),
    },
    possible: {
      from: ofParent(sql`least(e.starts_latest, e.ends_latest)`),
      until: ofParent(sql`greatest(e.starts_earliest, e.ends_earliest)`),
    },
  },
};
