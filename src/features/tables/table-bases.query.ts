import { sql } from 'kysely';
import type { Qualifier } from '../../kernel/printed-change.js';
import type { Reading } from '../../kernel/reading.js';
import { basesOf, type Sought } from '../observations/change-base.query.js';
import { newestPrint } from '../observations/readable.js';

/** What stands of a figure that another one is compared with; `place` counts those sought from 1. */
export interface BaseRow {
  place: number;
  value: string | null;
  unit_multiplier: number | null;
  qualifier: Qualifier | null;
}

/** The figures sought that the reader may see, in one statement. */
export async function baseRows(reading: Reading, sought: readonly Sought[], asOf: string | null): Promise<BaseRow[]> {
  const { rows } = await sql<BaseRow>`
    select asked.place::integer, p.value, p.unit_multiplier, p.qualifier ${basesOf(sought)}
    cross join lateral (select p.value, p.unit_multiplier, p.qualifier ${newestPrint(reading.moment, asOf)}) p`.execute(
    reading.db,
  );
  return rows;
}
