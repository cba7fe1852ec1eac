import { expect, test } from '@jest/globals';
import { difference, growthPercent, indexOf } from '../../src/kernel/growth.js';
import { type ChangeForm, changeIndex, changePoints } from '../../src/kernel/printed-change.js';

test.each([
  ['3416800000000000', '3016800000000000', '13.26'],
  ['110', '100', '10'],
  ['112.50', '100', '12.5'],
  ['100', '100.0', '0'],
  ['75', '100', '-25'],
  ['0', '100', '-100'],
  ['-50', '100', '-150'],
  ['2', '3', '-33.33'],
  ['100.005', '100', '0.01'],
  ['100.0049999999999999999999', '100', '0'],
  ['99.995', '100', '-0.01'],
  ['99.9950000000000000000001', '100', '0'],
  ['0.3', '0.1', '200'],
  ['1', '0.000001', '99999900'],
  ['100000000000000000000000000000000000000001', '100000000000000000000000000000000000000000', '0'],
])('%s after %s is a growth of %s %%', (value, base, percent) => {
  expect(growthPercent(value, base)).toBe(percent);
});

test.each(['0', '0.00', '-5'])('from %s nothing grows', (base) => {
  expect(growthPercent('5', base)).toBeNull();
});

test.each([
  ['40.1', '47.0', '-6.9'],
  ['47.0', '47', '0'],
  ['0.3', '0.1', '0.2'],
  ['5', '-5', '10'],
  ['100000000000000000000000000000000000000001', '100000000000000000000000000000000000000000', '1'],
])('%s less %s is exactly %s', (value, base, expected) => {
  expect(difference(value, base)).toBe(expected);
});

test.each([
  ['10.9', '110.9'],
  ['-10.98', '89.02'],
  ['-100', '0'],
  ['9.00', '109'],
])('a growth of %s %% is an index of %s', (percent, index) => {
  expect(indexOf(percent)).toBe(index);
});

test.each<[ChangeForm, string | null, string | null, string | null]>([
  ['PERCENT', '14.45', '114.45', null],
  ['INDEX', '101.20', '101.20', null],
  ['RATIO', '6', '600', null],
  ['RATIO', '2.3', '230', null],
  ['POINTS', '-0.50', null, '-0.50'],
  ['RANGE', null, null, null],
])('a change printed as %s %s is an index of %s and %s percentage points', (form, value, index, points) => {
  expect([changeIndex({ form, value }), changePoints({ form, value })]).toEqual([index, points]);
});
