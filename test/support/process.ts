import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What `npm start` starts. */
const SERVER = `${root}dist/server/main.js`;

const started: ChildProcess[] = [];

/** The build of `npm ci`, made anew where a source is newer than it. */
export function buildIfStale(): void {
  const sources = globSync(['src/**/*.ts', 'schema/**/*.ts', 'seeds/*', 'package.json'], { cwd: root });
  const newest = Math.max(...sources.map((file) => statSync(root + file).mtimeMs));
  if (existsSync(SERVER) && statSync(SERVER).mtimeMs >= newest) return;
  execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'pipe' });
}

export interface Started {
  child: ChildProcess;
  /** Where it listens, once it does. */
  address: Promise<string>;
  /** Exit code, what it said and what it complained of. */
  end: Promise<{ code: number | null; said: string; complaint: string }>;
}

/** Starts a real server on an embedded database in a directory, on a free port. */
export const start = (directory: string, settings: Record<string, string> = {}): Started =>
  launch([], directory, settings);

/** Runs a command beside it, as `solieu` with these words would. */
export const command = (directory: string, words: string[], settings: Record<string, string> = {}): Started =>
  launch(words, directory, settings);

function launch(words: string[], directory: string, settings: Record<string, string>): Started {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const env = { ...inherited, PORT: '0', HOST: '127.0.0.1', DATA_DIR: directory, LOG_LEVEL: 'silent', ...settings };
  const child = spawn(process.execPath, [SERVER, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let [said, complaint] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (part: string) => (complaint += part));
  const address = new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      said += part;
      const found = /(http:\/\/127\.0\.0\.1:\d+)\/graphql/.exec(said);
      if (found) resolve(found[1]!);
    });
  });
  const end = once(child, 'close').then(([code]) => ({ code: code as number | null, said, complaint }));
  return { child, address, end };
}

/** Ends whatever a test left running. */
export const killStarted = (): void => started.forEach((child) => child.kill('SIGKILL'));

/** The processes that a running one has started. */
export function childrenOf(pid: number): number[] {
  const list =
    process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      : spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' }).stdout;
  return list.split(/\s+/).filter(Boolean).map(Number);
}
