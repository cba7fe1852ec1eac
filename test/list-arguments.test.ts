import { expect, test } from '@jest/globals';
import {
  getNullableType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { buildApiSchema } from '../src/schema.js';
import { testServer } from './support/server.js';

const server = testServer({ MAX_LIST_ENTRIES: '3', MAX_PAGE: '3', DEFAULT_PAGE: '3' });
const NODES = '{ totalCount nodes { id } }';
const SELECTED: Record<string, string> = {
  table: '{ cells }',
  availability: '{ count }',
  nodes: '{ id }',
  productCounts: '{ total }',
  search: '{ kind }',
};

/** `entry` is one of the right kind; whether it exists does not matter. */
type Place = [field: string, path: string, write: (list: string) => string, entry: string];

/** A value of a type; an input object with what it requires. */
function sample(type: GraphQLInputType, name: string): string {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return `[${sample(nullable.ofType, name)}]`;
  if (isEnumType(nullable)) return nullable.getValues()[0]!.name;
  if (isInputObjectType(nullable)) return `{ ${requiredOf(nullable, '')}}`;
  if (nullable.name === 'Int') return '1';
  return name === 'dimension' ? '"INDUSTRY"' : '"58"';
}

/** The fields that an input object requires, but for one. */
const requiredOf = (type: GraphQLInputType, but: string): string =>
  isInputObjectType(type)
    ? Object.values(type.getFields())
        .filter((field) => field.name !== but && isRequiredInputField(field))
        .map((field) => `${field.name}: ${sample(field.type, field.name)} `)
        .join('')
    : '';

/** Every list that an argument of the API is, or has inside. */
function listsIn(type: GraphQLInputType, path: string, write: (value: string) => string): Omit<Place, 0>[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const entry = sample(nullable.ofType, '');
    return [[path, write, entry], ...listsIn(nullable.ofType, `${path}[0]`, (value) => write(`[${value}]`))] as never;
  }
  if (!isInputObjectType(nullable)) return [];
  return Object.values(nullable.getFields()).flatMap((field) =>
    listsIn(field.type, `${path}.${field.name}`, (value) =>
      write(`{ ${requiredOf(nullable, field.name)}${field.name}: ${value} }`),
    ),
  );
}

const places = Object.values(buildApiSchema().getQueryType()!.getFields()).flatMap((field) =>
  field.args.flatMap((argument) => {
    const others = field.args
      .filter((other) => other !== argument && isRequiredArgument(other))
      .map((other) => `${other.name}: ${sample(other.type, other.name)} `)
      .join('');
    return listsIn(argument.type, argument.name, (value) => `${others}${argument.name}: ${value}`).map(
      (place) => [field.name, ...place] as unknown as Place,
    );
  }),
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
