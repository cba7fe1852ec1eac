import type { ComparisonBasis } from '../features/observations/print.entity.js';
import type { Incoming, RawRow, WrongCell } from './kind.js';
import type { PrintChangeInput, PrintInput } from './print.input.js';

/** Prints that a client sent, as rows of which an error names the field. */
export function sentPrints(prints: readonly PrintInput[]): Incoming {
  const rows = prints.map(rowOf);
  return {
    name: 'prints',
    columns: Object.keys(rows[0]?.cells ?? {}),
    rows: iterated(rows),
    pathOf: (line, column) => `prints.${line}${column === null ? '' : `.${fieldOf(prints[line]!, column)}`}`,
  };
}

function iterated(rows: readonly RawRow[]): AsyncIterable<RawRow> {
  return {
    [Symbol.asyncIterator]: () => {
      const iterator = rows[Symbol.iterator]();
      return { next: () => Promise.resolve(iterator.next()) };
    },
  };
}

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
  return at >= 0 ? `changes.${at}` : column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
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
      indicator: print.indicator,
      territory: print.territory,
      breakdown: given(print.breakdown?.map(({ dimension, item }) => `${dimension}=${item}`).join(';')),
      period: print.period,
      publisher: print.publisher,
      source: print.source,
      locator: given(print.locator),
      status: print.status,
      value: print.value ?? null,
      unit_multiplier: print.unitMultiplier?.toString() ?? null,
      qualifier: print.qualifier ?? null,
      ...Object.fromEntries(stated),
      has_break: flag(print.hasBreak),
      note_vi: given(print.noteVi),
      note_en: given(print.noteEn),
      corrects: given(print.corrects),
      is_withdrawal: flag(print.isWithdrawal),
      reason_vi: given(print.reasonVi),
      reason_en: given(print.reasonEn),
    },
    ...(wrong.length === 0 ? {} : { wrong }),
  };
}

const given = (text: string | null | undefined): string | null => text || null;
const flag = (is: boolean | null | undefined): string | null => (is ? 'true' : null);

/** A code with a sign that joins items would name others. */
const wrongBreakdown = ({ breakdown }: PrintInput): WrongCell[] =>
  (breakdown ?? [])
    .flatMap(({ dimension, item }) => [dimension, item])
    .filter((code) => !/^\w+$/.test(code))
    .slice(0, 1)
    .map((code) => ({ column: 'breakdown', message: 'A code has letters, digits and _ alone.', value: code }));

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
