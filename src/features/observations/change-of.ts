import type { Context } from '../../kernel/context.js';
import { type BaseFigure, changeBaseLoader } from './change-base.loader.js';
import { Change, type ChangeMethod } from './change.type.js';
import { basePeriod, comparison, computed, none } from './comparison.js';
import type { Observation } from './observation.type.js';
import type { ComparisonBasis } from './print.entity.js';

/** How a figure compares: as printed, as computed, or without a method as printed, else as computed. */
export function changeOf(
  context: Context,
  figure: Observation,
  basis: ComparisonBasis,
  method: ChangeMethod | null,
): Change | Promise<Change> {
  const print = method === 'COMPUTED' ? null : figure.stating(basis);
  if (print) return Change.printed(basis, print, figure);
  if (method === 'PUBLISHED') return Change.computed(basis, none('NOT_PUBLISHED'), figure);
  const made = comparison(basis, figure);
  if ('reason' in made) return Change.computed(basis, made, figure);
  return changeBaseLoader(context, figure.parts.asOf)
    .load({ figure, period: made })
    .then((base) => Change.computed(basis, computed(figure, made, base), figure));
}

/** The figure that another is compared with, whatever can be said of the two. */
export async function baseOf(
  context: Context,
  figure: Observation,
  basis: ComparisonBasis,
): Promise<BaseFigure | null> {
  const period = basePeriod(basis, figure.period);
  return typeof period === 'string' ? null : changeBaseLoader(context, figure.parts.asOf).load({ figure, period });
}
