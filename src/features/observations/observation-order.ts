import { type RawBuilder, sql } from 'kysely';
import type { Order, OrderKey } from '../../kernel/keyset.js';
import type { ObservationOrder } from './observation-filter.type.js';
import type { Observation } from './observation.type.js';
import { newestValue, readable } from './readable.js';

/** What a key reads: one of the codes of a series, its period, or something else. */
type Part =
  'INDICATOR' | 'TERRITORY' | 'VALID_FROM' | 'BREAKDOWN' | 'PERIOD_END' | 'PERIOD_DAYS' | 'PUBLISHER' | 'OTHER';

interface Key extends OrderKey<Observation> {
  part: Part;
}

export interface ObservationsOrder extends Order<Observation> {
  keys: readonly Key[];
}

const INDICATOR: Key = {
  part: 'INDICATOR',
  sql: sql`i.code collate "C"`,
  cast: 'text',
  of: ({ indicator }) => indicator.code,
};
const TERRITORY: Key = {
  part: 'TERRITORY',
  sql: sql`t.code collate "C"`,
  cast: 'text',
  of: ({ territory }) => territory.code,
};
const VALID_FROM: Key = {
  part: 'VALID_FROM',
  sql: sql`coalesce(t.valid_from::text, '') collate "C"`,
  cast: 'text',
  of: ({ territory }) => territory.validFrom ?? '',
};
const BREAKDOWN: Key = {
  part: 'BREAKDOWN',
  sql: sql`b.sort_key`,
  cast: 'text',
  of: ({ parts }) => parts.breakdown.sortKey,
};
const PERIOD_END: Key = { part: 'PERIOD_END', sql: sql`o.period_end`, cast: 'date', of: ({ period }) => period.end };
const PERIOD_DAYS: Key = {
  part: 'PERIOD_DAYS',
  sql: sql`o.period_days`,
  cast: 'integer',
  of: ({ period }) => period.days,
};
const PUBLISHER: Key = {
  part: 'PUBLISHER',
  sql: sql`a.code collate "C"`,
  cast: 'text',
  of: ({ publisher }) => publisher.code,
};

/** The default order. Every other one ends in it, so that each place in a list is one observation's own. */
const TIES = [INDICATOR, TERRITORY, VALID_FROM, BREAKDOWN, PERIOD_END, PERIOD_DAYS, PUBLISHER];

/** The tables that the keys read, joined to an observation `o`. */
export const ORDER_JOINS = sql`
  join indicator i on i.id = o.indicator_id
  join territory t on t.id = o.territory_id
  join breakdown b on b.id = o.breakdown_id
  join agency a on a.id = o.publisher_id`;

const PUBLISHED: Key = {
  part: 'OTHER',
  sql: sql`published.latest`,
  cast: 'date',
  of: ({ newest }) => newest.publishedOn.latest,
};
const SCALED: Key = {
  part: 'OTHER',
  sql: sql`coalesce(stated.scaled, 0)`,
  cast: 'numeric',
  of: ({ scaledValue }) => scaledValue ?? '0',
};
const WITHOUT_VALUE: Key = {
  part: 'OTHER',
  sql: sql`(stated.scaled is null)::integer`,
  cast: 'integer',
  of: ({ value }) => (value === null ? 1 : 0),
};

const LEADING: Record<ObservationOrder['field'], readonly Key[]> = {
  INDICATOR: [INDICATOR],
  TERRITORY: [TERRITORY, VALID_FROM],
  PERIOD: [PERIOD_END, PERIOD_DAYS],
  PUBLICATION: [PUBLISHED],
  VALUE: [WITHOUT_VALUE, SCALED],
};

/** The order asked: its field in its direction, figures without a value last, ties upwards. */
export function orderOf(asked: ObservationOrder | null | undefined): ObservationsOrder {
  if (!asked) return { name: 'DEFAULT', keys: TIES };
  const leading = LEADING[asked.field];
  const directed = leading.map((key) =>
    key === WITHOUT_VALUE ? key : { ...key, descends: asked.direction === 'DESC' },
  );
  return {
    name: `${asked.field} ${asked.direction}`,
    keys: [...directed, ...TIES.filter((key) => !leading.includes(key))],
  };
}

/** What an order reads of the prints of an observation `o`. */
export function orderReads(
  asked: ObservationOrder | null | undefined,
  moment: string,
  asOf: string | null,
): RawBuilder<unknown> {
  switch (asked?.field) {
    case 'PUBLICATION':
      return sql`cross join lateral (select max(p.published_latest) as latest from print_reading p
        where p.observation_id = o.id and ${readable(moment, asOf)}) published`;
    case 'VALUE':
      return sql`left join lateral (
        select p.value * 10::numeric ^ p.unit_multiplier as scaled ${newestValue(moment, asOf)}) stated on true`;
    default:
      return sql``;
  }
}
