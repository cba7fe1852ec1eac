import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { shaped } from '../src/kernel/shaped.js';
import { testServer } from './support/server.js';

const server = testServer();

interface Values {
  from: number;
  to: number | null;
}

const numbers = shaped<{ ends: boolean }, Values, { number: number }>(
  ({ ends }, { from, to }) => sql`
    select number from generate_series(${from}::integer, 9) number where true ${ends ? sql`and number <= ${to}` : sql``}`,
);

const asked = async (ends: boolean, values: Values): Promise<number[]> =>
  (await numbers(server.database.db, { ends }, values)).map(({ number }) => number);

test('a statement is asked with the values of the moment, in each of its shapes', async () => {
  const turns = [
    await asked(true, { from: 3, to: 4 }),
    await asked(false, { from: 8, to: null }),
    await asked(true, { from: 5, to: 5 }),
    await asked(false, { from: 9, to: null }),
  ];
  expect(turns).toEqual([[3, 4], [8, 9], [5], [9]]);
});

test('a value of one asking that would be kept for all others is refused', async () => {
  const frozen = shaped<object, object, object>(() => sql`select ${'2026-01-01'}::date as day`);
  await expect(frozen(server.database.db, {}, {})).rejects.toThrow(
    '2026-01-01 would be kept in a statement that others ask: it belongs to the shape or the values.',
  );
});
