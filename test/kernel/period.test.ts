import { expect, test } from '@jest/globals';
import {
  isYearToDate,
  parseFromTo,
  parsePeriod,
  periodCode,
  periodDays,
  periodKind,
  previousPeriod,
  samePeriodLastYear,
} from '../../src/kernel/period.js';
import { periodLabel } from '../../src/kernel/period-label.js';

test.each([
  ['2024', '2024-01-01', '2024-12-31', 'YEAR'],
  ['2024-S1', '2024-01-01', '2024-06-30', 'HALF_YEAR'],
  ['2024-S2', '2024-07-01', '2024-12-31', 'HALF_YEAR'],
  ['2024-Q1', '2024-01-01', '2024-03-31', 'QUARTER'],
  ['2024-Q4', '2024-10-01', '2024-12-31', 'QUARTER'],
  ['2024-M02', '2024-02-01', '2024-02-29', 'MONTH'],
  ['2023-M12', '2023-12-01', '2023-12-31', 'MONTH'],
  ['2024-YTD10', '2024-01-01', '2024-10-31', 'YEAR_TO_DATE'],
  ['2024-YTD02', '2024-01-01', '2024-02-29', 'YEAR_TO_DATE'],
  ['2021-01-01/P2Y', '2021-01-01', '2022-12-31', 'SPAN'],
  ['2024-04-01/P6M', '2024-04-01', '2024-09-30', 'SPAN'],
  ['2024-06-15/P1Y', '2024-06-15', '2025-06-14', 'SPAN'],
  ['2024-06-15/P1M', '2024-06-15', '2024-07-14', 'SPAN'],
  ['2025-01-01/P52D', '2025-01-01', '2025-02-21', 'SPAN'],
])('%s is the canonical code of %s to %s, a %s', (code, start, end, kind) => {
  const period = parsePeriod(code);
  expect([period, periodCode(period), periodKind(period)]).toEqual([{ start, end }, code, kind]);
});

test.each([
  ['2024-06', '2024-M06'],
  ['2024-H1', '2024-S1'],
  ['2024-YTD06', '2024-S1'],
  ['2024-YTD6', '2024-S1'],
  ['2024-YTD01', '2024-M01'],
  ['2024-YTD03', '2024-Q1'],
  ['2024-YTD12', '2024'],
  ['2024-01-01/P6M', '2024-S1'],
  ['2024-01-01/P182D', '2024-S1'],
  ['2024-02-01/P29D', '2024-M02'],
  ['2021-01-01/P1Y12M', '2021-01-01/P2Y'],
])('%s is another way to write %s: the same interval is one period', (written, canonical) => {
  expect(periodCode(parsePeriod(written))).toBe(canonical);
});

test.each([
  '',
  '2024-13',
  '2024-M13',
  '2024-M00',
  '2024-Q5',
  '2024-Q0',
  '2024-S3',
  '2024-YTD13',
  '2024-YTD00',
  '24',
  '0999',
  '2024-06-31/P1D',
  '2024-02-30/P1M',
  '2024-01-01/P',
  '2024-01-01/P0D',
  '2024-01-01/P9999Y',
  '2024-01-01/PT1H',
  '2024-q2',
  '2024-06-06',
  ' 2024',
  '2024\u0000',
])('%j is no period, and the refusal names it', (text) => {
  expect(() => parsePeriod(text)).toThrow(`"${text}" is not a period`);
});

test.each([
  ['2024-M01', true],
  ['2024-YTD02', true],
  ['2024-Q1', true],
  ['2024-S1', true],
  ['2024-YTD10', true],
  ['2024', true],
  ['2024-M02', false],
  ['2024-Q2', false],
  ['2024-S2', false],
  ['2021-01-01/P2Y', false],
  ['2025-01-01/P52D', false],
])("%s runs from 1 January to a month's end: %s", (code, expected) => {
  expect(isYearToDate(parsePeriod(code))).toBe(expected);
});

test('a cumulative series has twelve points a year', () => {
  const codes = Array.from({ length: 12 }, (_, month) => `2024-YTD${String(month + 1).padStart(2, '0')}`);
  expect(codes.filter((code) => isYearToDate(parsePeriod(code)))).toHaveLength(12);
});

test.each([
  ['2024-M03', '2024-M02'],
  ['2024-M01', '2023-M12'],
  ['2024-Q1', '2023-Q4'],
  ['2024-S2', '2024-S1'],
  ['2024', '2023'],
  ['2021-01-01/P2Y', '2019-01-01/P2Y'],
])('before %s comes %s', (code, previous) => {
  expect(periodCode(previousPeriod(parsePeriod(code))!)).toBe(previous);
});

test('the period before a longer year-to-date is undefined', () => {
  expect(previousPeriod(parsePeriod('2024-YTD10'))).toBeNull();
});

test.each([
  ['2024-YTD10', '2023-YTD10'],
  ['2024-M02', '2023-M02'],
  ['2025-M02', '2024-M02'],
  ['2024-Q1', '2023-Q1'],
  ['2024', '2023'],
  ['2025-YTD02', '2024-YTD02'],
  ['2025-01-01/P52D', '2024-01-01/P52D'],
])('the same period last year of %s is %s', (code, lastYear) => {
  expect(periodCode(samePeriodLastYear(parsePeriod(code)))).toBe(lastYear);
});

test.each([
  ['2024-M06', 'Tháng 6 năm 2024', 'June 2024'],
  ['2024-Q2', 'Quý II năm 2024', 'Second quarter of 2024'],
  ['2024-S1', '6 tháng đầu năm 2024', 'First half of 2024'],
  ['2024-S2', '6 tháng cuối năm 2024', 'Second half of 2024'],
  ['2024', 'Năm 2024', '2024'],
  ['2024-YTD10', '10 tháng đầu năm 2024', 'First 10 months of 2024'],
  ['2021-01-01/P2Y', '2021–2022', '2021–2022'],
  ['2025-01-01/P52D', '1/1/2025 đến 21/2/2025', '1 January 2025 to 21 February 2025'],
])('people call %s %s, in English %s', (code, vietnamese, english) => {
  const period = parsePeriod(code);
  expect([periodLabel(period, 'VI'), periodLabel(period, 'EN')]).toEqual([vietnamese, english]);
});

test('the length of a period counts both its ends', () => {
  expect(periodDays(parsePeriod('2024-M02'))).toBe(29);
});

test('from and to take days or periods: the first day of one, the last day of the other', () => {
  expect(parseFromTo('2023-Q2', '2024')).toEqual({ from: '2023-04-01', to: '2024-12-31' });
  expect(parseFromTo('2023-04-15', null)).toEqual({ from: '2023-04-15', to: null });
});

test('from after to is an error that names both', () => {
  expect(() => parseFromTo('2024-Q2', '2024-Q1')).toThrow('from "2024-Q2" begins after to "2024-Q1" ends');
});
