import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder } from '../src/kernel/package.js';

/** Where the CSV files lie, whether the loader runs compiled or not. */
export const seedFolder = (): string => join(packageFolder, 'seeds');

/** Changes with any of the files. */
export async function seedChecksum(folder = seedFolder()): Promise<string> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.csv')).sort();
  const contents = await Promise.all(files.map((file) => readFile(join(folder, file))));
  return contents
    .reduce((hash, content, at) => hash.update(files[at]!).update(content), createHash('sha256'))
    .digest('hex');
}
