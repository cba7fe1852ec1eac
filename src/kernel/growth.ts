import { Big } from 'big.js';
import { type Decimal, percentOf } from './decimal.js';

/** `value` minus `base`, exactly. */
export const difference = (value: Decimal, base: Decimal): Decimal => plain(new Big(value).minus(base));

/**
 * Growth of `value` over `base` in percent, rounded to two places, halves away from zero, trailing zeros dropped.
 * Null where the base is zero or negative: no growth is measured from there.
 */
export function growthPercent(value: Decimal, base: Decimal): Decimal | null {
  if (new Big(base).lte(0)) return null;
  const percent = percentOf(difference(value, base), base);
  return percent && plain(new Big(percent));
}

/** The index number that a growth in percent is the same as: 10.9 is 110.9. */
export const indexOf = (percent: Decimal): Decimal => plain(new Big(percent).plus(100));

/** Zero has no sign. */
const plain = (number: Big): Decimal => (number.eq(0) ? '0' : number.toFixed());
