import { writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertValidSchema } from 'graphql';
import { packageFolder } from '../src/kernel/package.js';
import { buildApiSchema, printedSchema } from '../src/schema.js';

/** Writes what the code emits to schema/schema.graphql; with `--check` only tells, by exit code 1, that they differ. */
const file = join(packageFolder, 'schema', 'schema.graphql');
const schema = buildApiSchema();
assertValidSchema(schema);
const emitted = printedSchema(schema);

if (!process.argv.includes('--check')) {
  writeFileSync(file, emitted);
} else if (readFileSync(file, 'utf8') !== emitted) {
  process.stderr.write(
    'schema/schema.graphql is not what the code emits: run "npm run schema:print" and look at the difference.\n',
  );
  process.exit(1);
}
