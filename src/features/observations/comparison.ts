import type { Decimal } from '../../kernel/decimal.js';
import { difference, growthPercent } from '../../kernel/growth.js';
import { type Period, periodKind, previousPeriod, samePeriodLastYear } from '../../kernel/period.js';
import type { Qualifier } from '../../kernel/printed-change.js';
import type { Indicator } from '../indicators/indicator.type.js';
import type { Territory } from '../territories/territory.type.js';
import type { ChangeReason } from './change-reason.type.js';
import type { ComparisonBasis } from './print.entity.js';

/** A number that stands, in the unit itself; null where there is none. */
export interface Operand {
  scaledValue: Decimal | null;
  qualifier: Qualifier | null;
}

/** A figure, as far as comparing it goes. */
export interface Compared extends Operand {
  indicator: Indicator;
  territory: Territory;
  period: Period;
}

export interface Base extends Operand {
  /** Whether the series breaks after it, up to the figure compared. */
  isAcrossBreak: boolean;
}

/** What arithmetic says of a figure and its base; `reason` where it says no rate. */
export interface Computed {
  reason: ChangeReason | null;
  percent: Decimal | null;
  percentagePoints: Decimal | null;
  difference: Decimal | null;
}

/** A share or a rate in percent changes by percentage points; an index in percent grows like any index. */
export const isPercentage = ({ unit, kind }: Indicator): boolean => unit.code === 'PERCENT' && kind !== 'INDEX';

/** The interval that a figure is compared with; else why there is none. */
export function basePeriod(basis: ComparisonBasis, period: Period): Period | ChangeReason {
  switch (basis) {
    case 'SAME_PERIOD_LAST_YEAR':
      return samePeriodLastYear(period);
    case 'PREVIOUS_PERIOD':
      return previousPeriod(period) ?? 'NO_PREVIOUS_PERIOD';
    case 'DECEMBER_LAST_YEAR':
      return periodKind(period) === 'MONTH' ? decemberBefore(period) : 'NOT_COMPUTABLE';
    default:
      return 'NOT_COMPUTABLE';
  }
}

function decemberBefore({ start }: Period): Period {
  const year = String(Number(start.slice(0, 4)) - 1).padStart(4, '0');
  return { start: `${year}-12-01`, end: `${year}-12-31` };
}

/** What can be said of a change before its base is read: everything, or the interval of the base. */
export function comparison(basis: ComparisonBasis, figure: Compared): Computed | Period {
  if (basis === 'BASE_PERIOD') return againstBaseYear(figure);
  const period = basePeriod(basis, figure.period);
  if (typeof period === 'string') return none(period);
  const reason = unfitness(figure);
  return reason === null ? period : none(reason);
}

/** By definition an index is 100 in its base year. */
function againstBaseYear(figure: Compared): Computed {
  const { kind, baseYear } = figure.indicator;
  if (kind !== 'INDEX' || baseYear === null) return none('NOT_COMPUTABLE');
  const reason = unfitness(figure);
  return reason === null ? grown(figure, '100') : none(reason);
}

function unfitness({ scaledValue, qualifier, indicator }: Compared): ChangeReason | null {
  if (scaledValue === null) return 'NO_VALUE';
  if (indicator.kind === 'INDEX' && indicator.baseYear === null) return 'UNIT_CHANGED';
  return qualifier === null ? null : 'QUALIFIED_VALUE';
}

/** The change of a figure on the base found at `period`, if any was. */
export function computed(figure: Compared, period: Period, base: Base | null): Computed {
  const value = base?.scaledValue ?? null;
  if (value === null) return none(isOfOtherArea(figure, period) ? 'TERRITORY_CHANGED' : 'NO_BASE');
  if (base!.qualifier !== null) return none('QUALIFIED_VALUE');
  return base!.isAcrossBreak ? none('SERIES_BREAK') : grown(figure, value);
}

/** Whether the unit took its area over from others only after the period began. */
const isOfOtherArea = ({ territory }: Compared, { start }: Period): boolean =>
  territory.validFrom !== null && start < territory.validFrom && territory.links.predecessors.length > 0;

function grown({ scaledValue, indicator }: Compared, base: Decimal): Computed {
  const changed = difference(scaledValue!, base);
  if (isPercentage(indicator)) return { reason: null, percent: null, percentagePoints: changed, difference: changed };
  const percent = growthPercent(scaledValue!, base);
  const reason = percent === null ? 'BASE_NOT_POSITIVE' : null;
  return { reason, percent, percentagePoints: null, difference: changed };
}

export const none = (reason: ChangeReason): Computed => ({
  reason,
  percent: null,
  percentagePoints: null,
  difference: null,
});
