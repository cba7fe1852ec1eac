import { type Decimal, shift } from './decimal.js';
import type { Language } from './language.js';

/** A printed number as the language writes it, digits and all: *3.300,63*; *3,300.63*. */
export function writtenNumber(value: Decimal, language: Language): string {
  const [thousands, point] = language === 'EN' ? [',', '.'] : ['.', ','];
  const isNegative = value.startsWith('-');
  const [whole, fraction] = value.slice(isNegative ? 1 : 0).split('.') as [string, string?];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return (isNegative ? '−' : '') + grouped + (fraction === undefined ? '' : point + fraction);
}

const SCALES: readonly [power: number, vietnamese: string, english: string][] = [
  [15, 'triệu tỷ', 'quadrillion'],
  [12, 'nghìn tỷ', 'trillion'],
  [9, 'tỷ', 'billion'],
  [6, 'triệu', 'million'],
  [3, 'nghìn', 'thousand'],
  [0, '', ''],
];

/** A number in a power of ten as people say it: 3300.63 in 9 is *3.300,63 tỷ*; *3,300.63 billion*. */
export function writtenQuantity(value: Decimal, power: number, language: Language): string {
  const [named, vietnamese, english] = SCALES.find(([scale]) => scale <= power)!;
  const number = writtenNumber(shift(value, power - named), language);
  const scale = language === 'EN' ? english : vietnamese;
  return scale === '' ? number : `${number} ${scale}`;
}
