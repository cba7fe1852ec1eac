import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

/** A worker that ends by itself is replaced, but not faster than this. */
const PAUSE_MS = 1000;

/**
 * Several processes that serve on one port, each with its own memory and connections. The first makes the tables, and where
 * it cannot start, nothing does. `ready` is told the port once all serve. Resolves to the exit code once a signal has ended
 * them all.
 */
export async function superviseWorkers(count: number, ready: (port: number) => void): Promise<number> {
  let isStopping = false;
  const ended = new Promise<number>((resolve) => {
    const endIfNoneRuns = (): void => {
      if (isStopping && workers().length === 0) resolve(0);
    };
    cluster.on('exit', endIfNoneRuns);
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        isStopping = true;
        for (const { process } of workers()) process.kill('SIGTERM');
        endIfNoneRuns();
      });
    }
  });
  let serving = 0;
  cluster.on('listening', (_, { port }) => {
    serving += 1;
    if (serving === count) ready(port);
  });
  const first = cluster.fork();
  const code = await Promise.race([once(first, 'listening').then(() => null), exitOf(first)]);
  if (code !== null) return code;
  const keep = async (worker: Worker): Promise<void> => {
    await once(worker, 'exit');
    await wait(PAUSE_MS);
    await another();
  };
  const another = async (): Promise<void> => (isStopping ? undefined : keep(cluster.fork()));
  void keep(first);
  for (let at = 1; at < count; at += 1) void another();
  return ended;
}

const workers = (): Worker[] => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);

/** 1 where a signal ended it before it served. */
const exitOf = async (worker: Worker): Promise<number> => {
  const [code] = (await once(worker, 'exit')) as [number | null];
  return code ?? 1;
};
