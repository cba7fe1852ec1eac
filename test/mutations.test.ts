import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { buildApiSchema } from '../src/schema.js';
import { postTo } from './support/post.js';
import { randomFrom, randomValue } from './support/random.js';
import { testServer } from './support/server.js';
import { as } from './support/staff.js';

const server = testServer({}, false);
const narrow = testServer({ MAX_COST: '250' }, false);

const CREATE = `mutation Create($name: String!, $n: Int! = 1) {
  createKey(input: { name: $name, role: EDITOR }) { __typename ... on Refusal { code } }
  revokeKey(prefix: "none") { ... on Refusal { fields(first: $n) { path } } }
}`;

type Headers = Record<string, string>;
let admin: Headers;
beforeAll(async () => {
  admin = await as(server, 'ADMIN');
});

const made = async (to = server): Promise<number> => {
  const { rows } = await sql<{ count: string }>`select count(*) from api_key`.execute(to.database.db);
  return Number(rows[0]!.count);
};
/** How many keys some work makes. */
async function madeBy(work: () => Promise<unknown>, to = server): Promise<number> {
  const before = await made(to);
  await work();
  return (await made(to)) - before;
}
const post = (variables: object, headers = admin) => postTo(server, { query: CREATE, variables }, headers);
const link = (asked: Headers) =>
  server.http.inject({ url: `/graphql?${new URLSearchParams(asked).toString()}`, headers: admin });

test('each time a change is sent it is made, and told as it was made', async () => {
  const told = [];
  for (let times = 0; times < 4; times += 1) told.push((await post({ name: 'Same' })).json<{ data: { createKey: object } }>().data.createKey);
  expect(told).toEqual([{ __typename: 'CreatedKey' }, ...Array.from({ length: 3 }, () => ({ __typename: 'Refusal', code: 'CONFLICT' }))]);
}); // prettier-ignore

test('a change whose answer has an error is made once, however well its document is known', async () => {
  const counts = [];
  for (const [name, n] of [['a', 1], ['b', 1], ['c', 1], ['d', 0], ['e', 0]] as const) counts.push(await madeBy(() => post({ name, n })));
  expect(counts).toEqual([1, 1, 1, 1, 1]);
}); // prettier-ignore

test('of the same change sent several times at once each is made by itself', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => post({ name: 'At once' })));
  const told = answers.map((one) => one.json<{ data: { createKey: { __typename: string } } }>().data.createKey.__typename);
  expect(told.sort()).toEqual(['CreatedKey', 'Refusal', 'Refusal', 'Refusal', 'Refusal']);
}); // prettier-ignore

test('the changes of a document are made one after the other, as written', async () => {
  const query = `mutation {
    first: createKey(input: { name: "In turn", role: EDITOR }) { __typename }
    second: createKey(input: { name: "In turn", role: ADMIN }) { __typename }
  }`;
  const answers = [];
  for (const name of ['In turn', 'In turn 2', 'In turn 3']) answers.push((await postTo(server, { query: query.replaceAll('In turn', name) }, admin)).json<unknown>());
  const each = { data: { first: { __typename: 'CreatedKey' }, second: { __typename: 'Refusal' } } };
  expect(answers).toEqual([each, each, each]);
}); // prettier-ignore

test('the answer to a change is kept by nobody', async () => {
  const answers = [await post({ name: 'Kept' }), await post({ name: 'Kept' }, {})];
  expect(answers.map(({ statusCode, headers }) => [statusCode, headers['cache-control'], 'etag' in headers])).toEqual([
    [200, 'no-store', false],
    [200, 'no-store', false],
  ]);
});

test('a link changes nothing, not by the hash of a change that is known either', async () => {
  const query = CREATE.replace('"none"', '"nothing"');
  const persisted = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } };
  await postTo(server, { query, variables: { name: 'Registered' }, extensions: persisted }, admin);
  const byHash = JSON.stringify(persisted);
  const count = await madeBy(async () => {
    const links = [{ query, variables: '{"name":"By link"}' }, { query, variables: '{"name":"By link"}', extensions: byHash }, { extensions: byHash, variables: '{"name":"By hash"}' }];
    for (const one of links) {
      const { statusCode, headers } = await link(one as Headers);
      expect([statusCode, headers.allow, headers['cache-control']]).toEqual([405, 'POST', 'no-store']);
    }
  });
  const again = await postTo(server, { variables: { name: 'Registered 2' }, extensions: persisted }, admin);
  expect([count, again.json<unknown>()]).toMatchObject([0, { data: { createKey: { __typename: 'CreatedKey' } } }]);
}); // prettier-ignore

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
  'a change that a page of somebody else could send, as %s, is refused',
  async (type) => {
    const count = await madeBy(async () => {
      expect((await post({ name: type }, { ...admin, 'content-type': type })).statusCode).toBe(415);
    });
    expect(count).toBe(0);
  },
);

test('a document may hold several operations: one that asks is known, one that changes never', async () => {
  const query = `query Ask { me { name } } ${CREATE}`;
  const ask = (operationName: string, name: string) => postTo(server, { query, operationName, variables: { name } }, admin);
  const counts = [];
  for (const name of ['one', 'two', 'three', 'four']) counts.push(await madeBy(() => ask('Ask', name)), await madeBy(() => ask('Create', name)));
  expect(counts).toEqual([0, 1, 0, 1, 0, 1, 0, 1]);
}); // prettier-ignore

test('a change costs as much as a hundred nodes: too many of them are refused, and none is made', async () => {
  const one = (name: string) => `${name}: createKey(input: { name: "${name}", role: EDITOR }) { __typename }`;
  const headers = await as(narrow, 'ADMIN');
  const ask = (names: string[]) => () => narrow.ask(`mutation { ${names.map(one).join(' ')} }`, {}, headers);
  expect([await madeBy(ask(['a', 'b']), narrow), await madeBy(ask(['c', 'd', 'e']), narrow)]).toEqual([2, 0]);
});

test('a change takes any input of its type without failing', async () => {
  const query = 'mutation Any($input: KeyInput!) { createKey(input: $input) { __typename } }';
  const input = buildApiSchema().getMutationType()!.getFields()['createKey']!.args[0]!.type;
  const random = randomFrom(7);
  const codes = new Set<unknown>();
  for (let round = 0; round < 60; round += 1) {
    const { errors } = await server.ask(query, { input: randomValue(input, random) }, admin);
    codes.add(errors?.[0]?.extensions['code']);
  }
  expect(codes).toEqual(new Set([undefined, 'BAD_USER_INPUT']));
});
