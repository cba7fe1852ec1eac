import { compareCodes } from '../../kernel/code-table.js';
import { dayOf } from '../../kernel/day.js';
import { pick } from '../../kernel/language.js';
import type { Reading } from '../../kernel/reading.js';
import { agencyTable } from '../agencies/agency.table.js';
import { type BreakdownTable, breakdownTable } from '../dimensions/breakdown.table.js';
import { type Dimension, TOTAL } from '../dimensions/dimension.type.js';
import { indicatorTable } from '../indicators/indicator.table.js';
import type { Series } from '../observations/break.table.js';
import type { Period } from '../periods/period.type.js';
import { type Boundaries, boundaryToday } from '../territories/boundary.type.js';
import { compareTerritories, territoryTable } from '../territories/territory.table.js';
import type { Axis, AxisItem } from './table-axis.js';

type SeriesAxis = Axis<Series>;

/** Every axis a table may have, in the order in which they stand. */
export interface Axes {
  before: SeriesAxis[];
  publisher: SeriesAxis;
  period: Axis<Period>;
}

/** The axes of figures, in their default orders; `brokenDownBy` are the dimensions asked for more than their totals. */
export async function axesOf(
  reading: Reading,
  brokenDownBy: readonly Dimension[],
  boundaries: Boundaries,
): Promise<Axes> {
  const [indicator, territory, publisher, breakdowns] = await Promise.all([
    indicatorAxis(reading),
    territoryAxis(reading, boundaries),
    publisherAxis(reading),
    reading.table(breakdownTable),
  ]);
  const breakdown = brokenDownBy.map((dimension) => breakdownAxis(dimension, breakdowns));
  return { before: [indicator, territory, ...breakdown], publisher, period: PERIOD };
}

const named =
  (vietnamese: string, english: string): SeriesAxis['name'] =>
  (language) =>
    pick(language, vietnamese, english);

async function indicatorAxis(reading: Reading): Promise<SeriesAxis> {
  const indicators = await reading.table(indicatorTable);
  const of = (row: Series) => indicators.row(row.indicator_id);
  return {
    role: 'INDICATOR',
    code: 'INDICATOR',
    name: named('Chỉ tiêu', 'Indicator'),
    keyOf: (row) => row.indicator_id,
    itemOf: (row) => ({ code: of(row).code, name: (language) => of(row).name(language), unit: of(row).unit }),
    compare: (a, b) => compareCodes(of(a).code, of(b).code),
  };
}

async function territoryAxis(reading: Reading, boundaries: Boundaries): Promise<SeriesAxis> {
  const territories = await reading.table(territoryTable);
  const of = (row: Series) => territories.row(row.territory_id);
  const boundaryOf = boundaries === 'TODAY' ? boundaryToday(reading) : () => null;
  return {
    role: 'TERRITORY',
    code: 'TERRITORY',
    name: named('Địa bàn', 'Territory'),
    keyOf: (row) => row.territory_id,
    itemOf: (row) => ({
      code: of(row).code,
      name: () => of(row).name,
      validFrom: of(row).validFrom,
      boundary: boundaryOf(of(row)),
    }),
    compare: (a, b) => compareTerritories(of(a), of(b)),
  };
}

async function publisherAxis(reading: Reading): Promise<SeriesAxis> {
  const agencies = await reading.table(agencyTable);
  const of = (row: Series) => agencies.row(row.publisher_id);
  const today = dayOf(reading.moment);
  return {
    role: 'PUBLISHER',
    code: 'PUBLISHER',
    name: named('Cơ quan công bố', 'Publisher'),
    keyOf: (row) => row.publisher_id,
    itemOf: (row) => ({ code: of(row).code, name: () => of(row).nameOn(today) }),
    compare: (a, b) => compareCodes(of(a).code, of(b).code),
  };
}

/** A figure that is not broken down by a dimension is its total there. */
function breakdownAxis(dimension: Dimension, breakdowns: BreakdownTable): SeriesAxis {
  const itemOf = (row: Series) =>
    breakdowns.row(row.breakdown_id).items.find((item) => item.dimension.code === dimension.code);
  const total = dimension.all.find((item) => item.code === TOTAL);
  const placeOf = (row: Series): number => (itemOf(row) ?? total)?.row.position ?? -1;
  return {
    role: 'BREAKDOWN',
    code: dimension.code,
    name: (language) => dimension.name(language),
    keyOf: (row) => itemOf(row)?.code ?? TOTAL,
    itemOf: (row): AxisItem => {
      const item = itemOf(row) ?? total;
      return {
        code: item?.code ?? TOTAL,
        name: (language) => item?.name(language) ?? pick(language, 'Tổng số', 'Total'),
      };
    },
    compare: (a, b) => placeOf(a) - placeOf(b),
  };
}

const PERIOD: Axis<Period> = {
  role: 'PERIOD',
  code: 'PERIOD',
  name: named('Kỳ', 'Period'),
  keyOf: ({ start, end }) => `${start}/${end}`,
  itemOf: (period) => ({
    code: period.code,
    name: (language) => period.label(language),
    start: period.start,
    end: period.end,
  }),
  // By (end, length): of two that end together the later start is the shorter.
  compare: (a, b) => compareCodes(a.end, b.end) || compareCodes(b.start, a.start),
};
