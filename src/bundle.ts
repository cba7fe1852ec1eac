/** Bundles what tsc made, so that a start reads few files. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { build } from 'esbuild';

/** How the bundle gives functions their names: for every closure, each time it is made. */
const NAMED = 'var __name = (target, value) => __defProp(target, "name", { value, configurable: true });';
/** The same for classes and plain functions that lack theirs: closures are made all the time, and nobody asks their names. */
const NAMED_WHERE_NEEDED =
  'var __name = (target, value) => target.prototype === undefined || target.name === value ? target : __defProp(target, "name", { value, configurable: true });';

const { outputFiles } = await build({
  entryPoints: ['dist/src/main.js'],
  outdir: 'dist/server',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  // The schema is made of the names of classes.
  keepNames: true,
  sourcemap: true,
  write: false,
  logLevel: 'error',
  external: ['@electric-sql/pglite', '@mikro-orm/cli', 'class-validator', 'pg-native'],
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
});

let isFound = false;
for (const { path, contents, text } of outputFiles) {
  await mkdir(dirname(path), { recursive: true });
  const isHere = path.endsWith('.js') && text.includes(NAMED);
  isFound ||= isHere;
  await writeFile(path, isHere ? text.replace(NAMED, NAMED_WHERE_NEEDED) : contents);
}
if (!isFound) throw new Error('The bundle names its functions in a way that src/bundle.ts does not know.');
