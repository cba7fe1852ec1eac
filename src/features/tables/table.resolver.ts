import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { BadInput } from '../../kernel/bad-input.js';
import { checkedList } from '../../kernel/checked-list.js';
import { compareCodes } from '../../kernel/code-table.js';
import { Context } from '../../kernel/context.js';
import type { Limits } from '../../kernel/limits.js';
import type { Reading } from '../../kernel/reading.js';
import { breakdownChoice } from '../dimensions/breakdown-choice.js';
import { dimensionTable } from '../dimensions/dimension.table.js';
import { type Dimension, TOTAL } from '../dimensions/dimension.type.js';
import type { ObservationFilter } from '../observations/observation-filter.type.js';
import { scopeOf } from '../observations/observation-scope.js';
import { axesOf } from './table-axes.js';
import { tableSeries } from './table-figures.js';
import { layoutOf, tableParts } from './table-layout.js';
import { TableArgs, type TableMeasure, TableMeasureEnum } from './table.args.js';
import { Table } from './table.type.js';

@Resolver()
export class TableResolver {
  @Query(() => Table, { description: 'Published figures as one small columnar answer, for charts and spreadsheets.' })
  table(@Args(() => TableArgs) args: TableArgs, @Ctx() context: Context): Promise<Table> {
    checkedList('measures', args.measures, context.limits);
    const measures = (Object.keys(TableMeasureEnum) as TableMeasure[]).filter((measure) =>
      args.measures.includes(measure),
    );
    return context.read(async (reading) => {
      const scope = await scopeOf(
        reading,
        context.limits,
        args.filter ?? {},
        reading.asOf(args.asOf),
        'TOTALS',
        args.boundaries,
      );
      const brokenDownBy = await brokenDown(reading, context.limits, args.filter);
      const { tableCells } = context.limits;
      const asked = { measures, basis: args.basis, method: args.method ?? null };
      const series = await tableSeries(reading, scope, asked, tableCells);
      const figures = series.reduce((sum, { periods }) => sum + periods.length, 0);
      if (figures > tableCells) throw tooLarge(`more than ${tableCells}`, tableCells);
      const layout = layoutOf(await axesOf(reading, brokenDownBy, args.boundaries), series);
      const cells = layout.cells * measures.length;
      if (cells > tableCells) throw tooLarge(String(cells), tableCells);
      return new Table(tableParts(layout, series, measures));
    });
  }
}

/** Dimensions asked for more than their totals, by code. */
async function brokenDown(
  reading: Reading,
  limits: Limits,
  filter: ObservationFilter | null | undefined,
): Promise<Dimension[]> {
  if (!filter?.breakdowns) return [];
  const dimensions = await reading.table(dimensionTable);
  const choice = breakdownChoice(dimensions, filter.breakdowns, limits, 'filter.breakdowns');
  const asked = [...choice].filter(([, items]) => [...items].some((item) => item !== TOTAL)).map(([code]) => code);
  return asked.sort(compareCodes).map((code) => dimensions.find(code)!);
}

function tooLarge(cells: string, most: number): BadInput {
  const message = `The table would have ${cells} cells; ${most} are the most. Narrow the filter.`;
  return new BadInput('TOO_LARGE', message, { argument: 'filter' });
}
