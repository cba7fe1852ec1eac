import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { migrations } from '../schema/migrations/list.js';
import { backup } from '../src/backup/backup.js';
import { restore } from '../src/backup/restore.js';
import { restoreEmbedded } from '../src/backup/restore-embedded.js';
import { bringUpToDate, openEmbedded } from '../src/embedded.js';
import { entities } from '../src/entities.js';
import { writing } from '../src/features/audit/writing.js';
import { COMMAND_LINE } from '../src/kernel/actor.js';
import { type Database, openDatabase } from '../src/kernel/database.js';
import { attempt } from './support/attempt.js';
import { backedUp, folder, linesOf, sumsOf } from './support/moved.js';
import { type Answer, Server, serverOn, testServer } from './support/server.js';
import { copyOfTemplate } from './support/template.js';

const { path, remove } = folder();
const server = testServer();
const queries = fileURLToPath(new URL('queries', import.meta.url));

/** From the database of this run, to an embedded one, to the database of this run: across where that is a server. */
const embedded = new Server();
const back = new Server();
const drops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  await bringUpToDate(server.database);
  await fillBeside(server);
  const options = { mayReplace: false, actor: COMMAND_LINE };
  await restoreEmbedded(path('moved'), { ...options, file: await backedUp(server.database, path) });
  await serveOn(embedded, await openDatabase({ directory: path('moved/pg'), entities, migrations }));
  const empty = await copyOfTemplate(false);
  drops.push(empty.drop);
  await restore(empty.database, { ...options, file: await backedUp(embedded.database, path) });
  await serveOn(back, empty.database);
}, 240_000);

afterAll(async () => {
  await embedded.database.close();
  for (const drop of drops) await drop();
  remove();
}, 60_000);

async function serveOn(target: Server, database: Database): Promise<void> {
  Object.assign(target, await serverOn(database));
  drops.unshift(() => target.http.close());
}

/** A draft, a correction, a key and what was done with it. */
async function fillBeside({ database, figures }: Server): Promise<void> {
  const made = { indicator: 'MADE_OUTPUT', territory: 'VN', period: '2024-M05', value: '1.50' };
  await figures.print({
    ...made,
    release: 'MADE',
    source: 'MADE_SOURCE',
    sourceDate: '2024-06-10',
    note: 'two\nlines\t"\\N"',
  });
  await figures.print({
    ...made,
    release: 'DRAFTED',
    source: 'DRAFTED_SOURCE',
    sourceDate: '2024-07-10',
    value: '2.50',
  });
  await sql`update release set published_at = '2024-06-11' where code = 'MADE'`.execute(database.db);
  await sql`insert into api_key (name, prefix, hash, role) values ('Press office', 'sk_1', ${'a'.repeat(64)}, 'EDITOR')`.execute(
    database.db,
  );
  const deed = { action: 'key.create', kind: 'key', code: 'Press office', before: null, after: { role: 'EDITOR' } };
  await writing(database.db, COMMAND_LINE, ({ record }) => record(deed));
}

/** The documents that have an answer beside them. */
const agreed = readdirSync(queries)
  .filter((file) => file.endsWith('.json') && !file.endsWith('.variables.json'))
  .map((file) => file.replace('.json', ''));

function ask(name: string, of: Server): Promise<Answer<unknown>> {
  const variables = join(queries, `${name}.variables.json`);
  const given = existsSync(variables) ? readFileSync(variables, 'utf8') : '{}';
  const document = readFileSync(join(queries, `${name}.graphql`), 'utf8');
  return of.ask(document, JSON.parse(given) as Record<string, unknown>);
}

describe.each([
  ['an embedded database', embedded],
  ['a database made empty', back],
])('backup, then restore into %s', (_, restored) => {
  test.each(agreed)('%s answers as before', async (name) => {
    expect(await ask(name, restored)).toEqual(await ask(name, server));
  });

  test('every row and every number given is the same, drafts and hashes of keys too', async () => {
    expect(await sumsOf(restored.database)).toEqual(await sumsOf(server.database));
  });

  test('the audit trail goes on after the restore', async () => {
    const actions = async ({ database }: Server): Promise<string[]> => {
      const { rows } = await sql<{ action: string }>`select action from audit_event order by id`.execute(database.db);
      return rows.map(({ action }) => action);
    };
    const before = await actions(server);
    expect((await actions(restored)).slice(0, before.length + 1)).toEqual([...before, 'database.restore']);
  });

  test('a start changes nothing', async () => {
    await bringUpToDate(restored.database);
    expect(await sumsOf(restored.database)).toEqual(await sumsOf(server.database));
  });

  test.each([
    ['a published print stays what it is', `update print set value = 9 where value = 1.50`, '23001'],
    ['a draft may change', `update print set note_vi = 'x' where value = 2.50`, 'done'],
    ['the audit trail is append-only', `delete from audit_event`, '23001'],
    ['a reference leads somewhere', `insert into source_carrier values (0, 0, 0)`, '23503'],
    ['numbers go on', `insert into unit (code, name_vi) values ('AFTER', 'Sau')`, 'done'],
  ])('%s', async (_rule, statement, answer) => {
    expect(await attempt(restored.database, statement)).toBe(answer);
  });

  test('guards stand as the migrations made them', async () => {
    expect(await guardsOf(restored.database)).toEqual(await guardsOf(server.database));
  });
});

