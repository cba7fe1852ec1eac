import { beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { attempt } from './support/attempt.js';
import { testServer } from './support/server.js';

const server = testServer();

beforeAll(async () => {
  await server.figures.release('NEXT');
  await sql`insert into source (code, title) values ('UNDATED', 'Không ngày')`.execute(server.database.db);
});

/** Puts a print of the real figures into a release once more, with something else in it. */
const insert = (release: string, changed: Record<string, string>): Promise<string> => {
  const same = { observation_id: 'p.observation_id', source_id: 'p.source_id', value: 'p.value', locator: "'beside'" };
  const columns = { ...same, status: 'p.status', unit_multiplier: 'p.unit_multiplier', ...changed };
  return attempt(
    server.database,
    `insert into print (release_id, ${Object.keys(columns).join(', ')})
      select (select id from release where code = '${release}'), ${Object.values(columns).join(', ')}
      from print p where p.value is not null order by p.id limit 1`,
  );
};
const identity = (period: string): Record<string, string> => ({
  indicator_id: 'p.indicator_id',
  territory_id: 'p.territory_id',
  breakdown_id: 'p.breakdown_id',
  publisher_id: 'p.publisher_id',
  period_end: 'p.period_end',
  period_days: period,
});

test.each([
  ['a release that is out', 'INITIAL_LOAD', {}, '23001'],
  ['a document without a date', 'NEXT', { source_id: "(select id from source where code = 'UNDATED')" }, '23514'],
  ['another figure than the one it belongs to', 'NEXT', identity('p.period_days + 1'), '23514'],
])('a print is refused that goes to or names %s', async (_, release, changed, code) => {
  expect(await insert(release, changed)).toBe(code);
});

test('a print that tells of which figure it is, or does not, is taken', async () => {
  const told = await insert('NEXT', { ...identity('p.period_days'), locator: "'1'" });
  expect([told, await insert('NEXT', { locator: "'2'" })]).toEqual(['done', 'done']);
});

test('a series with figures stays, and so does what it names', async () => {
  const figure = `from observation o where (o.indicator_id, o.territory_id, o.breakdown_id, o.publisher_id)
    = (s.indicator_id, s.territory_id, s.breakdown_id, s.publisher_id)`;
  const series = await attempt(server.database, `delete from series s where exists (select ${figure})`);
  const unknown = await attempt(
    server.database,
    `insert into observation (indicator_id, territory_id, breakdown_id, period_start, period_end, publisher_id)
      select -1, territory_id, breakdown_id, period_start, period_end, publisher_id from observation limit 1`,
  );
  expect([series, unknown]).toEqual(['23503', '23503']);
});
