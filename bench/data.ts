/**
 * The database of a run: made once for a size and kept, so that the next run starts at once.
 * Runs on Node's type stripping: only erasable syntax here.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startKeptServer } from '../test/support/postgres-server.ts';
import { fillCatalogue } from './fill-catalogue.ts';
import { fillFigures } from './fill.ts';
import { startServer } from './servers.ts';
import { SOLIEU, SOLIEU_SETTINGS } from './solieu.ts';

export interface Data {
  url: string;
  observations: number;
  /** The process that all others of the database server descend from. */
  postmaster: number;
  /** What the server writes down. */
  log: string;
  stop: () => void;
}

/** What the rows depend on. */
const MADE_BY = ['schema/migrations', 'seeds', 'bench/fill.ts', 'bench/fill-catalogue.ts', 'bench/vocabulary.ts'];
const MEGABYTE = 1024 ** 2;

const SETTINGS = {
  // A quarter of the memory, as PostgreSQL's manual advises, up to what the million needs.
  shared_buffers: `${Math.min(2048, Math.floor(totalmem() / MEGABYTE / 4))}MB`,
  maintenance_work_mem: '512MB',
  max_wal_size: '8GB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  // Nothing changes while it is measured.
  autovacuum: 'off',
  log_line_prefix: '%a: ',
};

/** Starts the database of so many observations, filling it where it is not kept yet or `fresh`. */
export async function openData(observations: number, fresh: boolean): Promise<Data> {
  const root = process.env['BENCH_DATA'] ?? join(tmpdir(), 'solieu-bench');
  const home = join(root, `${checksum()}-${observations}`);
  const filled = join(home, 'filled');
  if (fresh || !existsSync(filled)) rmSync(home, { recursive: true, force: true });
  const server = await startKeptServer(home, SETTINGS);
  process.once('exit', server.stop);
  try {
    if (!existsSync(filled)) {
      await fill(server.url, observations);
      writeFileSync(filled, '');
    }
  } catch (error) {
    server.stop();
    throw error;
  }
  const postmaster = Number(readFileSync(join(home, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  return { url: server.url, stop: server.stop, observations, postmaster, log: join(home, 'log') };
}

async function fill(url: string, observations: number): Promise<void> {
  const began = performance.now();
  // The API makes its tables and brings in its real figures.
  const api = await startServer(SOLIEU, { ...SOLIEU_SETTINGS, DATABASE_URL: url });
  await api.stop();
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await fillFigures(client, observations);
    await fillCatalogue(client);
    await client.query('vacuum analyze');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
  process.stderr.write(`${observations} observations filled in ${Math.round((performance.now() - began) / 1000)} s\n`);
}

function checksum(): string {
  const hash = createHash('sha256');
  for (const file of MADE_BY.flatMap(filesOf)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

const filesOf = (path: string): string[] =>
  path.endsWith('.ts')
    ? [path]
    : readdirSync(path)
        .sort()
        .map((name) => join(path, name));
