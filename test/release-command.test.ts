import { expect, test } from '@jest/globals';
import { Command } from 'commander';
import { release } from '../src/cli/release.command.js';
import { readConfig } from '../src/config.js';
import { COMMAND_LINE } from '../src/kernel/actor.js';
import { Refused } from '../src/kernel/refused.js';
import { testServer } from './support/server.js';

const server = testServer();

/** What a command line tells, or the reason why it refused. */
async function run(...words: string[]): Promise<string> {
  const out: string[] = [];
  const program = new Command().exitOverride().configureOutput({ writeErr: (text) => void out.push(text) });
  release(program, {
    open: () => Promise.resolve({ config: readConfig({}), database: server.database, actor: COMMAND_LINE }),
    directory: '.',
    out: (text) => void out.push(text),
    err: () => undefined,
    isTerminal: false,
    signal: new AbortController().signal,
  });
  await program.parseAsync(['release', ...words], { from: 'user' }).catch((error: unknown) => {
    if (error instanceof Refused) out.push(`${error.reason} ${error.fields.map(({ path }) => path).join()}`);
  });
  return out.join('');
}

const TITLE = ['--title-vi', 'Tháng 6'];

test('a release is made, scheduled in the time of Vietnam, moved, called back, published and withdrawn', async () => {
  const told = [await run('create', 'CLI', ...TITLE)];
  await server.figures.print({ release: 'CLI', indicator: 'CLI', value: '7' });
  told.push(
    await run('schedule', 'CLI', '--at', '2999-01-01T08:00', '--announce'),
    await run('move', 'CLI', '--at', '2999-02-01T00:00Z'),
    await run('call-back', 'CLI'),
    await run('change', 'CLI', '--title-vi', 'Tháng Sáu'),
    await run('publish', 'CLI'),
    await run('withdraw', 'CLI', '--reason-vi', 'Nhầm kỳ'),
  );
  expect(told.map((line) => line.replace(/20\d\d-\S+Z/, 'NOW'))).toEqual([
    'draft      -  CLI  Tháng 6\n',
    'scheduled  2999-01-01T01:00:00.000000Z  CLI  Tháng 6\n',
    'scheduled  2999-02-01T00:00:00.000000Z  CLI  Tháng 6\n',
    'draft      -  CLI  Tháng 6\n',
    'draft      -  CLI  Tháng Sáu\n',
    'published  NOW  CLI  Tháng Sáu\n',
    'withdrawn  NOW  CLI  Tháng Sáu\n',
  ]);
});

test('what the data checks find stops it, until a warning is accepted by name', async () => {
  await run('create', 'WARNED', ...TITLE);
  const figure = { release: 'WARNED', indicator: 'WARNED', territory: 'VN' };
  await server.figures.print({ ...figure, period: '2024-M01', value: '12' });
  await server.figures.print({ ...figure, period: '2024-YTD02', value: '10' });
  expect([
    await run('publish', 'WARNED'),
    await run('publish', 'WARNED', '--accept', 'POWER_OF_TEN'),
    await run('publish', 'WARNED', '--accept', 'YTD'),
    await run('publish', 'WARNED', '--accept', 'YTD_BELOW_MONTH'),
  ]).toEqual([
    'CHECKS_FAILED YTD_BELOW_MONTH WARNED VN 2024-YTD02 NSO',
    'CHECKS_FAILED YTD_BELOW_MONTH WARNED VN 2024-YTD02 NSO',
    expect.stringMatching(/'YTD' is invalid. Allowed choices are UNKNOWN_CODE/),
    expect.stringMatching(/^published /),
  ]);
});

test('errors are accepted by nobody', async () => {
  await run('create', 'WRONG', ...TITLE);
  await server.figures.print({ release: 'WRONG', indicator: 'WRONG', territory: 'VN', period: '2024-M01' });
  expect(await run('publish', 'WRONG', '--accept', 'STATES_NOTHING')).toBe(
    'CHECKS_FAILED STATES_NOTHING WRONG VN 2024-M01 NSO',
  );
});

test('the list holds drafts too, the newest first, and a draft may be discarded', async () => {
  const list = await run('list', '--json');
  expect([(JSON.parse(list) as { code: string; state: string }[]).map(({ code, state }) => `${code} ${state}`), await run('discard', 'WRONG'), await run('discard', 'CLI'), await run('discard', 'NOWHERE')]).toEqual([
    ['WRONG draft', 'WARNED published', 'CLI_WITHDRAWN published', 'CLI withdrawn', 'INITIAL_LOAD published'],
    'Discarded WRONG; prints of figures: 1, of plans: 0.\n',
    'CONFLICT ',
    'NOT_FOUND ',
  ]);
}); // prettier-ignore
