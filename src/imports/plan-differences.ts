import { difference, keyOf, type Wanted } from '../../seeds/compare.js';
import { specOf } from '../../seeds/tables.js';
import { type Period, periodCode } from '../kernel/period.js';
import type { NamedIds } from './named-ids.js';
import type { Difference, ImportReport, Incoming } from './kind.js';
import type { PlanPrintsThere } from './plan-prints-there.js';

export interface PlanPrint extends Wanted<'plan_print'> {
  columns: Wanted<'plan_print'>['columns'] & Said & { plan_id: number; corrects_id: number | null };
}

/** What tells the prints of plans apart. */
export const PLAN_PRINT_KEY = specOf('plan_print').keys[0]!;

/** The plan that a row is about. */
interface About {
  row: { cells: { indicator: string; territory: string; period: Period; set_by: string | null; target: string } };
  ids: Pick<NamedIds, 'breakdown'>;
}

interface Said {
  value: string | null;
  low: string | null;
  high: string | null;
  unit_multiplier: number | null;
  qualifier: string | null;
  is_withdrawal: boolean;
}

/** What is done, or would be, with each print of a plan. */
export function planReport(
  about: readonly About[],
  prints: readonly PlanPrint[],
  there: PlanPrintsThere,
  { pathOf }: Incoming,
  most: number,
): ImportReport {
  const own = new Map(there.own.map((stored) => [keyOf(stored, PLAN_PRINT_KEY), stored]));
  const all = prints.map((print, at): Difference => {
    const stored = own.get(keyOf(print.columns, PLAN_PRINT_KEY));
    const earlier = stored ?? there.earlier(print.columns.plan_id);
    const isSame = stored !== undefined && difference('plan_print', print, stored) === null;
    return {
      path: pathOf(print.row.line, null),
      outcome: stored ? (isSame ? 'LEFT' : 'CHANGED') : earlier ? 'PRINTED_AGAIN' : 'ADDED',
      subject: subjectOf(about[at]!),
      before: earlier ? textOf(earlier as object as Said) : null,
      after: textOf(print.columns),
    };
  });
  const count = (outcome: Difference['outcome']): number => all.filter((one) => one.outcome === outcome).length;
  return {
    added: count('ADDED'),
    printedAgain: count('PRINTED_AGAIN'),
    changed: count('CHANGED'),
    left: count('LEFT'),
    differences: all.filter(({ outcome }) => outcome !== 'LEFT').slice(0, most),
  };
}

const subjectOf = ({ row: { cells }, ids }: About): string =>
  [cells.indicator, cells.territory, ids.breakdown, periodCode(cells.period), cells.set_by, cells.target]
    .filter(Boolean)
    .join(' ');

function textOf(print: Said): string {
  if (print.is_withdrawal) return 'withdrawn';
  const number = print.value ?? (print.low === null ? 'no number' : `${print.low}..${print.high}`);
  return [number, print.unit_multiplier ? `×10^${print.unit_multiplier}` : null, print.qualifier]
    .filter((part) => part !== null)
    .join(' ');
}
