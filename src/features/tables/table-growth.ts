import type { Reading } from '../../kernel/reading.js';
import { shift } from '../../kernel/decimal.js';
import { changePercent, changePoints } from '../../kernel/printed-change.js';
import type { Period } from '../../kernel/period.js';
import { indicatorTable } from '../indicators/indicator.table.js';
import { breakTable } from '../observations/break.table.js';
import type { ChangeMethod } from '../observations/change.type.js';
import { type Compared, comparison, type Computed, computed } from '../observations/comparison.js';
import type { ComparisonBasis, StoredChange } from '../observations/print.entity.js';
import { territoryTable } from '../territories/territory.table.js';
import { baseRows } from './table-bases.query.js';
import type { TableRow } from './table-rows.query.js';

/** What the cells of a figure say of its change. */
export type Growth = Pick<Computed, 'percent' | 'percentagePoints'>;

export interface AskedGrowth {
  basis: ComparisonBasis;
  /** Null for the printed change, else the computed one. */
  method: ChangeMethod | null;
  asOf: string | null;
}

const NONE: Growth = { percent: null, percentagePoints: null };

/** What `Observation.change` says of each row; one more statement where the base of any of them is to be read. */
export async function growthsOf(reading: Reading, rows: readonly TableRow[], asked: AskedGrowth): Promise<Growth[]> {
  const growths = rows.map((row) => (row.change ? printed(row.change) : NONE));
  if (asked.method === 'PUBLISHED') return growths;
  const open = [...rows.keys()].filter((at) => rows[at]!.change === null);
  const made = await computedOf(
    reading,
    open.map((at) => rows[at]!),
    asked,
  );
  for (const [nth, at] of open.entries()) growths[at] = made[nth]!;
  return growths;
}

const printed = ({ form, value }: StoredChange): Growth => {
  const change = { form, value: value ?? null };
  return { percent: changePercent(change), percentagePoints: changePoints(change) };
};

async function computedOf(reading: Reading, rows: TableRow[], { basis, asOf }: AskedGrowth): Promise<Growth[]> {
  const [indicators, territories, breaks] = await Promise.all([
    reading.table(indicatorTable),
    reading.table(territoryTable),
    reading.table(breakTable),
  ]);
  const figures = rows.map((row): Compared => ({
    indicator: indicators.row(row.indicator_id),
    territory: territories.row(row.territory_id),
    period: periodOf(row),
    ...operandOf(row),
  }));
  const made = figures.map((figure) => comparison(basis, figure));
  const sought = rows.flatMap((row, at) => {
    const period = made[at]!;
    return 'reason' in period ? [] : [{ at, series: row, period }];
  });
  const bases = sought.length === 0 ? [] : await baseRows(reading, sought, asOf);
  const baseAt = new Map(bases.map((base) => [sought[base.place - 1]!.at, base]));
  return made.map((said, at) => {
    if ('reason' in said) return said;
    const found = baseAt.get(at);
    const isAcrossBreak = breaks.isBetween(rows[at]!, said, figures[at]!.period, asOf);
    return computed(figures[at]!, said, found ? { ...operandOf(found), isAcrossBreak } : null);
  });
}

const periodOf = ({ period_start: start, period_end: end }: TableRow): Period => ({ start, end });

const operandOf = ({
  value,
  unit_multiplier: power,
  qualifier,
}: Pick<TableRow, 'value' | 'unit_multiplier' | 'qualifier'>) => ({
  scaledValue: value === null ? null : shift(value, power!),
  qualifier,
});
