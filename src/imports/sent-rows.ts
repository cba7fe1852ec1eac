import type { Incoming, RawRow, WrongCell } from './kind.js';
import type { StatementInput } from './statement.input.js';

/** What clients sent, as rows of which an error names the field. */
export function sentRows<Sent>(
  name: string,
  sent: readonly Sent[],
  rowOf: (one: Sent, line: number) => RawRow,
  fieldOf: (one: Sent, column: string) => string,
): Incoming {
  const rows = sent.map(rowOf);
  return {
    name,
    columns: Object.keys(rows[0]?.cells ?? {}),
    rows: inTurn(rows),
    pathOf: (line, column) => `${name}.${line}${column === null ? '' : `.${fieldOf(sent[line]!, column)}`}`,
  };
}

/** As a file gives its rows. */
export async function* inTurn<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows;
}

/** The cells that figures and plans have in common. */
export const statementCells = (sent: StatementInput): RawRow['cells'] => ({
  indicator: sent.indicator,
  territory: sent.territory,
  breakdown: given(sent.breakdown?.map(({ dimension, item }) => `${dimension}=${item}`).join(';')),
  period: sent.period,
  source: sent.source,
  locator: given(sent.locator),
  value: sent.value ?? null,
  unit_multiplier: sent.unitMultiplier?.toString() ?? null,
  qualifier: sent.qualifier ?? null,
  note_vi: given(sent.noteVi),
  note_en: given(sent.noteEn),
  corrects: given(sent.corrects),
  is_withdrawal: flag(sent.isWithdrawal),
  reason_vi: given(sent.reasonVi),
  reason_en: given(sent.reasonEn),
});

export const given = (text: string | null | undefined): string | null => text || null;
export const flag = (is: boolean | null | undefined): string | null => (is ? 'true' : null);

/** A code with a sign that joins items would name others. */
export const wrongBreakdown = ({ breakdown }: StatementInput): WrongCell[] =>
  (breakdown ?? [])
    .flatMap(({ dimension, item }) => [dimension, item])
    .filter((code) => !/^\w+$/.test(code))
    .slice(0, 1)
    .map((code) => ({ column: 'breakdown', message: 'A code has letters, digits and _ alone.', value: code }));