async function guardsOf({ db }: Database): Promise<unknown> {
  const { rows } = await sql`
    select conrelid::regclass::text as of, conname as name, pg_get_constraintdef(oid) as what, convalidated::text as state
      from pg_constraint where connamespace = current_schema()::regnamespace and contype <> 'n'
    union all
    select tgrelid::regclass::text, tgname, pg_get_triggerdef(oid), tgenabled::text from pg_trigger where not tgisinternal
    union all
    select tablename::text, indexname::text, indexdef, '' from pg_indexes where schemaname = current_schema()
    order by 1, 2, 3`.execute(db);
  return rows;
}

test('only its owner may read a backup, nothing is left beside it, and it is not overwritten', async () => {
  const file = path('owned.gz');
  await backup(server.database, file);
  expect([statSync(file).mode & 0o777, existsSync(`${file}.partial`)]).toEqual([0o600, false]);
  await expect(backup(server.database, file)).rejects.toMatchObject({ reason: 'CONFLICT' });
  await expect(backup(server.database, path('no/such/folder.gz'))).rejects.toMatchObject({
    message: `${path('no/such/folder.gz')} cannot be written: there is no such folder.`,
  });
});

describe('while others write', () => {
  const written = testServer({}, false);
  const codes = (lines: string[], table: string): string[] => {
    const from = lines.findIndex((line) => line.startsWith(`{"kind":"table","name":"${table}"`));
    const rows = lines.slice(
      from,
      lines.findIndex((line, at) => at > from && line.startsWith('{"kind":"end"')),
    );
    return rows.flatMap((row) => /"WRITTEN_\d+"/.exec(row) ?? []).sort();
  };

  test('a backup holds every change whole, or not at all', async () => {
    let [count, isOver] = [0, false];
    const write = async (): Promise<void> => {
      const code = `WRITTEN_${(count += 1)}`;
      await writing(written.database.db, COMMAND_LINE, async ({ db, record }) => {
        await record({ action: 'unit.create', kind: 'unit', code, before: null, after: { code } });
        await sql`insert into unit (code, name_vi) values (${code}, 'Đơn vị')`.execute(db);
      });
    };
    await write();
    const writer = (async () => {
      // The embedded database works within one turn of the event loop: files have theirs in between.
      while (!isOver) {
        await write();
        await turn();
      }
    })();
    const lines = linesOf(await backedUp(written.database, path));
    await write();
    isOver = true;
    await writer;
    const [recorded, units] = [codes(lines, 'audit_event'), codes(lines, 'unit')];
    expect([units.length > 0, units.length < count, units]).toEqual([true, true, recorded]);
  });
});

describe('what a directory holds already', () => {
  const directory = path('held');
  let file: string;
  beforeAll(async () => {
    file = await backedUp(server.database, path);
    await (await openEmbedded(directory)).close();
  }, 60_000);

  test('is replaced, in whatever order the database tells what there is', async () => {
    const { database, drop } = await copyOfTemplate(true);
    // Of a catalogue that it knows the database reads names by their index.
    await sql`vacuum analyze`.execute(database.db);
    const file = await backedUp(database, path);
    const before = await sumsOf(database);
    await restore(database, { file, mayReplace: true, actor: COMMAND_LINE });
    expect(await sumsOf(database)).toEqual(before);
    await drop();
  });

  test('stays, unless it is told that it may be replaced', async () => {
    await expect(restoreEmbedded(directory, { file, mayReplace: false, actor: COMMAND_LINE })).rejects.toMatchObject({
      reason: 'CONFLICT',
      message: expect.stringContaining('--replace'),
    });
  });

  test('is kept beside what replaces it, and a restore that was cut off there is finished by the next start', async () => {
    await restoreEmbedded(directory, { file, mayReplace: true, actor: COMMAND_LINE });
    expect(readdirSync(directory).sort()).toEqual(['pg', 'pg.before-restore']);
    await rename(join(directory, 'pg'), join(directory, 'pg.restored'));
    const database = await openEmbedded(directory);
    const sums = await sumsOf(database);
    await database.close();
    expect(sums).toEqual(await sumsOf(server.database));
  });
});
