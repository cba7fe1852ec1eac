/** Server programs as processes of their own, and what they use. Runs on Node's type stripping: only erasable syntax here. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';

export interface Served {
  port: number;
  /** Megabytes of memory that it holds. */
  memory: () => number;
  /** Milliseconds of the processor that it has used. */
  cpu: () => number;
  stop: () => Promise<void>;
}

const TICKS_A_SECOND = 100;

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a program of Node that says on which port it listens: `…:4000/…` or `4000`, in the first that it writes. */
export async function startServer(program: string, settings: Record<string, string>): Promise<Served> {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const said = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  if (!Buffer.isBuffer(said[0])) throw new Error(`${program} did not start: see above.`);
  child.stdout.resume();
  const port = Number(/(?:^|:)(\d{2,5})\b/m.exec(said[0].toString('utf8'))?.[1]);
  if (!port) throw new Error(`${program} did not say its port, but: ${said[0].toString('utf8')}`);
  return {
    port,
    memory: () => childrenOf(child.pid!).reduce((sum, { pid }) => sum + memoryOf(pid), memoryOf(child.pid!)),
    cpu: () => cpuOfTree(child.pid!),
    stop: () => stopped(child),
  };
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
  await gone;
  clearTimeout(timer);
}

/** Milliseconds of the processor that a server has used: itself, its processes, and those that have ended. */
export function cpuOfTree(pid: number): number {
  const { own, ended } = cpuOf(pid);
  return childrenOf(pid).reduce((sum, child) => sum + child.own, own + ended);
}

const childrenOf = (pid: number): Used[] => processes().filter(({ parent }) => parent === pid);

/** Megabytes that a process holds now. */
const memoryOf = (pid: number): number => stated(pid, 'VmRSS');

/** Megabytes that it has held at most; 0 for one that has ended. */
export const peakMemoryOf = (pid: number): number => stated(pid, 'VmHWM');

/** Megabytes of a server and its processes without what they share. */
export const ownMemoryOf = (pid: number): number =>
  childrenOf(pid).reduce((sum, child) => sum + stated(child.pid, 'RssAnon'), stated(pid, 'RssAnon'));

function stated(pid: number, what: string): number {
  try {
    return Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

interface Used {
  pid: number;
  parent: number;
  own: number;
  ended: number;
}

function processes(): Used[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [cpuOf(Number(name))];
      } catch {
        // It has just ended.
        return [];
      }
    });
}

/** See proc(5): after the name in brackets come state, parent, and in the 12th to 15th place the ticks. */
function cpuOf(pid: number): Used {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
    .map(Number);
  const ticks = (place: number): number => (fields[place]! * 1000) / TICKS_A_SECOND;
  return { pid, parent: fields[1]!, own: ticks(11) + ticks(12), ended: ticks(13) + ticks(14) };
}
