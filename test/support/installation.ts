import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { command, killStarted, start, type Started } from './process.js';
import { newFolder } from './scratch.js';
import { copyOfTemplate } from './template.js';

/** Solieu as a department runs it: a server and commands, each a process, on a database of their own. */
export interface Installation {
  /** Where files of it may lie. */
  directory: string;
  serve: (more?: Record<string, string>) => Started;
  /** What a command came to. */
  solieu: (...words: string[]) => Started['end'];
  /** The same, while it runs. */
  run: (...words: string[]) => Started;
  /** Kills what runs, and leaves nothing. */
  remove: () => Promise<void>;
}

/** A new one; on a database of the server in DATABASE_URL where that is set. */
export async function installation(): Promise<Installation> {
  const directory = newFolder('installation');
  const data = join(directory, 'data');
  const { settings, drop } = await database();
  return {
    directory,
    serve: (more = {}) => start(data, { ...settings, ...more }),
    solieu: (...words) => command(data, words, settings).end,
    run: (...words) => command(data, words, settings),
    remove: async () => {
      killStarted();
      await drop();
      rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function database(): Promise<{ settings: Record<string, string>; drop: () => Promise<void> }> {
  const server = process.env['DATABASE_URL'];
  if (!server) return { settings: {}, drop: () => Promise.resolve() };
  const copy = await copyOfTemplate(false);
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(copy.database.db);
  const url = Object.assign(new URL(server), { pathname: `/${rows[0]!.name}` }).href;
  return { settings: { DATABASE_URL: url }, drop: copy.drop };
}
