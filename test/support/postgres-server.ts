/**
 * A PostgreSQL server of our own: one that is thrown away, or one whose data is kept in a directory.
 * Runs without a build on Node's type stripping: only erasable syntax here.
 */
import { execFileSync, type ExecFileSyncOptions } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { newFolder } from './scratch.ts';

export interface Server {
  url: string;
  stop: () => void;
}

/** Whom the server runs as: PostgreSQL refuses root. Empty where we are not root. */
interface Account {
  uid?: number;
  gid?: number;
}

type Control = (program: string, args: string[]) => void;

const INSTALL = 'The PostgreSQL server programs (initdb, pg_ctl) are needed: install the package "postgresql".';

// The data can be made again, so nothing waits for the disk.
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  max_connections: '200',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

/** A server with a new cluster, which stopping removes. */
export async function startServer(): Promise<Server> {
  const home = newFolder('pg');
  const remove = (): void => rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  try {
    const server = await startIn(home, {}, 'immediate');
    return {
      url: server.url,
      stop: () => {
        try {
          server.stop();
        } finally {
          remove();
        }
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** A server on the cluster kept in a directory, made where there is none; its log is `log` there. */
export async function startKeptServer(home: string, settings: Record<string, string>): Promise<Server> {
  mkdirSync(home, { recursive: true });
  if (isRunning(home)) throw new Error(`${home} is in use by another PostgreSQL server.`);
  return startIn(home, settings, 'fast');
}

/** Whether a server runs on the cluster of a directory; a file that a killed one left behind says nothing. */
function isRunning(home: string): boolean {
  const holder = join(home, 'data', 'postmaster.pid');
  return existsSync(holder) && existsSync(`/proc/${readFileSync(holder, 'utf8').split('\n')[0]}`);
}

async function startIn(home: string, settings: Record<string, string>, stopping: string): Promise<Server> {
  const bin = binaries() ?? installed();
  const account = serverAccount();
  if (account.uid !== undefined && account.gid !== undefined) chownSync(home, account.uid, account.gid);
  const data = join(home, 'data');
  const log = join(home, 'log');
  const control: Control = (program, args) => {
    const options: ExecFileSyncOptions = { ...account, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] };
    execFileSync(join(bin, program), ['-D', data, ...args], options);
  };
  const stop = (): void => {
    if (existsSync(join(data, 'postmaster.pid'))) control('pg_ctl', ['stop', '-m', stopping, '-w']);
  };
  try {
    if (!existsSync(join(data, 'PG_VERSION'))) createCluster(control);
    const port = await freePort();
    configure(data, { ...SETTINGS, ...settings, port: String(port), unix_socket_directories: home });
    control('pg_ctl', ['start', '-w', '-t', '300', '-l', log]);
    return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
  } catch (error) {
    const said = existsSync(log) ? readFileSync(log, 'utf8') : '';
    stop();
    throw new Error(`PostgreSQL did not start.\n${(error as Error).message}\n${said}`);
  }
}

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
  throw new Error('PostgreSQL refuses to run as root, and there is no user "postgres" or "nobody" to run it as.');
}

function createCluster(control: Control): void {
  const args = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--no-sync'];
  try {
    control('initdb', [...args, '--locale=C.UTF-8']);
  } catch {
    // Not every system has that locale.
    control('initdb', [...args, '--locale=C']);
  }
}

/** What initdb wrote stands; ours overrides it. */
function configure(data: string, settings: Record<string, string>): void {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`);
  writeFileSync(join(data, 'postgresql.auto.conf'), lines.join(''));
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
