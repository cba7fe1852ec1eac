import { expect, test } from '@jest/globals';
import { getNullableType, type GraphQLInputType, isEnumType, isInputObjectType, isListType } from 'graphql';
import { buildApiSchema } from '../src/schema.js';
import { testServer } from './support/server.js';

const server = testServer({ MAX_LIST_ENTRIES: '3', MAX_PAGE: '3', DEFAULT_PAGE: '3' });
const NODES = '{ totalCount nodes { id } }';
const SELECTED: Record<string, string> = { table: '{ cells }', availability: '{ count }', nodes: '{ id }' };

type Place = [field: string, path: string, write: (list: string) => string, entry: string];

/** An entry of the right kind for a list; whether it exists does not matter. */
function entryOf(type: GraphQLInputType): string {
  const nullable = getNullableType(type);
  if (isEnumType(nullable)) return nullable.getValues()[0]!.name;
  return isInputObjectType(nullable) ? '{ dimension: "INDUSTRY" }' : '"58"';
}

/** Every list that an argument of the API is, or has inside. */
function listsIn(type: GraphQLInputType, path: string, write: (value: string) => string): Omit<Place, 0>[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    return [
      [path, write, entryOf(nullable.ofType)],
      ...listsIn(nullable.ofType, `${path}[0]`, (value) => write(`[${value}]`)),
    ] as never;
  }
  if (!isInputObjectType(nullable)) return [];
  const required = path.endsWith('breakdowns[0]') ? 'dimension: "INDUSTRY" ' : '';
  return Object.values(nullable.getFields()).flatMap((field) =>
    listsIn(field.type, `${path}.${field.name}`, (value) => write(`{ ${required}${field.name}: ${value} }`)),
  );
}

const places = Object.values(buildApiSchema().getQueryType()!.getFields()).flatMap((field) =>
  field.args.flatMap((argument) =>
    listsIn(argument.type, argument.name, (value) => `${argument.name}: ${value}`).map(
      (place) => [field.name, ...place] as unknown as Place,
    ),
  ),
);

test('there are lists to be tried', () => {
  expect(places.length).toBeGreaterThan(30);
});

test.each(places)('%s(%s) is refused empty, and with more entries than allowed', async (field, path, write, entry) => {
  const ask = (list: string) => server.refusal(`{ ${field}(${write(list)}) ${SELECTED[field] ?? NODES} }`);
  const long = `[${Array.from({ length: 4 }, () => entry).join(', ')}]`;
  expect([await ask('[]'), await ask(long)]).toEqual([
    { code: 'BAD_USER_INPUT', reason: 'EMPTY_LIST', argument: path, value: [] },
    { code: 'BAD_USER_INPUT', reason: 'TOO_LARGE', argument: path, value: 4 },
  ]);
});
