/**
 * Measures the API against the limit on one PostgreSQL server, interleaved:
 * `npm run bench -- [observations [seconds [rounds]]] [--only W2,W4]`. Only the ratios mean anything.
 * Runs on Node's type stripping: only erasable syntax here.
 */
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { startApi } from './api.ts';
import { fill } from './fill.ts';
import { fillCatalogue } from './fill-catalogue.ts';
import { serveLimit } from './limit.ts';
import { load, type Measured } from './load.ts';
import { type Work, worksOf } from './works.ts';

const CONNECTIONS = 8;
const API_PORT = 4499;

type Run = Measured & { memory: number };

const { values: options, positionals } = parseArgs({
  options: { only: { type: 'string' } },
  allowPositionals: true,
});
const [observations = 200_000, seconds = 3, rounds = 5] = positionals.map(Number);
const databaseUrl = process.env['DATABASE_URL'];
if (!databaseUrl) throw new Error('DATABASE_URL is not set: run "npm run bench", which starts a server.');

const api = await startApi(API_PORT, CONNECTIONS);
const limit = await serveLimit(databaseUrl, CONNECTIONS);
try {
  const works = chosen(worksOf(API_PORT, limit.port), options.only);
  await fillFor(works, databaseUrl);
  report(await measured(works));
} finally {
  limit.server.close();
  await limit.pool.end();
  await api.stop();
}

function chosen(works: Record<string, Work>, only: string | undefined): Record<string, Work> {
  const names = only?.split(',') ?? Object.keys(works);
  const unknown = names.find((name) => !Object.hasOwn(works, name));
  if (unknown !== undefined) throw new Error(`No work ${unknown}: there are ${Object.keys(works).join(', ')}.`);
  return Object.fromEntries(names.map((name) => [name, works[name]!]));
}

async function fillFor(works: Record<string, Work>, url: string): Promise<void> {
  const needs = new Set(Object.values(works).map((work) => work.needs));
  const client = new Client({ connectionString: url });
  await client.connect();
  const began = performance.now();
  if (needs.has('figures')) await fill(client, observations);
  if (needs.has('catalogue')) await fillCatalogue(client);
  await client.end();
  process.stdout.write(`${[...needs].join(' and ')} filled in ${Math.round((performance.now() - began) / 1000)} s\n`);
}

/** A run of each way of each work, and again, so that what slows the machine slows them all; five seconds of each before, as a server that has run for a while. */
async function measured(works: Record<string, Work>): Promise<Map<string, Map<string, Run[]>>> {
  const ways = Object.entries(works).flatMap(([work, { ways }]) => ways.map((way) => ({ work, ...way })));
  const runs = new Map(Object.entries(works).map(([work, { ways }]) => [work, new Map(ways.map(({ name }) => [name, [] as Run[]]))]));
  for (const { ask } of ways) await load(ask, 5);
  for (let round = 0; round < rounds; round += 1) {
    for (const { work, name, ask } of ways) {
      runs.get(work)!.get(name)!.push({ ...(await load(ask, seconds)), memory: api.memory() });
    }
  }
  return runs;
} // prettier-ignore

function report(results: Map<string, Map<string, Run[]>>): void {
  const lines = [
    '',
    '| work | answers/s | of the limit | p99 ms | bytes | API memory MB |',
    '|---|---|---|---|---|---|',
  ];
  for (const [work, ways] of results) {
    const reference = median(ways.get('limit')!.map((run) => run.perSecond));
    for (const [way, runs] of ways) {
      const of = (what: keyof Run): number => median(runs.map((run) => run[what]));
      const perSecond = of('perSecond');
      const cells = [`${work} ${way}`, perSecond.toFixed(1), (perSecond / reference).toFixed(2), of('p99').toFixed(1)];
      lines.push(`| ${[...cells, of('bytes'), of('memory').toFixed(0)].join(' | ')} |`);
    }
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
