import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import { buildApiSchema } from '../src/schema.js';
import { postTo } from './support/post.js';
import { testServer } from './support/server.js';
import { EDITOR, knowEditor } from './support/staff.js';

const server = testServer();
const schema = buildApiSchema();
const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8');

/** Every question of the README with the answer that stands below it. */
const examples = [...readme.matchAll(/```sh\ncurl -sG ([^`]*)```\n\n```json\n([^`]*)```/g)].map(
  ([, command, answer]) => ({
    query: /'query=([^']*)'/.exec(command!)![1]!,
    variables: /'variables=([^']*)'/.exec(command!)?.[1] ?? '{}',
    answer: JSON.parse(answer!) as unknown,
  }),
);

test('the question for the address bar is answered', async () => {
  const [, path] = /http:\/\/localhost:4000(\/graphql\?query=.*)/.exec(readme)!;
  const response = await server.http.inject({ url: encodeURI(path!) });
  expect(response.json()).toHaveProperty('data.observations.nodes.0.indicator.name', 'Kim ngạch xuất khẩu');
});

test('what the README sends by POST is valid', () => {
  const sent = [...readme.matchAll(/--data '(\{[^']*\})'/g)].map(
    ([, body]) => (JSON.parse(body!) as { query: string }).query,
  );
  expect([sent.length > 1, sent.flatMap((query) => validate(schema, parse(query)))]).toEqual([true, []]);
});

test('the README asks questions', () => {
  expect(examples.length).toBeGreaterThanOrEqual(5);
});

test('the question with an ETag is answered once, and then only with 304', async () => {
  const [, query] = /--etag-compare[^']*'[^']*' --data-urlencode 'query=([^']*)'/.exec(readme)!;
  const url = `/graphql?${new URLSearchParams({ query: query! }).toString()}`;
  const first = await server.http.inject({ url });
  const { etag } = first.headers as { etag: string };
  const second = await server.http.inject({ url, headers: { 'if-none-match': etag } });
  expect([first.statusCode, first.body.includes('"value":"'), second.statusCode, second.body]).toEqual([200, true, 304, '']);
}); // prettier-ignore

test.each(examples)('an example of the README gives what it says: $query', async ({ query, variables, answer }) => {
  const url = `/graphql?${new URLSearchParams({ query, variables }).toString()}`;
  const response = await server.http.inject({ url, headers: { 'accept-language': 'en' } });
  expect(response.json()).toEqual(answer);
});

test('what the README loads is loaded as it says', async () => {
  const [, sent, answer] = /--data '([^']*upsert[^']*)'\n```\n\n```json\n([^`]*)```/.exec(readme)!;
  await knowEditor(server);
  const response = await postTo(server, JSON.parse(sent!) as object, EDITOR);
  expect(response.json()).toEqual(JSON.parse(answer!));
});
