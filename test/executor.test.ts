import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { execute, parse } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { Clock } from '../src/kernel/clock.js';
import { Context } from '../src/kernel/context.js';
import { Readings } from '../src/kernel/reading.js';
import { readConfig } from '../src/config.js';
import { buildApiSchema } from '../src/schema.js';
import { testServer } from './support/server.js';

const server = testServer();
const schema = buildApiSchema();
const folder = fileURLToPath(new URL('queries', import.meta.url));

const documents: [string, string, Record<string, unknown>][] = readdirSync(folder)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => {
    const variables = join(folder, file.replace('.graphql', '.variables.json'));
    const given = existsSync(variables) ? (JSON.parse(readFileSync(variables, 'utf8')) as Record<string, unknown>) : {};
    return [file, readFileSync(join(folder, file), 'utf8'), given];
  });

const peculiar: [string, string, Record<string, unknown>][] = [
  ['skip and include', 'query Q($yes: Boolean!, $no: Boolean = false) { service { version @include(if: $yes) licence @skip(if: $yes) contact @include(if: $no) } }', { yes: true }],
  ['an interface', '{ territory(code: "VN") { ... on Node { id __typename } ...T } } fragment T on Territory { code level }', {}],
  ['aliases', '{ a: unit(code: "VND") { c: code } b: unit(code: "USD") { c: code } none: unit(code: "X") { code } }', {}],
  ['null and default variables', 'query Q($first: Int = 2, $after: String, $filter: ObservationFilter) { observations(first: $first, after: $after, filter: $filter) { nodes { value } } }', { after: null }],
  ['a refusal on its path', '{ good: service { version } territory(code: "58") { observations(first: 0) { totalCount nodes { id } } } }', {}],
]; // prettier-ignore

async function context(): Promise<Context> {
  const readings = new Readings(server.database.db, new Clock(server.database.db, 1000));
  const about = { version: '', licence: '', contact: null, publicUrl: '' };
  return new Context(readings, await readings.now(), 'EN', readConfig({}).limits, about);
}

/** As a client sees it. */
const seen = (result: unknown): unknown => {
  const { data, errors } = JSON.parse(JSON.stringify(result)) as {
    data: unknown;
    errors?: { message: string; path: unknown }[];
  };
  return { data, errors: errors?.map(({ message, path }) => ({ message, path })) };
};

test.each([...documents, ...peculiar])('%s is answered compiled as it is interpreted', async (_, text, variables) => {
  const document = parse(text);
  const compiled = compileQuery(schema, document);
  if (!isCompiledQuery(compiled)) throw new Error('The document was not compiled.');
  const ran = await compiled.query(undefined, await context(), variables);
  const interpreted = await execute({ schema, document, contextValue: await context(), variableValues: variables });
  expect(seen(ran)).toEqual(seen(interpreted));
});
