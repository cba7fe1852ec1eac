import { rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startServer } from './support/postgres-server.js';
import { buildIfStale, childrenOf, killStarted, start } from './support/process.js';
import { newFolder } from './support/scratch.js';

const directory = newFolder('start');
const held = join(directory, 'held');

beforeAll(buildIfStale, 120_000);
afterAll(() => {
  killStarted();
  rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
});

const QUESTION = '{ observations { totalCount } releases { nodes { code } } }';

async function ask(address: string, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(`${address}/graphql?query=${encodeURIComponent(QUESTION)}`, { headers });
  return response.json();
}

test('one process holds a directory, a dead one does not, and what it held is there', async () => {
  const first = start(held);
  const before = await ask(await first.address);

  const second = start(held);
  expect(await second.end).toEqual({
    code: 1,
    said: '',
    complaint: `${held} is held by process ${first.child.pid}: stop it first, or set DATA_DIR to another directory.\n`,
  });

  first.child.kill('SIGKILL');
  await first.end;
  const third = start(held);
  expect(await ask(await third.address)).toEqual(before);
  third.child.kill('SIGKILL');
  await third.end;
}, 60_000);

test('a stop is told at once, the port stays open for a second, and what runs is answered', async () => {
  const server = start(held);
  const address = await server.address;
  const before = await ask(address);
  const running = Array.from({ length: 20 }, () => ask(address));
  const stopped = performance.now();
  server.child.kill('SIGTERM');
  expect(await Promise.all(running)).toEqual(running.map(() => before));

  await wait(100);
  const ready = await fetch(`${address}/health/ready`);
  expect([ready.status, ready.headers.get('connection'), ready.headers.get('retry-after')]).toEqual([
    503,
    'close',
    '1',
  ]);
  await wait(900 - (performance.now() - stopped));
  expect(await ask(address)).toEqual(before);

  expect((await server.end).code).toBe(0);
  expect(performance.now() - stopped).toBeLessThan(10_000);
}, 60_000);

test('a first start that is killed half-way leaves nothing half-made', async () => {
  const files = join(directory, 'first');
  for (const moment of [150, 400, 800, 1200]) {
    const cut = start(files);
    await wait(moment);
    cut.child.kill('SIGKILL');
    await cut.end;
  }
  const [whole, known] = [start(files), start(join(directory, 'other'))];
  expect(await ask(await whole.address)).toEqual(await ask(await known.address));
  for (const { child } of [whole, known]) child.kill('SIGKILL');
}, 60_000);

test('logs are lines of JSON with the id of the request, and without what it authorizes itself by', async () => {
  const server = start(held, { LOG_LEVEL: 'trace' });
  const address = await server.address;
  const response = await fetch(`${address}/graphql?query={nothing}`, {
    headers: { authorization: 'Bearer topsecret', cookie: 'key=topsecret' },
  });
  server.child.kill('SIGTERM');
  const { said } = await server.end;
  const lines = said.split('\n').filter((line) => line.startsWith('{'));
  const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(logged).toContainEqual(
    expect.objectContaining({
      reqId: response.headers.get('x-request-id'),
      method: 'GET',
      path: '/graphql',
      status: response.status,
    }),
  );
  expect(said).not.toContain('topsecret');
});

test('a request that breaks off is not said to be answered', async () => {
  const server = start(held, { LOG_LEVEL: 'info' });
  const { hostname, port } = new URL(await server.address);
  const socket = connect(Number(port), hostname);
  socket.write(
    'POST /graphql HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{"query"',
  );
  await wait(300);
  socket.destroy();
  await wait(300);
  server.child.kill('SIGTERM');
  const { said } = await server.end;
  expect(said).not.toContain('"answered"');
});

test('each wrong variable stops the start with a line that names it', async () => {
  const wrong = { PORT: 'http', HOST: 'a b', PUBLIC_URL: 'data', LOG_LEVEL: 'loud', MAX_PAGE: '0', DATABASE_URL: 'mysql://me:secret@host' }; // prettier-ignore
  const { code, complaint } = await start(join(directory, 'wrong'), wrong).end;
  const lines = complaint.trimEnd().split('\n');
  expect([code, lines.map((line) => line.split(':')[0]).sort(), complaint.includes('secret')]).toEqual([
    1,
    Object.keys(wrong).sort(),
    false,
  ]);
});

test.each([
  ['a database that is not there', { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/nothing' }],
  ['a directory that cannot be made', { DATA_DIR: '/dev/null/data' }],
  ['an address that is not this machine', { HOST: '192.0.2.1' }],
])(
  '%s stops the start with one line',
  async (_, settings: Record<string, string>) => {
    const { code, complaint } = await start(join(directory, 'other'), settings).end;
    expect([code, complaint.trimEnd().split('\n').length, /secret|\n\s+at /.test(complaint)]).toEqual([1, 1, false]);
  },
  30_000,
);

test('workers share a port, one that dies is replaced, and a stop ends them all', async () => {
  const { url, stop } = await startServer();
  try {
    const server = start(directory, { DATABASE_URL: url, WORKERS: '2' });
    const address = await server.address;
    const before = await ask(address);
    const workers = await until(() => childrenOf(server.child.pid!), 2);

    process.kill(workers[0]!, 'SIGKILL');
    await until(() => childrenOf(server.child.pid!), 1);
    const replaced = await until(() => childrenOf(server.child.pid!), 2);
    expect([await ask(address), replaced.includes(workers[0]!)]).toEqual([before, false]);

    server.child.kill('SIGTERM');
    const { code, said } = await server.end;
    expect([code, said.match(/is ready/g)?.length, replaced.filter(isRunning)]).toEqual([0, 1, []]);
  } finally {
    stop();
  }
}, 60_000);

async function until(find: () => number[], count: number): Promise<number[]> {
  for (;;) {
    const found = find();
    if (found.length === count) return found;
    await wait(20);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('a stop that finds all workers dead ends at once', async () => {
  const { url, stop } = await startServer();
  try {
    const server = start(directory, { DATABASE_URL: url, WORKERS: '2' });
    await server.address;
    for (const worker of await until(() => childrenOf(server.child.pid!), 2)) process.kill(worker, 'SIGKILL');
    await until(() => childrenOf(server.child.pid!), 0);
    server.child.kill('SIGTERM');
    expect((await server.end).code).toBe(0);
  } finally {
    stop();
  }
}, 60_000);

test('several workers need a database server', async () => {
  const { code, complaint } = await start(join(directory, 'wrong'), { WORKERS: '2' }).end;
  expect([code, complaint]).toEqual([
    1,
    'WORKERS: "2" needs DATABASE_URL: one process alone can hold the embedded database\n',
  ]);
});

test('where the first worker cannot start, one line says why and nothing serves', async () => {
  const settings = { WORKERS: '2', DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/nothing' };
  const { code, complaint } = await start(directory, settings).end;
  expect([code, complaint.trimEnd().split('\n').length]).toEqual([1, 1]);
});
