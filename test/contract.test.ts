import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { testServer } from './support/server.js';

const server = testServer();
const folder = fileURLToPath(new URL('queries', import.meta.url));
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

/** The documents that have an answer beside them. */
const agreed = readdirSync(folder)
  .filter((file) => file.endsWith('.json') && !file.endsWith('.variables.json'))
  .map((file) => file.replace('.json', ''));

test('there are documents agreed on', () => {
  expect(agreed.length).toBeGreaterThanOrEqual(8);
});

test.each(agreed)('%s answers as the contract says', async (name) => {
  const variables = existsSync(join(folder, `${name}.variables.json`)) ? read(`${name}.variables.json`) : '{}';
  const answer = await server.ask(read(`${name}.graphql`), JSON.parse(variables) as Record<string, unknown>);
  expect(answer).toEqual({ data: JSON.parse(read(`${name}.json`)) as unknown });
});
