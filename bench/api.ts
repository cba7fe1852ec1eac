/** Starts the built API as a process of its own. Runs on Node's type stripping: only erasable syntax here. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

export interface Api {
  /** Megabytes of memory that it holds. */
  memory: () => number;
  stop: () => Promise<unknown>;
}

/** Migrates and seeds the database of DATABASE_URL, and serves with limits that let the works through. */
export async function startApi(port: number, connections: number): Promise<Api> {
  const settings = {
    PORT: String(port),
    LOG_LEVEL: 'warn',
    MAX_PAGE: '10000',
    MAX_COST: '1000000',
    MAX_WAIT_MS: '60000',
    DATABASE_POOL: String(connections),
  };
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  if (child.exitCode !== null) throw new Error('The API did not start: see above.');
  return {
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    stop: () => {
      child.kill('SIGTERM');
      return once(child, 'exit');
    },
  };
}
