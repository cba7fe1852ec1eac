import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import type { Database } from '../../src/kernel/database.js';
import { buildIfStale } from './process.js';

const BUILT = fileURLToPath(new URL('../../dist/', import.meta.url));
const HOUR_MS = 3_600_000;

/** The clock of a process, ahead or behind. */
const clockOff = (byMs: number): string =>
  `data:text/javascript,${encodeURIComponent(`const now = Date.now;
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...given) { super(...(given.length === 0 ? [now() + ${byMs}] : given)); }
      static now() { return now() + ${byMs}; }
    };`)}`;

const SCRIPT = `
  const from = (path) => import(${JSON.stringify(BUILT)} + path);
  await import('reflect-metadata');
  const [{ openDatabase }, { entities }, { migrations }, { writing }, { publishRelease }] = await Promise.all([
    from('src/kernel/database.js'), from('src/entities.js'), from('schema/migrations/list.js'),
    from('src/features/audit/writing.js'), from('src/features/publishing/publish-release.mutation.js')]);
  const database = await openDatabase({ url: process.env.URL_OF_TEST, poolSize: 1, entities, migrations });
  const actor = { role: 'PUBLISHER', name: 'a process', keyId: null };
  const told = await writing(database.db, actor, (one) => publishRelease(one, process.env.CODE_OF_TEST, []))
    .then(() => 'PUBLISHED', (error) => error.reason ?? String(error));
  process.stdout.write(told);
  await database.close();`;

/** Publishes a release in as many processes at once, each with a clock that is wrong by an hour; what each was told. */
export async function publishInProcesses({ db }: Database, code: string, count: number): Promise<string[]> {
  buildIfStale();
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  const url = Object.assign(new URL(process.env['DATABASE_URL']!), { pathname: `/${rows[0]!.name}` }).href;
  const env = { ...process.env, URL_OF_TEST: url, CODE_OF_TEST: code };
  const running = Array.from({ length: count }, (_, at) => {
    const clock = clockOff(at % 2 === 0 ? HOUR_MS : -HOUR_MS);
    return promisify(execFile)(process.execPath, ['--import', clock, '--input-type=module', '-e', SCRIPT], { env });
  });
  return (await Promise.all(running)).map(({ stdout }) => stdout);
}
