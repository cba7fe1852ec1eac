import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { restore } from '../src/backup/restore.js';
import { restoreEmbedded } from '../src/backup/restore-embedded.js';
import { COMMAND_LINE } from '../src/kernel/actor.js';
import { backedUp, folder, linesOf, sumsOf } from './support/moved.js';
import { testServer } from './support/server.js';

const { path, remove } = folder();
const server = testServer();
afterAll(remove);

let whole: Buffer;
let lines: string[];
let before: unknown;
beforeAll(async () => {
  const file = await backedUp(server.database, path);
  whole = readFileSync(file);
  lines = linesOf(file);
  // What the backup does not hold would be gone if anything of it were restored.
  await sql`insert into unit (code, name_vi) values ('AFTERWARDS', 'Sau')`.execute(server.database.db);
  before = await sumsOf(server.database);
});

const packed = (text: readonly string[]): Buffer => gzipSync(text.map((line) => `${line}\n`).join(''));
const without = (from: number, count = 1): Buffer => packed(lines.toSpliced(from, count));
const changed = (at: number, by: (line: string) => string): Buffer => packed(lines.with(at, by(lines[at]!)));
const startOf = (table: string): number =>
  lines.findIndex((line) => line.startsWith(`{"kind":"table","name":"${table}"`));

/** A line with some of it changed. */
const written = (line: string, change: object): string =>
  JSON.stringify({ ...(JSON.parse(line) as object), ...change });

/** As somebody would write it who makes the sums anew. */
function forged(text: readonly string[]): Buffer {
  const head = text.findLastIndex((line) => line.startsWith('{"kind":"table","name":"unit"'));
  const end = text.findIndex((line, at) => at > head && line.startsWith('{"kind":"end"'));
  const sha256 = (part: readonly string[]): string =>
    createHash('sha256').update(part.map((line) => `${line}\n`).join('')).digest('hex'); // prettier-ignore
  const rows = text.slice(head + 1, end);
  const mended = text.with(end, written(text[end]!, { rows: rows.length, sha256: sha256(rows) }));
  const footer = written(mended.at(-1)!, { sha256: sha256(mended.slice(0, -1)) });
  return packed(mended.with(-1, footer));
}

const flipped = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes);
  copy[Math.floor(copy.length / 2)]! ^= 0xff;
  return copy;
};

const rules: [string, () => Buffer, string][] = [
  ['a text', () => Buffer.from('Số liệu'), 'is not a backup of Solieu'],
  ['nothing', () => Buffer.alloc(0), 'is cut off: it ends before its footer'],
  ['something else that is packed', () => gzipSync('a,b\n1,2\n'), 'is not a backup of Solieu'],
  ['a file that was cut off', () => whole.subarray(0, whole.length >> 1), 'is cut off: it ends before its footer'],
  ['a file whose end is missing', () => without(lines.length - 1), 'is cut off: it ends after table'],
  ['a line that was cut off', () => gzipSync(lines.join('\n')), 'is cut off: its last line has no end'],
  ['a byte that is another', () => flipped(whole), 'is damaged'],
  [
    'a row that is another',
    () => changed(startOf('unit') + 1, (line) => line.replace('"', '"X')),
    'is damaged: the rows of unit are not those that were written',
  ],
  ['a row that is missing', () => without(startOf('unit') + 1), 'is damaged: the rows of unit'],
  ['a table that is missing', () => without(startOf('api_key'), 2), 'is damaged: its sums are not those of its footer'],
  ['rows of no table', () => without(startOf('unit')), 'is damaged after table'],
  ['something behind the footer', () => packed([...lines, lines[1]!]), 'is damaged: something follows its footer'],
  [
    'another format',
    () => changed(0, (line) => line.replace('"format":1', '"format":2')),
    'is in format 2, written by Solieu',
  ],
  [
    'a migration of a newer version',
    () => {
      const { migrations } = JSON.parse(lines[0]!) as { migrations: string[] };
      return forged(lines.with(0, written(lines[0]!, { migrations: [...migrations, '9999-newer'] })));
    },
    'which is newer: this one does not know 9999-newer',
  ],
  [
    'an order by what is no column',
    () => forged(lines.with(startOf('unit'), written(lines[startOf('unit')]!, { key: ['id, pg_sleep(9)'] }))),
    'is damaged after table territory',
  ],
  [
    'columns that are not ours',
    () => {
      const at = startOf('unit');
      return forged(lines.with(at, lines[at]!.replace('"type":"integer"', '"type":"integer) or (true"')));
    },
    'table unit has the columns id integer) or (true',
  ],
  ['a reference that leads nowhere', () => forged(lines.toSpliced(startOf('unit') + 1, 1)), 'foreign key'],
];

describe.each(rules)('%s', (rule, damaged, message) => {
  const options = () => {
    const file = path(`${rule}.gz`);
    writeFileSync(file, damaged());
    return { file, mayReplace: true, actor: COMMAND_LINE };
  };

  test('is refused by its name, and the database stays as it was', async () => {
    await expect(restore(server.database, options())).rejects.toThrow(message);
    expect(await sumsOf(server.database)).toEqual(before);
  });

  test('leaves no files in an empty directory', async () => {
    const directory = path(`into ${rule}`);
    await expect(restoreEmbedded(directory, options())).rejects.toThrow(message);
    expect(['pg', 'pg.partial', 'pg.restored'].filter((name) => existsSync(`${directory}/${name}`))).toEqual([]);
  });
});

test('a file that is not there, or is a folder, is refused by its name', async () => {
  mkdirSync(path('folder'));
  const refusalOf = async (name: string): Promise<string> => {
    const options = { file: path(name), mayReplace: true, actor: COMMAND_LINE };
    return restore(server.database, options).then(
      () => 'restored',
      (error: unknown) => (error as Error).message,
    );
  };
  expect([await refusalOf('nowhere.gz'), await refusalOf('folder')]).toEqual([
    `${path('nowhere.gz')}: there is no such file.`,
    expect.stringContaining(`${path('folder')} cannot be read`),
  ]);
});

test('a file whose sums were made anew for all its rows is taken', async () => {
  const file = path('forged.gz');
  writeFileSync(file, forged(lines));
  expect(gunzipSync(readFileSync(file)).equals(gunzipSync(whole))).toBe(true);
});
