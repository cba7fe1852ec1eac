import type { Decimal } from '../../kernel/decimal.js';

/** A number as it was printed. */
export interface Printed {
  value: Decimal;
  unit_multiplier: number;
}

/** It with its power of ten: `3300.63 × 10^9`. */
export const amountOf = ({ value, unit_multiplier }: Printed): string =>
  unit_multiplier === 0 ? value : `${value} × 10^${unit_multiplier}`;
