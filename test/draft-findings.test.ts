import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { CHECKS } from '../src/features/checks/check-name.js';
import { as } from './support/staff.js';
import { testServer } from './support/server.js';

const server = testServer();
const asked = (release: string, args = ''): string =>
  `{ draftFindings(release: ${JSON.stringify(release)}${args}) { totalCount pageInfo { hasNextPage } nodes { check severity subject message } } }`;

const figure = { indicator: 'API', territory: 'VN' };

test('an editor sees what the checks find in a draft, and in a release under embargo', async () => {
  await server.figures.print({ ...figure, release: 'DRAFT', period: '2029-M01' });
  await server.figures.print({ ...figure, release: 'DRAFT', value: '12' });
  await server.figures.print({ ...figure, release: 'DRAFT', period: '2030-YTD02', value: '10' });
  await server.figures.lift('DRAFT', "clock_timestamp() + interval '1 hour'");
  expect(await server.ask(asked('DRAFT', ', first: 1'), {}, await as(server, 'EDITOR'))).toEqual({
    data: {
      draftFindings: {
        totalCount: 2,
        pageInfo: { hasNextPage: true },
        nodes: [
          {
            check: 'STATES_NOTHING',
            severity: 'ERROR',
            subject: 'API VN 2029-M01 NSO',
            message: 'Neither a value nor a change, nor why there is none: give one, or leave the print out.',
          },
        ],
      },
    },
  });
});

test.each(['DRAFT', 'INITIAL_LOAD', 'NOWHERE', ' \u0000'])('a reader sees nothing of %j', async (release) => {
  expect(await server.ask(asked(release))).toEqual({ data: { draftFindings: null } });
});

test.each(['INITIAL_LOAD', 'NOWHERE', ' \u0000'])('to an editor %j is no draft', async (release) => {
  expect(await server.ask(asked(release), {}, await as(server, 'EDITOR'))).toEqual({ data: { draftFindings: null } });
});

test('the README tells of every check', () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(Object.keys(CHECKS).filter((name) => !readme.includes(`| \`${name}\` `))).toEqual([]);
});
