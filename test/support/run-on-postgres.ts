/**
 * Runs a command against a PostgreSQL server of its own: `node test/support/run-on-postgres.ts [--] [command …]`,
 * `npm test` unless told. The command finds the server in DATABASE_URL; its exit code is ours.
 * Runs without a build on Node's type stripping: only erasable syntax here.
 */
import { type ChildProcess, execFileSync, type ExecFileSyncOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { constants, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Whom the server runs as: PostgreSQL refuses root. Empty where we are not root. */
interface Account {
  uid?: number;
  gid?: number;
}

interface Server {
  url: string;
  stop: () => void;
}

const INSTALL = 'test:pg needs the PostgreSQL server programs (initdb, pg_ctl): install the package "postgresql".';

// The data is thrown away, so nothing waits for the disk.
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  max_connections: '200',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

let child: ChildProcess | null = null;
let asked: NodeJS.Signals | null = null;

async function main(given: string[]): Promise<number> {
  const command = given[0] === '--' ? given.slice(1) : given;
  let server: Server | null = null;
  try {
    server = await startServer(binaries() ?? installed(), serverAccount());
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

/** The folder of the server's programs, null where there is none. */
function binaries(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...folders, configured(), ...packaged()].find(isComplete) ?? null;
}

function isComplete(folder: string): boolean {
  return folder !== '' && ['initdb', 'pg_ctl', 'postgres'].every((program) => existsSync(join(folder, program)));
}

function configured(): string {
  try {
    return output('pg_config', ['--bindir']);
  } catch {
    return '';
  }
}

/** Where Debian keeps them, newest first. */
function packaged(): string[] {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(root, version, 'bin'));
}

/** Installs the programs where that takes no question: as root on Debian and its kin. */
function installed(): string {
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) throw new Error(INSTALL);
  console.error('No PostgreSQL server programs here: installing them with apt-get.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'postgresql']]) {
      execFileSync('apt-get', args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
    }
  } catch {
    throw new Error(INSTALL);
  }
  const found = binaries();
  if (found === null) throw new Error(INSTALL);
  return found;
}

const isRoot = (): boolean => process.getuid?.() === 0;

function serverAccount(): Account {
  if (!isRoot()) return {};
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: Number(output('id', ['-u', user])), gid: Number(output('id', ['-g', user])) };
    } catch {
      // No such user: the next one.
    }
  }
  throw new Error('test:pg runs as root, and there is no user "postgres" or "nobody" to run the server as.');
}

async function startServer(bin: string, account: Account): Promise<Server> {
  const home = mkdtempSync(join(tmpdir(), 'solieu-pg-'));
  if (account.uid !== undefined && account.gid !== undefined) chownSync(home, account.uid, account.gid);
  const data = join(home, 'data');
  const log = join(home, 'log');
  const control = (program: string, args: string[]): void => {
    const options: ExecFileSyncOptions = { ...account, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] };
    execFileSync(join(bin, program), ['-D', data, ...args], options);
  };
  const stop = (): void => {
    try {
      if (existsSync(join(data, 'postmaster.pid'))) control('pg_ctl', ['stop', '-m', 'immediate', '-w']);
    } finally {
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    }
  };
  try {
    createCluster(control);
    const port = await freePort();
    configure(data, { ...SETTINGS, port: String(port), unix_socket_directories: home });
    control('pg_ctl', ['start', '-w', '-l', log]);
    return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
  } catch (error) {
    const said = existsSync(log) ? readFileSync(log, 'utf8') : '';
    stop();
    throw new Error(`PostgreSQL did not start.\n${(error as Error).message}\n${said}`);
  }
}

function createCluster(control: (program: string, args: string[]) => void): void {
  const args = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--no-sync'];
  try {
    control('initdb', [...args, '--locale=C.UTF-8']);
  } catch {
    // Not every system has that locale.
    control('initdb', [...args, '--locale=C']);
  }
}

function configure(data: string, settings: Record<string, string>): void {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`);
  appendFileSync(join(data, 'postgresql.conf'), lines.join(''));
}

function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = createServer().once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => resolve(port));
  });
  return promise;
}

const output = (program: string, args: string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

passSignalsOn();
process.exitCode = await main(process.argv.slice(2));
