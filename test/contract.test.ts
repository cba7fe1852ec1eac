import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { testServer } from './support/server.js';

const server = testServer();
const folder = fileURLToPath(new URL('queries', import.meta.url));
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

test.each([
  'first-half-2024',
  'tasks-against-plan',
  'revision-trail',
  'merger',
  'table',
  'valid-stars',
  'search',
  'clusters',
  'june-2023-events',
])('%s answers as the contract says', async (name) => {
  const variables = existsSync(join(folder, `${name}.variables.json`)) ? read(`${name}.variables.json`) : '{}';
  const answer = await server.ask(read(`${name}.graphql`), JSON.parse(variables) as Record<string, unknown>);
  expect(answer).toEqual({ data: JSON.parse(read(`${name}.json`)) as unknown });
});
