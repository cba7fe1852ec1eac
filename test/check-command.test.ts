import { expect, test } from '@jest/globals';
import { Command } from 'commander';
import { readConfig } from '../src/config.js';
import { check } from '../src/cli/check.command.js';
import { COMMAND_LINE } from '../src/kernel/actor.js';
import { Refused } from '../src/kernel/refused.js';
import { testServer } from './support/server.js';

const server = testServer();

/** What a command line tells, and how it ends. */
async function run(...words: string[]): Promise<{ out: string; refused: unknown }> {
  const out: string[] = [];
  const program = new Command().exitOverride();
  check(program, {
    open: async () => ({ config: readConfig({}), database: server.database, actor: COMMAND_LINE }),
    directory: '.',
    out: (text) => void out.push(text),
    err: () => undefined,
    isTerminal: false,
    signal: new AbortController().signal,
  });
  const refused: unknown = await program.parseAsync(['check', ...words], { from: 'user' }).then(
    () => null,
    (error: unknown) => (error instanceof Refused ? { reason: error.reason, message: error.message } : error),
  );
  return { out: out.join(''), refused };
}

const figure = { release: 'BAD', indicator: 'BAD', territory: 'VN' };

test('findings are lines below their severity, and errors end the command', async () => {
  await server.figures.print({ ...figure, period: '2029-M01' });
  await server.figures.print({ ...figure, value: '12' });
  await server.figures.print({ ...figure, period: '2030-YTD02', value: '10' });
  expect(await run('BAD')).toEqual({
    out: `1 error
  STATES_NOTHING  BAD VN 2029-M01 NSO
    Neither a value nor a change, nor why there is none: give one, or leave the print out.

1 warning
  YTD_BELOW_MONTH  BAD VN 2030-YTD02 NSO
    10 is below 12, which 2030-M01 within it has.
`,
    refused: { reason: 'CHECKS_FAILED', message: 'BAD cannot be published: 1 error.' },
  });
});

test('they are JSON for a program', async () => {
  await server.figures.print({ ...figure, release: 'WARNED', indicator: 'WARNED', value: '12' });
  await server.figures.print({
    ...figure,
    release: 'WARNED',
    indicator: 'WARNED',
    period: '2030-YTD02',
    value: '10',
  });
  const { out, refused } = await run('WARNED', '--json');
  expect({ out: JSON.parse(out) as unknown, refused }).toEqual({
    out: [
      {
        check: 'YTD_BELOW_MONTH',
        severity: 'WARNING',
        subject: 'WARNED VN 2030-YTD02 NSO',
        message: '10 is below 12, which 2030-M01 within it has.',
      },
    ],
    refused: null,
  });
});

test('a draft in order is said to be so', async () => {
  await server.figures.print({ ...figure, release: 'GOOD', indicator: 'GOOD', value: '12' });
  expect(await run('GOOD')).toEqual({ out: 'GOOD: nothing found.\n', refused: null });
});

test.each(['INITIAL_LOAD', 'NOWHERE'])('what is out, or nowhere, is not checked: %s', async (code) => {
  expect(await run(code)).toEqual({
    out: '',
    refused: { reason: 'NOT_FOUND', message: `There is no release "${code}" that is not out yet.` },
  });
});
