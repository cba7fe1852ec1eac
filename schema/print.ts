import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertValidSchema, buildSchema, findBreakingChanges } from 'graphql';
import { packageFolder } from '../src/kernel/package.js';
import { buildApiSchema, printedSchema } from '../src/schema.js';

/**
 * Writes what the code emits to schema.graphql. With `--check` it writes nothing and ends with 1 where the file is not what
 * the code emits, or where a document written against released.graphql may break. With `--release` it writes both.
 */
const fileOf = (name: string): string => join(packageFolder, 'schema', name);

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

function check(emitted: string): void {
  if (readFileSync(fileOf('schema.graphql'), 'utf8') !== emitted) {
    fail('schema/schema.graphql is not what the code emits: run "npm run schema:print" and look at the difference.');
  }
  const released = buildSchema(readFileSync(fileOf('released.graphql'), 'utf8'));
  for (const { description } of findBreakingChanges(released, buildSchema(emitted))) {
    fail(`A consumer's document may break: ${description}`);
  }
}

const schema = buildApiSchema();
assertValidSchema(schema);
const emitted = printedSchema(schema);
if (process.argv.includes('--check')) check(emitted);
else writeFileSync(fileOf('schema.graphql'), emitted);
if (process.argv.includes('--release')) writeFileSync(fileOf('released.graphql'), emitted);
