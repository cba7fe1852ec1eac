import { beforeAll, expect, test } from '@jest/globals';
import { getNamedType, type GraphQLArgument, type GraphQLField, isLeafType, isObjectType } from 'graphql';
import { buildApiSchema } from '../src/schema.js';
import { literalOf, randomFrom, randomValue } from './support/random.js';
import { type Answer, testServer } from './support/server.js';
import { as } from './support/staff.js';

const server = testServer();
const schema = buildApiSchema();
const ROUNDS = 12;

/** Whoever may ask most. */
let admin: Record<string, string>;
beforeAll(async () => {
  admin = await as(server, 'ADMIN');
});

/** Where the fields of a type can be asked. */
const AT: Record<string, (field: string) => string> = {
  Query: (field) => `{ ${field} }`,
  Observation: (field) => `{ observations(first: 3) { nodes { ${field} } } }`,
  Territory: (field) => `{ territories(codes: ["58"], first: 2) { nodes { ${field} } } }`,
  Boundary: (field) =>
    `{ observations(boundaries: TODAY, filter: { territories: ["58"] }, first: 2) { edges { boundary { ${field} } } } }`,
  Agency: (field) => `{ agencies(first: 2) { nodes { ${field} } } }`,
  Indicator: (field) => `{ indicators(first: 2) { nodes { ${field} } } }`,
  Source: (field) => `{ sources(first: 2) { nodes { ${field} } } }`,
  Release: (field) => `{ releases(first: 2) { nodes { ${field} } } }`,
  ReleaseWithdrawal: (field) => `{ releases(first: 2) { nodes { withdrawal { ${field} } } } }`,
  StaffRelease: (field) => `{ staffReleases(first: 2) { nodes { ${field} } } }`,
  Plan: (field) => `{ plans(first: 2) { nodes { ${field} } } }`,
  Product: (field) => `{ products(first: 2) { nodes { ${field} } } }`,
  ProductConnection: (field) => `{ products(first: 2) { ${field} } }`,
  ProductFacets: (field) => `{ products(filter: { validOn: "2024-06-06" }) { facets { ${field} } } }`,
  ProductGroup: (field) => `{ productGroups(first: 2) { nodes { ${field} } } }`,
  Producer: (field) => `{ producers(first: 2) { nodes { ${field} } } }`,
  Exhibit: (field) =>
    `{ events(filter: { search: "thuong mai dien tu" }, first: 1) { nodes { exhibits(first: 1) { nodes { ${field} } } } } }`,
  Project: (field) => `{ projects(first: 2) { nodes { ${field} } } }`,
  Event: (field) => `{ events(first: 2) { nodes { ${field} } } }`,
  PredecessorTotal: (field) => `{ territory(code: "56") { predecessorTotals(first: 2) { nodes { ${field} } } } }`,
  Availability: (field) => `{ availability { ${field} } }`,
  AuditEvent: (field) => `{ auditEvents(first: 2) { nodes { ${field} } } }`,
};

type Field = GraphQLField<unknown, unknown>;

const fields: [string, string, Field][] = Object.keys(AT).flatMap((type) => {
  const found = schema.getType(type);
  if (!isObjectType(found)) throw new Error(`${type} is no object`);
  const asked = Object.values(found.getFields()).filter(({ args }) => args.length > 0);
  return asked.map((field): [string, string, Field] => [type, field.name, field]);
});

function selectionOf({ type }: Field): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  return named.name.endsWith('Connection') ? '{ totalCount pageInfo { endCursor } nodes { __typename } }' : '{ __typename }';
} // prettier-ignore

/** What a client can rely on, whatever the words. */
const gist = ({ data, errors }: Answer<unknown>): unknown => ({
  data: errors ? null : data,
  refusals: errors?.map(({ extensions: { code, reason, argument, value } }) => ({ code, reason, argument, value })),
});

type Given = [argument: GraphQLArgument, value: unknown][];

const asLiterals = (type: string, field: Field, given: Given): string => {
  const args = given.map(([{ name, type: of }, value]) => `${name}: ${literalOf(value, of)}`).join(', ');
  return AT[type]!(`${field.name}${args === '' ? '' : `(${args})`} ${selectionOf(field)}`);
};

const asVariables = (type: string, field: Field, given: Given): string => {
  const declared = given.map(([{ name, type: of }]) => `$${name}: ${String(of)}`).join(', ');
  const args = given.map(([{ name }]) => `${name}: $${name}`).join(', ');
  return `query${given.length === 0 ? '' : ` F(${declared})`} ${AT[type]!(`${field.name}${args === '' ? '' : `(${args})`} ${selectionOf(field)}`)}`;
};

test.each(fields)(
  '%s.%s takes any value of its type, written or in a variable, and answers alike without failing',
  async (type, name, field) => {
    const random = randomFrom(name.length * 7919 + type.length);
    for (let round = 0; round < ROUNDS; round += 1) {
      const chosen = field.args.filter(
        (argument) => (String(argument.type).endsWith('!') && argument.defaultValue === undefined) || random() < 0.4,
      );
      const given = chosen.map((argument): Given[number] => [argument, randomValue(argument.type, random)]);
      const written = await server.ask<unknown>(asLiterals(type, field, given), {}, admin);
      const inVariables = await server.ask<unknown>(
        asVariables(type, field, given),
        Object.fromEntries(given.map(([argument, value]) => [argument.name, value])),
        admin,
      );
      expect({ given, answer: gist(written) }).toEqual({ given, answer: gist(inVariables) });
      const codes = written.errors?.map(({ extensions: { code } }) => code) ?? [];
      expect({ given, codes: codes.filter((code) => code !== 'BAD_USER_INPUT') }).toEqual({ given, codes: [] });
    }
  },
  30_000,
);
