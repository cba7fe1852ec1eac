import { expect, test } from '@jest/globals';
import { basePeriod } from '../src/features/observations/comparison.js';
import type { ComparisonBasis } from '../src/features/observations/print.entity.js';
import { parsePeriod, periodCode } from '../src/kernel/period.js';

test.each<[ComparisonBasis, string, string]>([
  ['SAME_PERIOD_LAST_YEAR', '2024-M06', '2023-M06'],
  ['SAME_PERIOD_LAST_YEAR', '2024-M02', '2023-M02'],
  ['SAME_PERIOD_LAST_YEAR', '2025-M02', '2024-M02'],
  ['SAME_PERIOD_LAST_YEAR', '2024-Q1', '2023-Q1'],
  ['SAME_PERIOD_LAST_YEAR', '2024-S2', '2023-S2'],
  ['SAME_PERIOD_LAST_YEAR', '2024', '2023'],
  ['SAME_PERIOD_LAST_YEAR', '2024-YTD10', '2023-YTD10'],
  ['SAME_PERIOD_LAST_YEAR', '2025-YTD02', '2024-YTD02'],
  ['SAME_PERIOD_LAST_YEAR', '2024-02-01/P5M', '2023-02-01/P5M'],
  ['SAME_PERIOD_LAST_YEAR', '2023-03-01/P12M', '2022-03-01/P1Y'],
  ['SAME_PERIOD_LAST_YEAR', '2024-02-29/P1D', '2023-02-28/P1D'],
  ['SAME_PERIOD_LAST_YEAR', '2025-01-01/P52D', '2024-01-01/P52D'],
  ['PREVIOUS_PERIOD', '2024-M03', '2024-M02'],
  ['PREVIOUS_PERIOD', '2024-M01', '2023-M12'],
  ['PREVIOUS_PERIOD', '2024-Q1', '2023-Q4'],
  ['PREVIOUS_PERIOD', '2024-S2', '2024-S1'],
  ['PREVIOUS_PERIOD', '2024', '2023'],
  ['DECEMBER_LAST_YEAR', '2024-M06', '2023-M12'],
  ['DECEMBER_LAST_YEAR', '2024-M01', '2023-M12'],
  ['DECEMBER_LAST_YEAR', '2024-M12', '2023-M12'],
])('on the basis %s a figure of %s is compared with that of %s', (basis, of, expected) => {
  const base = basePeriod(basis, parsePeriod(of));
  expect(typeof base === 'string' ? base : periodCode(base)).toBe(expected);
});

test.each<[ComparisonBasis, string, string]>([
  ['PREVIOUS_PERIOD', '2024-YTD10', 'NO_PREVIOUS_PERIOD'],
  ['PREVIOUS_PERIOD', '2024-YTD02', 'NO_PREVIOUS_PERIOD'],
  ['DECEMBER_LAST_YEAR', '2024-Q1', 'NOT_COMPUTABLE'],
  ['DECEMBER_LAST_YEAR', '2024', 'NOT_COMPUTABLE'],
  ['ANNUAL_AVERAGE', '2021-01-01/P2Y', 'NOT_COMPUTABLE'],
])('on the basis %s a figure of %s has nothing to be compared with: %s', (basis, of, reason) => {
  expect(basePeriod(basis, parsePeriod(of))).toBe(reason);
});
