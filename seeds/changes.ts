import type { ComparisonBasis, StoredChange, StoredChanges } from '../src/features/observations/print.entity.js';
import { isDecimal } from '../src/kernel/decimal.js';
import { optional, parsed } from './cells.js';

const CHANGE = /^(?:(PERCENT|INDEX|RATIO|POINTS) (\S+)|RANGE (\S+?)\.\.(\S+))(?: (NEARLY|OVER|ABOUT))?$/;
const HINT =
  'write PERCENT 14.45, INDEX 114.45, RATIO 6, POINTS 0.5 or RANGE 15..16, then NEARLY, OVER or ABOUT if printed';

/** A printed change: `PERCENT 14.45`, `RATIO 6`, `RANGE 15..16`, with its qualifier after it. */
const change = parsed((cell): StoredChange => {
  const [, form = 'RANGE', value, low, high, qualifier] = CHANGE.exec(cell) ?? [];
  const numbers = value === undefined ? { low, high } : { value };
  if (!Object.values(numbers).every((number) => number !== undefined && isDecimal(number))) {
    throw new Error(`"${cell}" is not a change: ${HINT}.`);
  }
  return { form, ...numbers, ...(qualifier === undefined ? {} : { qualifier }) } as StoredChange;
});

/** The columns of printed changes. */
export const changeColumns = {
  same_period_last_year: optional(change),
  previous_period: optional(change),
  december_last_year: optional(change),
  base_period: optional(change),
  annual_average: optional(change),
};

export type ChangeCells = Record<keyof typeof changeColumns, StoredChange | null>;

const BASES: Record<ComparisonBasis, keyof ChangeCells> = {
  SAME_PERIOD_LAST_YEAR: 'same_period_last_year',
  PREVIOUS_PERIOD: 'previous_period',
  DECEMBER_LAST_YEAR: 'december_last_year',
  BASE_PERIOD: 'base_period',
  ANNUAL_AVERAGE: 'annual_average',
};

/** The changes that a row states, by their basis. */
export function changesOf(cells: ChangeCells): StoredChanges {
  const bases = Object.entries(BASES) as [ComparisonBasis, keyof ChangeCells][];
  return Object.fromEntries(
    bases.flatMap(([basis, column]) => (cells[column] === null ? [] : [[basis, cells[column]]])),
  );
}
