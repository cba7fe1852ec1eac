import { sql } from 'kysely';
import type { Reading } from '../../kernel/reading.js';
import { matching } from '../observations/matching.js';
import type { ObservationScope } from '../observations/observation-scope.js';
import type { ObservationStatus } from '../observations/print.entity.js';
import { newestPrint, readable } from '../observations/readable.js';

/** How many figures fall together; which columns are set tells by what they were counted. */
export interface CountedRow {
  by: 'SERIES' | 'TERRITORY' | 'PERIOD' | 'PUBLISHER' | 'STATUS' | 'ALL';
  indicator_id: number;
  breakdown_id: number;
  territory_id: number;
  period_start: string;
  period_end: string;
  publisher_id: number;
  status: ObservationStatus;
  count: string;
}

/** Counts the figures of a scope by indicator and breakdown, territory, period, publisher and status, in one statement. */
export async function countedFigures(reading: Reading, scope: ObservationScope): Promise<CountedRow[]> {
  const { from, where } = matching(scope, reading.moment);
  const { rows } = await sql<CountedRow>`
    select case
        when grouping(o.indicator_id) = 0 then 'SERIES'
        when grouping(o.territory_id) = 0 then 'TERRITORY'
        when grouping(o.period_start) = 0 then 'PERIOD'
        when grouping(o.publisher_id) = 0 then 'PUBLISHER'
        when grouping(p.status) = 0 then 'STATUS'
        else 'ALL' end as by,
      o.indicator_id, o.breakdown_id, o.territory_id, o.period_start, o.period_end, o.publisher_id, p.status, count(*)
    from ${from} cross join lateral (select p.status ${newestPrint(reading.moment, scope.asOf)}) p
    where ${where}
    group by grouping sets (
      (o.indicator_id, o.breakdown_id), (o.territory_id), (o.period_start, o.period_end), (o.publisher_id), (p.status), ())`.execute(
    reading.db,
  );
  return rows;
}

/** How many figures of a scope each source prints something of. */
export async function countedSources(
  reading: Reading,
  scope: ObservationScope,
): Promise<{ source_id: number; count: string }[]> {
  const { from, where } = matching(scope, reading.moment);
  const { rows } = await sql<{ source_id: number; count: string }>`
    select p.source_id, count(distinct o.id)
    from ${from} join print_reading p on p.observation_id = o.id and ${readable(reading.moment, scope.asOf)}
    where ${where} group by p.source_id`.execute(reading.db);
  return rows;
}
