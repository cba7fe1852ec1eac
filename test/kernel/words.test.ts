import { expect, test } from '@jest/globals';
import { languageOf, pick } from '../../src/kernel/language.js';
import { nearest, unknownCode } from '../../src/kernel/nearest.js';

test.each([
  [undefined, 'VI'],
  ['', 'VI'],
  ['en', 'EN'],
  ['en-GB,en;q=0.9,vi;q=0.8', 'EN'],
  ['vi,en;q=0.5', 'VI'],
  ['fr', 'VI'],
  ['*', 'VI'],
  ['%%%', 'VI'],
])('Accept-Language %j is answered in %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});

test('a missing translation falls back to Vietnamese', () => {
  expect([pick('EN', 'Số liệu', null), pick('EN', 'Số liệu', 'Figures'), pick('VI', 'Số liệu', 'Figures')]).toEqual([
    'Số liệu',
    'Figures',
    'Số liệu',
  ]);
});

test.each([
  ['EXPORT_TURNOVR', 'EXPORT_TURNOVER'],
  ['export_turnover', 'EXPORT_TURNOVER'],
  ['IIPP', 'IIP'],
  ['WEATHER', null],
  ['', null],
])('a typo %j means %j', (typed, meant) => {
  expect(nearest(typed, ['EXPORT_TURNOVER', 'IMPORT_TURNOVER', 'IIP'])).toBe(meant);
});

test('an unknown code is told with its argument and the nearest one', () => {
  expect(unknownCode('filter.indicators', 'indicator', 'IIPP', ['IIP', 'CPI']).extensions).toEqual({
    code: 'BAD_USER_INPUT',
    reason: 'UNKNOWN_CODE',
    argument: 'filter.indicators',
    value: 'IIPP',
    nearest: 'IIP',
  });
});
