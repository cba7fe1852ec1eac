import { sql } from 'kysely';
import { momentOfRow } from '../../kernel/database-moment.js';
import type { Period } from '../../kernel/period.js';
import { referenceTable } from '../../kernel/reading.js';
import { readable } from './readable.js';

/** What figures of all periods have in common, by row ids. */
export interface Series {
  indicator_id: number;
  territory_id: number;
  breakdown_id: number;
  publisher_id: number;
}

interface BreakRow extends Series {
  id: string;
  period_start: string;
  period_end: string;
  known_from: string;
  states_value: boolean;
  has_break: boolean;
}

/** A figure that any print marked with a break, and what each of its prints said of it, oldest first. */
interface Marked {
  period: Period;
  prints: { knownFrom: string; statesValue: boolean; hasBreak: boolean }[];
}

const keyOf = (series: Series): string =>
  `${series.indicator_id} ${series.territory_id} ${series.breakdown_id} ${series.publisher_id}`;

/** Where series break: few figures among very many. */
export class BreakTable {
  readonly #bySeries: Map<string, Marked[]>;

  constructor(rows: readonly BreakRow[]) {
    const figures = [...Map.groupBy(rows, ({ id }) => id).values()];
    const bySeries = Map.groupBy(figures, ([first]) => keyOf(first!));
    this.#bySeries = new Map([...bySeries].map(([key, marked]) => [key, marked.map(markedOf)]));
  }

  /** Whether a series breaks after `base` began and no later than at `figure`, as of a moment. */
  isBetween(series: Series, base: Period, figure: Period, asOf: string | null): boolean {
    const marked = this.#bySeries.get(keyOf(series)) ?? [];
    return marked.some(
      ({ period, prints }) => base.start < period.start && period.end <= figure.end && stands(prints, asOf),
    );
  }
}

const markedOf = (rows: BreakRow[]): Marked => ({
  period: { start: rows[0]!.period_start, end: rows[0]!.period_end },
  prints: rows.map((row) => ({
    knownFrom: momentOfRow(row.known_from),
    statesValue: row.states_value,
    hasBreak: row.has_break,
  })),
});

/** The same as `Observation.hasBreak`: of the newest print that states a value, else of the newest. */
function stands(prints: Marked['prints'], asOf: string | null): boolean {
  const known = prints.filter(({ knownFrom }) => asOf === null || knownFrom <= asOf);
  return (known.findLast(({ statesValue }) => statesValue) ?? known.at(-1))?.hasBreak ?? false;
}

export const breakTable = referenceTable(async ({ db, moment }) => {
  const { rows } = await sql<BreakRow>`
    select o.id::text, o.indicator_id, o.territory_id, o.breakdown_id, o.publisher_id, o.period_start, o.period_end,
      p.known_from, p.states_value, p.has_break
    from observation o join print_reading p on p.observation_id = o.id and ${readable(moment, null)}
    where o.id in (select b.observation_id from print b where b.has_break)
    order by o.id, p.published_latest, p.known_from, p.id`.execute(db);
  return new BreakTable(rows);
});
