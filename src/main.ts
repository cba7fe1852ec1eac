import { enableCompileCache } from 'node:module';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 17)) {
  process.stderr.write(
    `Solieu needs Node 22.17 or newer, this is ${process.versions.node}: run it by "npm start", which brings its own.\n`,
  );
  process.exit(1);
}
enableCompileCache();
const { serve } = await import('./serve.js');
await serve(process.env);
