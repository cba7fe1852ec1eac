import { type RawBuilder, sql } from 'kysely';
import { BadInput } from '../../kernel/bad-input.js';
import { checkedList } from '../../kernel/checked-list.js';
import { type Day, dayOf } from '../../kernel/day.js';
import type { Limits } from '../../kernel/limits.js';
import type { Reading } from '../../kernel/reading.js';
import { slugIds } from '../../kernel/slugs.js';
import { territoryTable } from '../territories/territory.table.js';
import { mayLieWithin, stateInSql } from './event-state.js';
import type { EventFilter } from './events.args.js';

type Conditions = Promise<RawBuilder<unknown>[]>;

/** What a filter asks of an event `e`. */
export async function conditions(reading: Reading, limits: Limits, filter: EventFilter): Conditions {
  const on = filter.on ?? dayOf(reading.moment);
  const kinds = checkedList('filter.kinds', filter.kinds, limits);
  const states = checkedList('filter.states', filter.states, limits);
  return [
    ...(kinds ? [sql`e.kind = any(${kinds}::text[])`] : []),
    ...(await heldIn(reading, limits, filter.territories, on)),
    ...(await shownBy(reading, limits, filter.producers)),
    ...(await showing(reading, limits, filter.products)),
    ...between(filter.from ?? null, filter.to ?? null),
    ...(states ? [sql`${stateInSql(on)} = any(${states}::text[])`] : []),
  ];
}

async function heldIn(reading: Reading, limits: Limits, codes: EventFilter['territories'], on: Day): Conditions {
  const places = checkedList('filter.territories', codes, limits);
  if (!places) return [];
  const table = await reading.table(territoryTable);
  const area = places.flatMap((place) => table.area(place, on, 'filter.territories'));
  return [sql`e.territory_id = any(${area.map(({ row }) => row.id)}::integer[])`];
}

async function shownBy(reading: Reading, limits: Limits, slugs: EventFilter['producers']): Conditions {
  const producers = checkedList('filter.producers', slugs, limits);
  if (!producers) return [];
  const ids = await slugIds(reading, 'producer', producers, 'filter.producers');
  return [sql`e.id in (select x.event_id from exhibit x where x.producer_id = any(${ids}::integer[]))`];
}

async function showing(reading: Reading, limits: Limits, slugs: EventFilter['products']): Conditions {
  const products = checkedList('filter.products', slugs, limits);
  if (!products) return [];
  const ids = await slugIds(reading, 'product', products, 'filter.products');
  return [sql`e.id in (select x.event_id from exhibit_product x where x.product_id = any(${ids}::integer[]))`];
}

function between(from: Day | null, to: Day | null): RawBuilder<unknown>[] {
  if (from !== null && to !== null && from > to) {
    const message = `filter.from "${from}" is later than filter.to "${to}": no day lies between them.`;
    throw new BadInput('INVALID_RANGE', message, { argument: 'filter.from', value: from });
  }
  return mayLieWithin(from, to);
}
