import { expect, test } from '@jest/globals';
import { isDecimal, percentOf, rescale, shift } from '../../src/kernel/decimal.js';
import { changePercent, type ChangeForm } from '../../src/kernel/printed-change.js';

test.each([
  ['3300.63', 9, '3300630000000'],
  ['47.0', 0, '47.0'],
  ['47.0', 1, '470'],
  ['0.05', 1, '0.5'],
  ['-0.25', 1, '-2.5'],
  ['1.2345', 2, '123.45'],
  ['50', 6, '50000000'],
])('%s × 10^%i is exactly %s', (value, power, expected) => {
  expect(shift(value, power)).toBe(expected);
});

test('3 of 10^15 beside 10^12 reads 3000', () => {
  expect(rescale('3', 15, 12)).toBe('3000');
});

test.each([
  ['2', '3', '66.67'],
  ['2', '10', '20'],
  ['1', '8', '12.5'],
  ['1', '3', '33.33'],
  ['1005', '100000', '1.01'],
  ['-1', '3', '-33.33'],
  ['3300630000000', '6000000000000', '55.01'],
])('%s of a plan of %s is %s %: half up, two places, no needless zeros', (part, whole, expected) => {
  expect(percentOf(part, whole)).toBe(expected);
});

test('a share of nothing does not exist', () => {
  expect(percentOf('2', '0.0')).toBeNull();
});

test.each<[ChangeForm, string | null, string | null]>([
  ['PERCENT', '9.00', '9.00'],
  ['INDEX', '101.2', '1.2'],
  ['INDEX', '96.85', '-3.15'],
  ['RATIO', '6', '500'],
  ['RATIO', '2.3', '130'],
  ['RATIO', '0.5', '-50'],
  ['POINTS', '1.5', null],
  ['RANGE', null, null],
])('a change printed as %s %s is a growth of %s percent', (form, value, percent) => {
  expect(changePercent({ form, value })).toBe(percent);
});

test.each(['', '.5', '5.', '1e3', '1,000', '+1', 'NaN', ' 1', '1'.repeat(61), '１'])('%j is not a decimal', (text) => {
  expect(isDecimal(text)).toBe(false);
});
