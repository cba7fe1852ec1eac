import { type RawBuilder, sql } from 'kysely';
import type { Reading } from '../../kernel/reading.js';
import type { Series } from '../observations/break.table.js';
import { ofItsFigure } from '../observations/matching.js';
import type { ObservationScope } from '../observations/observation-scope.js';
import { printsOfFigures } from '../observations/readable.js';

/** The readable prints of a series, in columns of text that are joined by commas, in no order. */
export interface SeriesPrints extends Series {
  /** The period of each: the days from 2000-01-01 to its end, times `MOST_DAYS`, and how many days it has. */
  periods: string;
  statuses: string;
  /** Empty where it states no value, `EMPTIED` where it takes away the one before. */
  values: string;
  powers: string;
  ids: string;
  sources: string;
  releases: string;
  /** Ids of those that mend another; null for none. */
  corrections: string | null;
  notes: readonly [id: string, vi: string, en: string | null][] | null;
}

export const EPOCH = '2000-01-01';
export const MOST_DAYS = 10_000_000;
export const EMPTIED = '!';

/** Whether the figures of a scope can be told by their prints alone, each by itself. */
export const isToldByPrints = ({ asOf, latest, statuses, sources, printedAfter }: ObservationScope): boolean =>
  [asOf, latest, statuses, sources, printedAfter].every((asked) => asked === null);

const column = (text: string): RawBuilder<string> => sql<string>`string_agg(${sql.raw(text)}, ',')`;

/** Prints of the figures of a scope that `isToldByPrints`, by series; at most so many. All is read from one index. */
export async function seriesPrints(reading: Reading, scope: ObservationScope, most: number): Promise<SeriesPrints[]> {
  const { rows } = await sql<SeriesPrints>`
    select o.indicator_id, o.territory_id, o.breakdown_id, o.publisher_id,
      ${column(`((o.period_end - date '${EPOCH}') * ${MOST_DAYS}::bigint + o.period_days)::text`)} as periods,
      ${column('o.status')} as statuses,
      ${column(`coalesce(o.value::text, case when o.states_value then '${EMPTIED}' else '' end)`)} as values,
      ${column(`coalesce(o.unit_multiplier::text, '')`)} as powers,
      ${column('o.id::text')} as ids, ${column('o.source_id::text')} as sources, ${column('o.release_id::text')} as releases,
      ${column('o.id::text')} filter (where o.corrects_id is not null) as corrections,
      json_agg((select json_build_array(p.id::text, p.note_vi, p.note_en) from print p where p.id = o.id))
        filter (where o.has_note) as notes
    from (select o.* from ${printsOfFigures(reading.moment, null)} o
      where ${sql.join(ofItsFigure(scope), sql` and `)} limit ${sql.lit(most)}) o
    group by o.indicator_id, o.territory_id, o.breakdown_id, o.publisher_id`.execute(reading.db);
  return rows;
}
