import { createHash } from 'node:crypto';

/** Counts and hashes lines as they pass. */
export class Sums {
  #hash = createHash('sha256');
  rows = 0;

  add(lines: readonly string[]): string {
    const text = `${lines.join('\n')}\n`;
    this.#hash.update(text);
    this.rows += lines.length;
    return text;
  }

  /** Once, at the end. */
  sha256(): string {
    return this.#hash.digest('hex');
  }
}
