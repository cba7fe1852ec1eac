import cluster from 'node:cluster';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { RunCommand } from './cli/command.js';
import { type CommandSocket, listenForCommands } from './cli/command-socket.js';
import { type Config, readConfig, WrongConfig } from './config.js';
import type { App } from './http/app.js';
import type { Database } from './kernel/database.js';
import { DirectoryHeld, type DirectoryLock, lockDirectory } from './kernel/directory-lock.js';
import { openUpToDate } from './open.js';
import { superviseWorkers } from './workers.js';

/** How long the port stays open after a stop is asked, so that whoever routes requests sees it. */
const DRAIN_MS = 1000;
/** How long running requests may take to finish before they are cut. */
const MOST_STOP_MS = 9000;

/** What runs until a signal comes. */
interface Running {
  app: App;
  database: Database;
  /** Only where this process holds an embedded directory. */
  lock: DirectoryLock | null;
  commands: CommandSocket | null;
}

/**
 * Serves until a signal comes, and runs commands for other processes meanwhile. What stops the start is told in one line, and the
 * process ends with 1.
 */
export async function serve(environment: Record<string, string | undefined>, run: RunCommand): Promise<void> {
  try {
    const config = readConfig(environment);
    if (config.workers > 1 && cluster.isPrimary) {
      const ready = (port: number): void => void process.stdout.write(welcome(config, port));
      process.exit(await superviseWorkers(config.workers, ready));
    }
    await start(config, run);
  } catch (error) {
    process.stderr.write(`${reasonOf(error)}\n`);
    process.exitCode = 1;
    // A pool or an embedded database that is half open would keep the process alive.
    process.exit();
  }
}

async function start(config: Config, run: RunCommand): Promise<void> {
  const lock = config.databaseUrl ? null : lockDirectory(config.dataDirectory);
  // The database opens while the rest of the code loads.
  const [database, { createApp }] = await Promise.all([openUpToDate(config), import('./http/app.js')]);
  const app = await createApp(config, database);
  await app.http.listen({ port: config.port, host: config.host });
  const commands = lock && (await listenForCommands(config, database, run));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void stop({ app, database, lock, commands }));
  }
  const { port } = app.http.server.address() as AddressInfo;
  if (cluster.isPrimary) process.stdout.write(welcome(config, port));
}

async function stop({ app, database, lock, commands }: Running): Promise<void> {
  // A terminal signals the workers too, and who started them tells them once more.
  if (app.readiness.isDraining) return;
  app.readiness.isDraining = true;
  setTimeout(() => process.exit(1), MOST_STOP_MS).unref();
  await Promise.all([wait(DRAIN_MS), commands?.close()]);
  await app.close();
  await app.http.close();
  await database.close();
  lock?.release();
  process.exit(0);
}

function welcome({ host, publicUrl }: Config, port: number): string {
  const address = publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const ready = Math.round(performance.now());
  return `Solieu is ready after ${ready} ms. Open one of:
  ${address}/                the portal
  ${address}/graphql         the API (POST, or GET for queries)
  ${address}/schema.graphql  what can be asked
  ${address}/health/ready    whether it can answer
`;
}

function reasonOf(error: unknown): string {
  if (error instanceof WrongConfig || error instanceof DirectoryHeld) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `PORT: the address is in use already: ${message}`;
  return `Solieu cannot start: ${message || code}`;
}
