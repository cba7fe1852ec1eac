import { Big } from 'big.js';
import type { z } from 'zod';
import type { ObservationStatus } from '../src/features/observations/print.entity.js';
import type { PlanTarget } from '../src/features/plans/plan.entity.js';
import { type ChangeCells, changesOf } from './changes.js';

/** The column to blame, whether it breaks the rule, and the rule. */
export type Rule<C> = readonly [column: string, isBroken: (cells: C) => boolean, rule: string];

/** Checks that look at more than one cell; the tables hold the same rules, but cannot name the row. */
export const broken =
  <C>(rules: readonly Rule<C>[]) =>
  (cells: C, context: z.RefinementCtx): void => {
    for (const [column, isBroken, message] of rules) {
      if (isBroken(cells)) context.addIssue({ code: 'custom', path: [column], message });
    }
  };

interface Statement {
  value: string | null;
  unit_multiplier: number | null;
  qualifier: string | null;
  corrects: string | null;
  is_withdrawal: boolean;
  reason_vi: string | null;
}

const statementRules: readonly Rule<Statement>[] = [
  [
    'reason_vi',
    (row) => (row.corrects !== null || row.is_withdrawal) && row.reason_vi === null,
    'is empty: a correction or a withdrawal says why.',
  ],
  ['value', (row) => row.is_withdrawal && row.value !== null, 'a withdrawal states nothing: leave it empty.'],
];

type PrintStatement = Statement &
  ChangeCells & {
    status: ObservationStatus;
  };

const statesChange = (row: PrintStatement): boolean => Object.keys(changesOf(row)).length > 0;

const MISSING: readonly ObservationStatus[] = ['MISSING', 'NOT_COLLECTED', 'NOT_APPLICABLE', 'SUPPRESSED'];

export const printRules: readonly Rule<PrintStatement>[] = [
  ...statementRules,
  [
    'unit_multiplier',
    (row) => row.value !== null && row.unit_multiplier === null,
    'is empty: a value needs its power of ten, 0 where there is none.',
  ],
  ['unit_multiplier', (row) => row.value === null && row.unit_multiplier !== null, 'is given, but there is no value.'],
  [
    'qualifier',
    (row) => row.qualifier !== null && row.value === null,
    'is given, but there is no value; that of a change stands behind the change.',
  ],
  [
    'status',
    (row) => MISSING.includes(row.status) && row.value !== null,
    'says that there is no figure, but there is a value.',
  ],
  [
    'status',
    (row) => MISSING.includes(row.status) && statesChange(row),
    'says that there is no figure, but a change is stated.',
  ],
  ['is_withdrawal', (row) => row.is_withdrawal && statesChange(row), 'a withdrawal states no change.'],
];

interface PlanStatement extends Statement {
  target: PlanTarget;
  low: string | null;
  high: string | null;
}

const statesNumber = (row: PlanStatement): boolean => row.value !== null || row.low !== null || row.high !== null;

export const planRules: readonly Rule<PlanStatement>[] = [
  ...statementRules,
  ['high', (row) => (row.low === null) !== (row.high === null), 'a range has both ends, low and high.'],
  ['high', ({ low, high }) => low !== null && high !== null && new Big(low).gt(high), 'is less than low.'],
  ['value', (row) => row.value !== null && row.low !== null, 'a target is a value or a range, not both.'],
  [
    'unit_multiplier',
    (row) => row.target === 'LEVEL' && statesNumber(row) !== (row.unit_multiplier !== null),
    'goes with the number of a LEVEL: give both or none.',
  ],
  [
    'unit_multiplier',
    (row) => row.target === 'GROWTH' && row.unit_multiplier !== null,
    'is given, but a GROWTH is in percent.',
  ],
  ['qualifier', (row) => row.qualifier !== null && !statesNumber(row), 'is given, but there is no number.'],
];
