import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { Command } from 'commander';
import { imports } from '../src/cli/import.command.js';
import { template } from '../src/cli/template.command.js';
import { readConfig } from '../src/config.js';
import { COMMAND_LINE } from '../src/kernel/actor.js';
import { Refused } from '../src/kernel/refused.js';
import { fileFolder } from './support/imports.js';
import { testServer } from './support/server.js';

const server = testServer();
const file = fileFolder();

let directory = '.';
beforeAll(async () => {
  directory = dirname(file('figures.csv', csv('50', '1.5')));
  writeFileSync(join(directory, 'figures.xls'), Buffer.from('d0cf11e0a1b11ae100', 'hex'));
  await server.figures.release('NEXT');
});

const HEADER = 'indicator,territory,period,publisher,source,status,value,unit_multiplier\n';
const csv = (...values: string[]): string =>
  HEADER +
  values
    .map((value, at) => `EXPORT_TURNOVER,58,2030-M0${at + 1},DOIT_NINH_THUAN,NEWS_2024_06_06,FINAL,${value},6\n`)
    .join('');

interface Said {
  out: string;
  err: string;
  refused: Pick<Refused, 'reason' | 'message' | 'fields'> | null;
}

/** Runs a command line as the program would, and tells what it said. */
async function run(words: string[], { isTerminal = false, signal = new AbortController().signal } = {}): Promise<Said> {
  const said: Said = { out: '', err: '', refused: null };
  const [out, err] = [(text: string) => void (said.out += text), (text: string) => void (said.err += text)];
  const program = new Command('solieu').exitOverride().configureOutput({ writeOut: out, writeErr: err });
  const session = { config: readConfig({}), database: server.database, actor: COMMAND_LINE };
  const shell = { open: () => Promise.resolve(session), directory, out, err, isTerminal, signal };
  for (const register of [imports, template]) register(program, shell);
  await program.parseAsync(words, { from: 'user' }).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
    const { reason, message, fields } = error;
    said.refused = { reason, message, fields };
  });
  return said;
}

const INTO = ['--release', 'NEXT'];

test('a dry run prints a table of differences and keeps nothing', async () => {
  const dry = await run(['import', 'observations', 'figures.csv', ...INTO, '--dry-run']);
  const again = await run(['import', 'observations', 'figures.csv', ...INTO, '--dry-run', '--json']);
  expect([dry, JSON.parse(again.out)]).toEqual([
    {
      out: `OUTCOME  ABOUT                                        BEFORE  AFTER            ROW
added    EXPORT_TURNOVER 58 2030-M01 DOIT_NINH_THUAN  -       50 ×10^6 FINAL   figures.csv:2
added    EXPORT_TURNOVER 58 2030-M02 DOIT_NINH_THUAN  -       1.5 ×10^6 FINAL  figures.csv:3
figures.csv: 2 added, 0 printed again, 0 changed, 0 there already.
This was a dry run: nothing was kept.
`,
      err: '',
      refused: null,
    },
    expect.objectContaining({ isDryRun: true, added: 2, left: 0 }),
  ]);
});

test('an import tells in one line what it did, twice the same file that all was there', async () => {
  const first = await run(['import', 'observations', 'figures.csv', ...INTO]);
  const second = await run(['import', 'observations', 'figures.csv', ...INTO]);
  expect([first.out, second.out]).toEqual([
    'figures.csv: 2 added, 0 printed again, 0 changed, 0 there already.\n',
    'figures.csv: 0 added, 0 printed again, 0 changed, 2 there already.\n',
  ]);
});

test('progress is told on a terminal alone, and cleared away', async () => {
  const { err } = await run(['import', 'observations', 'figures.csv', ...INTO], { isTerminal: true });
  expect(err).toBe(`\r2 rows read\r${' '.repeat(40)}\r`);
});

test('nothing comes in for a caller who is gone', async () => {
  file('gone.csv', csv('7'));
  await expect(
    run(['import', 'observations', 'gone.csv', ...INTO], { signal: AbortSignal.abort() }),
  ).rejects.toMatchObject({ name: 'AbortError' });
  const { out } = await run(['import', 'observations', 'gone.csv', ...INTO, '--dry-run']);
  expect(out).toMatch(/0 added, 0 printed again, 1 changed/);
});

test('wrong cells are told by file, row and column, up to a limit', async () => {
  file('wrong.csv', csv('x', 'y', 'z'));
  const { refused } = await run(['import', 'observations', 'wrong.csv', ...INTO, '--most-errors', '2']);
  expect([refused?.message, refused?.fields.map(({ path, value }) => [path, value])]).toEqual([
    'wrong.csv: at least 2 errors, so nothing was brought in.',
    [
      ['wrong.csv:2:value', 'x'],
      ['wrong.csv:3:value', 'y'],
    ],
  ]);
});

test.each([
  [['observations', 'none.csv'], 'NOT_FOUND', /^There is no file \/.*\/none.csv.$/],
  [['observations', '.'], 'INVALID', / is no file.$/],
  [['observations', 'figures.xls'], 'INVALID', /^figures.xls is a workbook of Excel 97–2003/],
  [['observation', 'figures.csv'], 'NOT_FOUND', /Did you mean "observations"\?$/],
  [['observations', 'figures.csv'], 'INVALID', /--release CODE/],
  [['observations', 'figures.csv', '--sheet', 'Biểu 1'], 'INVALID', /no sheets/],
])('import %j is refused with %s', async (words, reason, message) => {
  const { refused } = await run(['import', ...words]);
  expect(refused).toMatchObject({ reason, message: expect.stringMatching(message) as unknown as string });
});

test('a template is an empty file of its kind, and none is written over', async () => {
  const { out } = await run(['template', 'observations']);
  const written = await run(['template', 'plans', '--xlsx', 'plans.xlsx']);
  const again = await run(['template', 'plans', '--xlsx', 'plans.xlsx']);
  expect([out.split(',').slice(0, 4), written, again.refused?.reason]).toEqual([
    ['indicator', 'territory', 'breakdown', 'period'],
    { out: '', err: '', refused: null },
    'CONFLICT',
  ]);
});

test.each(['observations', 'plans'])(
  'an empty template of %s, as CSV and as a workbook, brings in nothing',
  async (kind) => {
    file(`empty-${kind}.csv`, (await run(['template', kind])).out);
    await run(['template', kind, '--xlsx', `empty-${kind}.xlsx`]);
    const reports = [];
    for (const end of ['csv', 'xlsx']) reports.push((await run(['import', kind, `empty-${kind}.${end}`, ...INTO])).out);
    expect(reports).toEqual([
      `empty-${kind}.csv: 0 added, 0 printed again, 0 changed, 0 there already.\n`,
      `empty-${kind}.xlsx: 0 added, 0 printed again, 0 changed, 0 there already.\n`,
    ]);
  },
);

test.each(['observations', 'plans'])('the columns of %s are told with what they hold', async (kind) => {
  const { out } = await run(['template', kind, '--columns']);
  expect(out).toMatch(/^COLUMN +MUST BE THERE +WHAT IT HOLDS +EXAMPLE\nindicator +yes +Code of the indicator\. +\w+\n/);
});
