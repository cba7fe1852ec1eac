import { Big } from 'big.js';

/** An exact decimal as text, in plain notation. */
export type Decimal = string;

const FORM = /^-?\d{1,60}(\.\d{1,60})?$/;

export const isDecimal = (text: string): boolean => FORM.test(text);

/** `value` × 10^`power`, exactly: the point moves, the printed digits stay. `power` is not negative. */
export function shift(value: Decimal, power: number): Decimal {
  if (power === 0) return value;
  const sign = value.startsWith('-') ? '-' : '';
  const [whole, fraction = ''] = value.slice(sign.length).split('.') as [string, string?];
  const moved = whole + fraction.slice(0, power).padEnd(power, '0');
  const rest = fraction.slice(power);
  return sign + moved.replace(/^0+(?=\d)/, '') + (rest === '' ? '' : `.${rest}`);
}

/** `value` in 10^`to` when it was written in 10^`from`, exactly and without needless zeros where the point moves. */
export function rescale(value: Decimal, from: number, to: number): Decimal {
  if (from >= to) return shift(value, from - to);
  return new Big(value).times(new Big(10).pow(from - to)).toFixed();
}

/** The exact sum, without needless zeros. */
export const sum = (values: readonly Decimal[]): Decimal =>
  values.reduce((total, value) => total.plus(value), new Big(0)).toFixed();

/** `part` in percent of `whole`, rounded half up to two places, trailing zeros dropped; null where `whole` is zero. */
export function percentOf(part: Decimal, whole: Decimal): Decimal | null {
  if (new Big(whole).eq(0)) return null;
  return Number.isFinite(Number(whole)) ? ratio(part, whole) : null;
}

function ratio(part: Decimal, whole: Decimal): Decimal {
  // Enough places before the last rounding that rounding twice cannot differ.
  const Exact = Big();
  Exact.DP = 120;
  Exact.RM = 0;
  const percent = new Exact(part).times(100).div(whole);
  return new Big(percent.round(2, 1)).toFixed();
}
