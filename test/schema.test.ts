import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, isListType, isNonNullType, isObjectType } from 'graphql';
import { expect, test } from '@jest/globals';

const schema = buildSchema(readFileSync(new URL('../schema/schema.graphql', import.meta.url), 'utf8'));
const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
const isNode = (name: string): boolean =>
  schema.getPossibleTypes(schema.getType('Node') as never).some((type) => type.name === name);

test('a list of nodes inside an object takes first with a default', () => {
  const without = objects
    .filter((type) => type !== schema.getQueryType() && !type.name.endsWith('Connection'))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => isListType(isNonNullType(field.type) ? field.type.ofType : field.type))
        .filter((field) => isNode(getNamedType(field.type).name))
        .filter(
          (field) => !field.args.some((argument) => argument.name === 'first' && argument.defaultValue !== undefined),
        )
        .map((field) => `${type.name}.${field.name}`),
    );
  expect(without).toEqual([]);
});

test('every list argument of nodes states the most it takes', () => {
  const silent = objects.flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) =>
      field.args
        .filter(({ name, description }) => name === 'first' && !description?.includes('500 at most'))
        .map(() => `${type.name}.${field.name}`),
    ),
  );
  expect(silent).toEqual([]);
});
