import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

const file = findPackageJSON(import.meta.url)!;

/** The folder of this package, whether the code runs compiled or not. */
export const packageFolder = dirname(file);

/** The version of this package. */
export const packageVersion: string = (
  JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
).version;
