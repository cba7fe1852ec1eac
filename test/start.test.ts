import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';

/** What `npm start` starts; `npm ci` and `npm run build` make it. */
const SERVER = fileURLToPath(new URL('../dist/server/main.js', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'solieu-start-'));
const started: ChildProcess[] = [];

afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
});

interface Started {
  child: ChildProcess;
  /** Where it listens, once it does. */
  address: Promise<string>;
  /** Exit code and what it complained of. */
  end: Promise<{ code: number | null; complaint: string }>;
}

function start(settings: Record<string, string> = {}): Started {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const env = { ...inherited, PORT: '0', HOST: '127.0.0.1', DATA_DIR: directory, LOG_LEVEL: 'silent', ...settings };
  const child = spawn(process.execPath, [SERVER], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let [said, complaint] = ['', ''];
  child.stderr.on('data', (part: Buffer) => (complaint += part.toString()));
  const address = new Promise<string>((resolve) => {
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      const found = /(http:\/\/127\.0\.0\.1:\d+)\/graphql/.exec(said);
      if (found) resolve(found[1]!);
    });
  });
  const end = once(child, 'exit').then(([code]) => ({ code: code as number | null, complaint }));
  return { child, address, end };
}

const answers = async (address: string): Promise<unknown> => {
  const response = await fetch(`${address}/graphql?query={observations{totalCount}}`);
  return response.json();
};

test('one process holds a directory, a dead one does not, and a stop drains', async () => {
  const first = start();
  const before = await answers(await first.address);

  const second = await start().end;
  expect(second).toEqual({
    code: 1,
    complaint: `${directory} is held by process ${first.child.pid}: stop it first, or set DATA_DIR to another directory.\n`,
  });

  first.child.kill('SIGKILL');
  await first.end;
  const third = start();
  const address = await third.address;
  expect(await answers(address)).toEqual(before);

  third.child.kill('SIGTERM');
  await wait(200);
  const ready = await fetch(`${address}/health/ready`);
  expect([ready.status, ready.headers.get('connection'), await answers(address)]).toEqual([503, 'close', before]);
  expect((await third.end).code).toBe(0);
}, 60_000);

test('each wrong variable stops the start with a line that names it', async () => {
  expect(await start({ PORT: 'http', MAX_PAGE: '0' }).end).toEqual({
    code: 1,
    complaint:
      'PORT: "http" must be a whole number from 0 to 65535\nMAX_PAGE: "0" must be a whole number from 1 to 100000\n',
  });
}, 30_000);

test('a database that is not there stops the start with one line', async () => {
  const { code, complaint } = await start({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' }).end;
  expect([code, complaint.trim().split('\n').length]).toEqual([1, 1]);
}, 30_000);
