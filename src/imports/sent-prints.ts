import type { ComparisonBasis } from '../features/observations/print.entity.js';
import type { Incoming, RawRow, WrongCell } from './kind.js';
import type { PrintChangeInput, PrintInput } from './print.input.js';
import { flag, sentRows, statementCells, wrongBreakdown } from './sent-rows.js';
import { inputName } from './upsert-input.js';

/** Prints that a client sent, as rows of which an error names the field. */
export const sentPrints = (prints: readonly PrintInput[]): Incoming => sentRows('prints', prints, rowOf, fieldOf);

const CHANGES: Readonly<Record<ComparisonBasis, string>> = {
  SAME_PERIOD_LAST_YEAR: 'same_period_last_year',
  PREVIOUS_PERIOD: 'previous_period',
  DECEMBER_LAST_YEAR: 'december_last_year',
  BASE_PERIOD: 'base_period',
  ANNUAL_AVERAGE: 'annual_average',
};

/** A column as the client knows it: `unitMultiplier`, `changes.0`. */
function fieldOf({ changes }: PrintInput, column: string): string {
  const at = changes?.findIndex(({ basis }) => CHANGES[basis] === column) ?? -1;
  return at >= 0 ? `changes.${at}` : inputName(column);
}

function rowOf(print: PrintInput, line: number): RawRow {
  const changes = print.changes ?? [];
  const wrong = [...wrongBreakdown(print), ...wrongChanges(changes)];
  const stated = Object.entries(CHANGES).map(([basis, column]): [string, string | null] => {
    const change = changes.find((one) => one.basis === basis);
    return [column, change && wrong.length === 0 ? changeCell(change) : null];
  });
  return {
    line,
    cells: {
      ...statementCells(print),
      publisher: print.publisher,
      status: print.status,
      ...Object.fromEntries(stated),
      has_break: flag(print.hasBreak),
    },
    ...(wrong.length === 0 ? {} : { wrong }),
  };
}

function wrongChanges(changes: readonly PrintChangeInput[]): WrongCell[] {
  return changes.flatMap((change, at): WrongCell[] => {
    const column = CHANGES[change.basis];
    if (changes.findIndex(({ basis }) => basis === change.basis) < at)
      return [{ column, message: `${change.basis} stands in this print twice.`, value: null }];
    const [hasValue, hasLow, hasHigh] = [change.value, change.low, change.high].map(
      (number) => typeof number === 'string',
    );
    const isRange = change.form === 'RANGE';
    const isRight = hasValue === !isRange && hasLow === isRange && hasHigh === isRange;
    return isRight ? [] : [{ column, message: 'A RANGE has low and high, any other form a value.', value: null }];
  });
}

const changeCell = ({ form, value, low, high, qualifier }: PrintChangeInput): string =>
  `${form} ${form === 'RANGE' ? `${low}..${high}` : value}${qualifier ? ` ${qualifier}` : ''}`;
