import { sql } from 'kysely';
import type { Order, OrderKey } from '../../kernel/keyset.js';
import type { Search } from '../../kernel/search.js';
import type { EventOrder } from './events.args.js';
import type { Event } from './event.type.js';

type Key = OrderKey<Event>;

const BY_NAME: readonly Key[] = [
  { sql: sql`e.sort_key`, cast: 'text', of: ({ row }) => row.sort_key },
  { sql: sql`e.id`, cast: 'integer', of: ({ row }) => row.id },
];

/** Earliest first; what begins nobody knows when stands last. An index reads so. */
const FORWARDS: readonly Key[] = [
  {
    sql: sql`coalesce(e.starts_latest, '9999-12-31')`,
    cast: 'date',
    of: ({ startsOn }) => startsOn?.latest ?? '9999-12-31',
  },
  {
    sql: sql`coalesce(e.starts_earliest, '9999-12-31')`,
    cast: 'date',
    of: ({ startsOn }) => startsOn?.earliest ?? '9999-12-31',
  },
];

/** Latest first; what begins nobody knows when stands last here too. */
const BACKWARDS: readonly Key[] = [
  {
    sql: sql`coalesce(e.starts_latest, '1000-01-01')`,
    cast: 'date',
    descends: true,
    of: ({ startsOn }) => startsOn?.latest ?? '1000-01-01',
  },
  {
    sql: sql`coalesce(e.starts_earliest, '1000-01-01')`,
    cast: 'date',
    descends: true,
    of: ({ startsOn }) => startsOn?.earliest ?? '1000-01-01',
  },
];

/** The order asked; without one a search goes by closeness, all else by start. Ties go by start and name. */
export function orderOf(asked: EventOrder | null | undefined, search: Search | null): Order<Event> {
  if (asked?.field === 'NAME') return byName(asked.direction);
  if (asked?.direction === 'DESC') return { name: 'START DESC', keys: [...BACKWARDS, ...BY_NAME] };
  const byStart = [...FORWARDS, ...BY_NAME];
  if (asked || !search) return { name: 'START ASC', keys: byStart };
  const close: Key = { sql: sql`e.rank`, cast: 'integer', of: (_, rank) => rank };
  return { name: 'CLOSENESS', keys: [close, ...byStart] };
}

const byName = (direction: EventOrder['direction']): Order<Event> => ({
  name: `NAME ${direction}`,
  keys: BY_NAME.map((key) => ({ ...key, descends: direction === 'DESC' })),
});
