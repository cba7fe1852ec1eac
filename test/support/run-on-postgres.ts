/**
 * Runs a command against a PostgreSQL server of its own: `node test/support/run-on-postgres.ts [--] [command …]`,
 * `npm test` unless told. The command finds the server in DATABASE_URL; its exit code is ours.
 * Runs without a build on Node's type stripping: only erasable syntax here.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { type Server, startServer } from './postgres-server.ts';

let child: ChildProcess | null = null;
let asked: NodeJS.Signals | null = null;

async function main(given: string[]): Promise<number> {
  const command = given[0] === '--' ? given.slice(1) : given;
  let server: Server | null = null;
  try {
    server = await startServer();
    return await run(command.length > 0 ? command : ['npm', 'test'], server.url);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    server?.stop();
  }
}

/** A signal goes to the command and all it started; the server stops once the command has. */
function passSignalsOn(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      asked = signal;
      if (child?.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, signal);
    });
  }
}

async function run([program = '', ...args]: string[], url: string): Promise<number> {
  if (asked) return exitCode(null, asked);
  const env = { ...process.env, DATABASE_URL: url };
  // A group of its own, because npm passes signals on to its shell only.
  child = spawn(program, args, { stdio: 'inherit', detached: true, env });
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return exitCode(code, signal);
}

/** As a shell counts: a command ended by a signal gives 128 and the signal's number. */
const exitCode = (code: number | null, signal: NodeJS.Signals | null): number =>
  code ?? 128 + (signal ? constants.signals[signal] : 0);

passSignalsOn();
process.exitCode = await main(process.argv.slice(2));
