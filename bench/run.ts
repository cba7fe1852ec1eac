/**
 * Measures the API against the limit on one PostgreSQL server, interleaved: `npm run bench [-- observations [seconds [rounds]]]`.
 * Only the ratios mean anything. Runs on Node's type stripping: only erasable syntax here.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { fill } from './fill.ts';
import { serveLimit } from './limit.ts';
import { type Ask, load, type Measured } from './load.ts';

const [observations = 200_000, seconds = 3, rounds = 3] = process.argv.slice(2).map(Number);
const CONNECTIONS = 8;
const API_PORT = 4499;

const W1 = `query W1($indicator: String!, $territory: String!) {
  indicator(code: $indicator) {
    code
    name
    unit { code }
    observations(filter: { territories: [$territory] }, orderBy: { field: PERIOD, direction: DESC }, first: 12) {
      nodes { period { code } value status unitMultiplier citation { source { title publishedOn { date } } } }
    }
  }
}`;
const W3 = `query W3($indicator: String!) {
  observations(filter: { indicators: [$indicator] }, first: 10000) {
    nodes { period { code } value status unitMultiplier citation { source { title publishedOn { date } } } }
  }
}`;
const TABLE = `query Table($indicator: String!) { table(filter: { indicators: [$indicator] }) { size values status } }`;

const indicator = (turn: number): string => `BENCH_${String((turn % 100) + 1).padStart(3, '0')}`;
const territory = (turn: number): string => `B${String((turn % 10) + 1).padStart(4, '0')}`;
const api =
  (query: string) =>
  (turn: number): Ask => ({
    port: API_PORT,
    path: '/graphql',
    body: JSON.stringify({ query, variables: { indicator: indicator(turn), territory: territory(turn) } }),
  });

async function startApi(): Promise<{ rss: () => number; stop: () => Promise<unknown> }> {
  const settings = {
    PORT: String(API_PORT),
    LOG_LEVEL: 'warn',
    MAX_PAGE: '10000',
    MAX_COST: '1000000',
    MAX_WAIT_MS: '60000',
    DATABASE_POOL: String(CONNECTIONS),
  };
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const rss = (): number =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
  const stop = (): Promise<unknown> => {
    child.kill('SIGTERM');
    return once(child, 'exit');
  };
  return { rss, stop };
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

const databaseUrl = process.env['DATABASE_URL'];
if (!databaseUrl) throw new Error('DATABASE_URL is not set: run "npm run bench", which starts a server.');
const server = await startApi();
const client = new Client({ connectionString: databaseUrl });
await client.connect();
const began = performance.now();
await fill(client, observations);
await client.end();
process.stdout.write(`${observations} observations filled in ${Math.round((performance.now() - began) / 1000)} s\n`);
const limit = await serveLimit(databaseUrl, CONNECTIONS);
const asks: Record<string, (turn: number) => Ask> = {
  'W1 limit': (turn) => ({ port: limit.port, path: `/w1?indicator=${indicator(turn)}&territory=${territory(turn)}` }),
  'W1 Solieu': api(W1),
  'W3 limit': (turn) => ({ port: limit.port, path: `/w3?indicator=${indicator(turn)}` }),
  'W3 Solieu': api(W3),
  'W3 table': api(TABLE),
};
const results = new Map<string, (Measured & { rss: number })[]>(Object.keys(asks).map((name) => [name, []]));
for (const next of Object.values(asks)) await load(next, 1);
for (let round = 0; round < rounds; round += 1) {
  for (const [name, next] of Object.entries(asks))
    results.get(name)!.push({ ...(await load(next, seconds)), rss: server.rss() });
}
process.stdout.write(
  '\n| work | answers/s | of the limit | p99 ms | bytes | API memory MB |\n|---|---|---|---|---|---|\n',
);
for (const [name, runs] of results) {
  const perSecond = median(runs.map((run) => run.perSecond));
  const reference = median(results.get(`${name.slice(0, 2)} limit`)!.map((run) => run.perSecond));
  const cells = [
    name,
    perSecond.toFixed(1),
    (perSecond / reference).toFixed(2),
    median(runs.map((run) => run.p99)).toFixed(1),
  ];
  process.stdout.write(
    `| ${[...cells, runs[0]!.bytes, median(runs.map((run) => run.rss)).toFixed(0)].join(' | ')} |\n`,
  );
}
limit.server.close();
await limit.pool.end();
await server.stop();
