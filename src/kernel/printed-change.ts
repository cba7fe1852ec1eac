import { Big } from 'big.js';
import type { Decimal } from './decimal.js';
import { indexOf } from './growth.js';

/** A word printed before a number that makes it inexact: gần, hơn or trên, khoảng. */
export type Qualifier = 'NEARLY' | 'OVER' | 'ABOUT';

/** How a change was written: tăng x %, bằng x %, gấp x lần, điểm phần trăm, x–y %. */
export type ChangeForm = 'PERCENT' | 'INDEX' | 'RATIO' | 'POINTS' | 'RANGE';

export interface PrintedNumber {
  form: ChangeForm;
  value: Decimal | null;
}

/** The growth in percent that a printed change states, exactly: *gấp 6 lần* is 500. Null for points and ranges. */
export function changePercent({ form, value }: PrintedNumber): Decimal | null {
  if (value === null) return null;
  switch (form) {
    case 'PERCENT':
      return value;
    case 'INDEX':
      return new Big(value).minus(100).toFixed();
    case 'RATIO':
      return new Big(value).minus(1).times(100).toFixed();
    default:
      return null;
  }
}

/** The index number that a printed change states, exactly; one printed as such keeps its digits. Null for points and ranges. */
export function changeIndex(change: PrintedNumber): Decimal | null {
  if (change.form === 'INDEX') return change.value;
  const percent = changePercent(change);
  return percent && indexOf(percent);
}

/** The percentage points that a printed change states; null for the other forms. */
export const changePoints = ({ form, value }: PrintedNumber): Decimal | null => (form === 'POINTS' ? value : null);
