import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { testServer } from './support/server.js';

const server = testServer();
const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8');

/** Every question of the README with the answer that stands below it. */
const examples = [...readme.matchAll(/```sh\ncurl ([^`]*)```\n\n```json\n([^`]*)```/g)].map(([, command, answer]) => ({
  query: /'query=([^']*)'/.exec(command!)![1]!,
  variables: /'variables=([^']*)'/.exec(command!)?.[1] ?? '{}',
  answer: JSON.parse(answer!) as unknown,
}));

test('the question for the address bar is answered', async () => {
  const [, path] = /http:\/\/localhost:4000(\/graphql\?query=.*)/.exec(readme)!;
  const response = await server.http.inject({ url: encodeURI(path!) });
  expect(response.json()).toHaveProperty('data.observations.nodes.0.indicator.name', 'Kim ngạch xuất khẩu');
});

test('the README asks five questions', () => {
  expect(examples).toHaveLength(5);
});

test.each(examples)('an example of the README gives what it says: $query', async ({ query, variables, answer }) => {
  const url = `/graphql?${new URLSearchParams({ query, variables }).toString()}`;
  const response = await server.http.inject({ url, headers: { 'accept-language': 'en' } });
  expect(response.json()).toEqual(answer);
});
