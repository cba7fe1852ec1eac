import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Verdict } from '../src/cli/doctor/diagnosis.js';
import { forgotten } from '../src/cli/doctor/forgotten.js';
import { integrity } from '../src/cli/doctor/integrity.js';
import { testServer } from './support/server.js';

const server = testServer();
const looks = { ...integrity, ...forgotten };

class Undo extends Error {}

/** What a look finds once these statements have run; afterwards nothing of it has happened. */
async function after(check: string, statements: readonly string[]): Promise<Verdict> {
  let found: Verdict | null = null;
  const undone = server.database.db.transaction().execute(async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
    found = await looks[check]!({ db, isEmbedded: server.database.isEmbedded });
    throw new Undo();
  });
  await undone.catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
  return found!;
}

const past = (table: string, statement: string): string[] => [
  `alter table ${table} disable trigger user`,
  statement,
  `alter table ${table} enable trigger user`,
];

/** What somebody did past the triggers, or forgot; and what is said of it. */
const BROKEN: Record<string, [string[], string]> = {
  triggers: [['alter table audit_event disable trigger append_only'], '(1; the first: audit_event.append_only).'],
  constraints: [['alter table unit add constraint odd check (id > 0) not valid'], '(1; the first: unit.odd).'],
  'data version': [['delete from data_change'], 'Changes are not counted by one row'],
  'identity of prints': [
    past('print', 'update print set period_days = period_days + 1 where id = (select min(id) from print)'),
    'Prints say another figure than the one they belong to (1; ',
  ],
  series: [['delete from series'], 'Figures belong to no series'],
  'what releases mention': [
    ["delete from release_mention where kind = 'SOURCE'"],
    'so that what is published stays hidden',
  ],
  'what releases do not mention': [
    ["insert into release_mention select min(id), 'SOURCE', (select max(id) + 1000 from source) from release"],
    'so that what is hidden may show',
  ],
  'cited sources': [
    past('source', 'update source set publisher_id = null where id = (select min(source_id) from print)'),
    'Cited sources have no publisher or no date (1; ',
  ],
  drafts: [
    [
      "insert into release (code, title_vi) values ('FORGOTTEN', 'Quên')",
      "insert into audit_event (at, actor, action, kind, code) values (now() - interval '91 days', 'Lan', 'release.create', 'release', 'FORGOTTEN')",
    ],
    '1 draft older than 90 days: FORGOTTEN.',
  ],
  keys: [
    [
      `insert into api_key (name, prefix, hash, role, expires_at) values
        ('Lan', 'sol_a', repeat('0', 64), 'EDITOR', now() - interval '1 day'),
        ('An', 'sol_b', repeat('1', 64), 'EDITOR', now() + interval '13 days')`,
    ],
    '1 key expired: Lan. 1 key to expire within 14 days: An.',
  ],
};

test('a database that nobody went past has nothing that was broken or forgotten', async () => {
  const states = await Promise.all(Object.keys(looks).map(async (check) => [check, (await after(check, [])).state]));
  expect(Object.fromEntries(states)).toEqual(Object.fromEntries(Object.keys(looks).map((check) => [check, 'ok'])));
});

test.each(Object.keys(looks))('doctor sees what is wrong with: %s', async (check) => {
  const [statements, said] = BROKEN[check]!;
  expect(await after(check, statements)).toMatchObject({
    state: check in integrity ? 'error' : 'warning',
    message: expect.stringContaining(said),
    remedy: expect.any(String),
  });
});
