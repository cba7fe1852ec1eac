import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/day.js';
import type { Certainty } from './validity.js';

/** Days that something has to be in force on, as SQL: all of them surely, or if dates fall so. */
export interface Days {
  certain: { from: RawBuilder<Day>; until: RawBuilder<Day> };
  possible: { from: RawBuilder<Day>; until: RawBuilder<Day> };
}

export function onDay(day: Day): Days {
  const one = sql<Day>`${day}::date`;
  return { certain: { from: one, until: one }, possible: { from: one, until: one } };
}

/** Whether row `alias` of `recognition` or `certificate` is in force on the days. */
export function inForce(alias: string, days: Days, validity: Certainty | 'ON_RECORD'): RawBuilder<boolean> {
  if (validity === 'ON_RECORD') return sql<boolean>`true`;
  const { from, until } = validity === 'CERTAIN' ? days.certain : days.possible;
  const span = validity === 'CERTAIN' ? 'certain' : 'possible';
  return sql<boolean>`${sql.ref(`${alias}.${span}_from`)} <= ${from} and ${sql.ref(`${alias}.${span}_until`)} >= ${until}`;
}

/** An OCOP certificate `r` with stars in force; of several that are certain the newest counts, as it replaced the others. */
export function starred(days: Days, validity: Certainty | 'ON_RECORD'): RawBuilder<boolean> {
  const counts = (alias: string): RawBuilder<boolean> =>
    sql<boolean>`${sql.ref(`${alias}.kind`)} = 'OCOP' and ${sql.ref(`${alias}.stars`)} is not null and ${inForce(alias, days, validity)}`;
  if (validity !== 'CERTAIN') return counts('r');
  return sql<boolean>`${counts('r')} and not exists (select from recognition n where n.product_id = r.product_id
    and ${counts('n')} and (n.certain_from, n.stars) > (r.certain_from, r.stars))`;
}
