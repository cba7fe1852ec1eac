import { describe, expect, test } from '@jest/globals';
import { certifierOn, mayHaveCertified, type Stars, starsOfScore } from '../src/features/products/certifiers.js';
import { parseUncertainDate } from '../src/kernel/uncertain-date.js';

describe('who certifies changes with the rules', () => {
  test.each<[Stars, string, string | null]>([
    [3, '2023-02-23', null],
    [3, '2023-02-24', 'DISTRICT'],
    [4, '2023-02-24', 'PROVINCE'],
    [5, '2023-02-24', 'CENTRAL'],
    [3, '2025-07-05', 'DISTRICT'],
    [3, '2025-07-06', 'PROVINCE'],
    [4, '2025-07-06', 'PROVINCE'],
    [5, '2025-07-06', 'CENTRAL'],
    [2, '2025-07-06', null],
    [1, '2023-02-24', null],
  ])('%i stars on %s: %s', (stars, day, level) => {
    expect(certifierOn(stars, day)).toBe(level);
  });
});

describe('an authority may have certified if it did on one of the possible days', () => {
  test.each<[string, Stars, 'DISTRICT' | 'PROVINCE' | 'CENTRAL', string, boolean]>([
    ['a district gives three stars', 3, 'DISTRICT', '2024', true],
    ['but not four', 4, 'DISTRICT', '2024', false],
    ['nor three once districts had ended', 3, 'DISTRICT', '2025-07-06', false],
    ['while a year that began before leaves it open', 3, 'DISTRICT', '2025', true],
    ['so does a month', 3, 'DISTRICT', '2025-07', true],
    ['a province gives three only since then', 3, 'PROVINCE', '2025-06', false],
    ['which a year that ended after leaves open', 3, 'PROVINCE', '2025', true],
    ['or a range around both changes', 3, 'PROVINCE', '2023-03/2026', true],
    ['a province never gives five', 5, 'PROVINCE', '2023-12-27', false],
    ['nobody is ruled out before the first rule', 5, 'DISTRICT', '2022', true],
    ['nor in a year that began before it', 4, 'DISTRICT', '2023', true],
  ])('%s', (_, stars, level, issued, is) => {
    expect(mayHaveCertified(stars, level, parseUncertainDate(issued))).toBe(is);
  });
});

test.each<[number, Stars]>([
  [0, 1],
  [29.99, 1],
  [30, 2],
  [49.9, 2],
  [50, 3],
  [69.99, 3],
  [70, 4],
  [89.99, 4],
  [90, 5],
  [100, 5],
])('a score of %d is worth %i stars by the bands of 148/QĐ-TTg', (score, stars) => {
  expect(starsOfScore(score, [0, 30, 50, 70, 90])).toBe(stars);
});
