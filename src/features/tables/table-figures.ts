import type { Reading } from '../../kernel/reading.js';
import type { ObservationScope } from '../observations/observation-scope.js';
import { type AskedGrowth, growthsOf } from './table-growth.js';
import { tableRows } from './table-rows.query.js';
import { seriesOf, type TableSeries } from './table-series.js';
import { isToldByPrints } from './table-series.query.js';
import { toldSeries } from './told-series.js';
import type { TableMeasure } from './table.args.js';

export interface AskedFigures extends Omit<AskedGrowth, 'asOf'> {
  measures: readonly TableMeasure[];
}

/** The figures of a scope with what the measures show; those of more than `most` are not all of them. */
export async function tableSeries(
  reading: Reading,
  scope: ObservationScope,
  asked: AskedFigures,
  most: number,
): Promise<TableSeries[]> {
  const isOnlyValues = asked.measures.length === 1 && asked.measures[0] === 'VALUE';
  const told = isOnlyValues && isToldByPrints(scope) ? await toldSeries(reading, scope, most) : null;
  return told ?? (await comparedSeries(reading, scope, asked, most));
}

async function comparedSeries(
  reading: Reading,
  scope: ObservationScope,
  { measures, basis, method }: AskedFigures,
  most: number,
): Promise<TableSeries[]> {
  const showsChange = measures.some((measure) => measure === 'CHANGE_PERCENT' || measure === 'CHANGE_POINTS');
  const printedOn = showsChange && method !== 'COMPUTED' ? basis : null;
  const rows = await tableRows(reading, scope, { measures, printedOn }, most);
  const comparesAll = showsChange && rows.length <= most;
  const growths = comparesAll ? await growthsOf(reading, rows, { basis, method, asOf: scope.asOf }) : [];
  return seriesOf(rows, growths, measures);
}
