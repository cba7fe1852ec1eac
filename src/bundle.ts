/** Bundles what tsc made, so that a start reads few files. */
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { build } from 'esbuild';

/**
 * How the bundle gives the functions of expressions their names: each time one is made, and closures are made all the time.
 * Nobody asks theirs; classes and declared functions have their own way. As long as what stands for it, for the source maps.
 */
const NAMED = '/* @__PURE__ */ __name(';
const UNNAMED = '/* @__PURE__ */ __same(';
const SAME = 'function __same(target) { return target; }\n$&';
const MAP = /\/\/# sourceMappingURL=.*\s*$/;

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
  await writeFile(path, isHere ? text.replaceAll(NAMED, UNNAMED).replace(MAP, SAME) : contents);
}
if (!isFound) throw new Error('The bundle names its functions in a way that src/bundle.ts does not know.');
// It is a command: `npx solieu` runs the file itself.
await chmod('dist/server/main.js', 0o755);
