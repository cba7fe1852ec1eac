import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Context } from '../../kernel/context.js';
import type { Period } from '../../kernel/period.js';
import type { Reading } from '../../kernel/reading.js';
import { agencyTable } from '../agencies/agency.table.js';
import { indicatorTable } from '../indicators/indicator.table.js';
import { breakTable, type Series } from './break.table.js';
import { basesOf } from './change-base.query.js';
import type { Base } from './comparison.js';
import { readObservations } from './observation-rows.js';
import type { Observation } from './observation.type.js';
import { printsOfFigures } from './readable.js';

/** A figure, and the interval of the one it is compared with. */
interface Pair {
  figure: Observation;
  period: Period;
}

/** The figure that another is compared with. */
export interface BaseFigure extends Base {
  observation: Observation;
}

/** Figures of the same series at other intervals, as of the same moment; null where the reader may see none. */
export const changeBaseLoader = (context: Context, asOf: string | null): DataLoader<Pair, BaseFigure | null> =>
  context.loader<Pair, BaseFigure | null>(
    `base of change ${asOf}`,
    (pairs) => context.read((reading) => baseFigures(reading, pairs, asOf)),
    ({ figure, period }) => `${figure.parts.rowId} ${period.start} ${period.end}`,
  );

async function baseFigures(
  reading: Reading,
  pairs: readonly Pair[],
  asOf: string | null,
): Promise<(BaseFigure | null)[]> {
  const [seriesOf, breaks] = await Promise.all([seriesIn(reading), reading.table(breakTable)]);
  const sought = pairs.map(({ figure, period }) => ({ series: seriesOf(figure), period }));
  const bases = basesOf(sought, printsOfFigures(reading.moment, asOf));
  const page = sql`select asked.place::integer as parent, o.* ${bases} order by parent`;
  const found = await readObservations(reading, page, asOf);
  return sought.map(({ series, period }, at) => {
    const [observation] = found.get(at + 1) ?? [];
    if (!observation) return null;
    const { scaledValue, qualifier } = observation;
    const isAcrossBreak = breaks.isBetween(series, period, pairs[at]!.figure.period, asOf);
    return { observation, scaledValue, qualifier, isAcrossBreak };
  });
}

async function seriesIn(reading: Reading): Promise<(figure: Observation) => Series> {
  const [indicators, agencies] = await Promise.all([reading.table(indicatorTable), reading.table(agencyTable)]);
  return ({ parts }) => ({
    indicator_id: indicators.rowId(parts.indicator),
    territory_id: parts.territory.row.id,
    breakdown_id: parts.breakdown.rowId,
    publisher_id: agencies.rowId(parts.publisher),
  });
}
