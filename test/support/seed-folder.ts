import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';
import { sql } from 'kysely';
import type { Database } from '../../src/kernel/database.js';
import { newFolder } from './scratch.js';
import { copyOfTemplate } from './template.js';

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url));

/** A copy of the seeds that a test may spoil, and a database to bring them into. */
export class SeedFolder {
  private constructor(
    readonly database: Database,
    private readonly drop: () => Promise<void>,
    readonly path: string,
  ) {}

  static async open(): Promise<SeedFolder> {
    const { database, drop } = await copyOfTemplate(false);
    return new SeedFolder(database, drop, newFolder('seeds'));
  }

  async close(): Promise<void> {
    await this.drop();
    await rm(this.path, { recursive: true });
  }

  /** The files as they are in the repository. */
  restore(): Promise<void> {
    return cp(SEEDS, this.path, { recursive: true, filter: (path) => !path.endsWith('.ts') });
  }

  read(file: string): Promise<string> {
    return readFile(join(this.path, file), 'utf8');
  }

  /** Replaces text in a file; the number of the line on which it stood. */
  async edit(file: string, from: string | RegExp, to: string): Promise<number> {
    const before = await this.read(file);
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    await writeFile(join(this.path, file), after);
    const place = typeof from === 'string' ? before.indexOf(from) : before.search(from);
    return before.slice(0, place).split('\n').length;
  }

  append(file: string, line: string): Promise<number> {
    return this.edit(file, /$/, `${line}\n`);
  }

  async rowsOf<T>(query: string): Promise<T[]> {
    return (await sql.raw<T>(query).execute(this.database.db)).rows;
  }

  /** The version of every row of every table. */
  async rowVersions(): Promise<unknown> {
    const tables = await this.rowsOf<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = current_schema() order by 1`,
    );
    const all = await Promise.all(
      tables.map(({ name }) => this.rowsOf(`select t::text as row, xmin::text, ctid::text from "${name}" t`)),
    );
    return all.map((rows, at) => [tables[at]!.name, rows]);
  }
}
