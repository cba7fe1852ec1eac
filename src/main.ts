#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import type { RunCommand } from './cli/command.js';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 17)) {
  process.stderr.write(
    `Solieu needs Node 22.17 or newer, this is ${process.versions.node}: run it by "npm start", which brings its own.\n`,
  );
  process.exit(1);
}
enableCompileCache();
// Classes tell of themselves as they are loaded, in whatever order the parts of the bundle are.
await import('reflect-metadata');

const [command = 'serve', ...rest] = process.argv.slice(2);
if (command === 'serve' && rest.length === 0) {
  const { serve } = await import('./serve.js');
  // A server loads the commands when the first one is asked of it.
  const run: RunCommand = async (argv, shell) => (await import('./cli/program.js')).runForCaller(argv, shell);
  await serve(process.env, run);
} else {
  const { commandLine } = await import('./cli/command-line.js');
  process.exit(await commandLine([command, ...rest], process.env));
}
