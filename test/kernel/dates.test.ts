import { expect, test } from '@jest/globals';
import { addDays, dayOf, daysBetween, isDay } from '../../src/kernel/day.js';
import { parseAsOf } from '../../src/kernel/moment.js';
import { parseUncertainDate } from '../../src/kernel/uncertain-date.js';

test.each([
  ['2024', 'YEAR', '2024-01-01', '2024-12-31'],
  ['2024-Q3', 'QUARTER', '2024-07-01', '2024-09-30'],
  ['2024-02', 'MONTH', '2024-02-01', '2024-02-29'],
  ['2024-06-06', 'DAY', '2024-06-06', '2024-06-06'],
  ['2024-04/2024-05', 'RANGE', '2024-04-01', '2024-05-31'],
  ['2024-Q3/2024-Q4', 'RANGE', '2024-07-01', '2024-12-31'],
])('%s is known to the %s: between %s and %s', (date, precision, earliest, latest) => {
  expect(parseUncertainDate(date)).toEqual({ date, precision, earliest, latest, inferred: false });
});

test.each(['', '2024-13', '2024-02-30', '2024-Q5', '2024-05/2024-04', '2024/2025/2026', '06/06/2024', '999'])(
  '%j is no date, and the refusal names it',
  (text) => {
    expect(() => parseUncertainDate(text)).toThrow(`"${text}" is not a date`);
  },
);

test.each([
  ['2024-06-06T09:30:00+07:00', '2024-06-06T02:30:00.000000Z'],
  ['2024-06-06T02:30Z', '2024-06-06T02:30:00.000000Z'],
  ['2024-06-06T02:30:00.123456789Z', '2024-06-06T02:30:00.123456Z'],
  ['2024-06-06', '2024-06-06T16:59:59.999999Z'],
])('%s means %s: a day means its end in Asia/Ho_Chi_Minh', (text, moment) => {
  expect(parseAsOf(text)).toBe(moment);
});

test.each(['', 'now', '2024-06-06T09:30:00', '2024-06-31', '2024-06-06T25:00:00Z', '2024-06-06 09:30:00Z', '1e9'])(
  '%j is no moment, and the refusal names it',
  (text) => {
    expect(() => parseAsOf(text)).toThrow(`"${text}" is not a moment`);
  },
);

test('the day in Asia/Ho_Chi_Minh begins at 17:00 UTC', () => {
  expect([dayOf('2024-06-06T16:59:59.999999Z'), dayOf('2024-06-06T17:00:00.000000Z')]).toEqual([
    '2024-06-06',
    '2024-06-07',
  ]);
});

test('days are counted over months and leap years', () => {
  expect([addDays('2024-02-28', 2), daysBetween('2024-01-01', '2025-01-01'), isDay('2023-02-29')]).toEqual([
    '2024-03-01',
    366,
    false,
  ]);
});
