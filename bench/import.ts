/**
 * How long a file of figures takes into a draft, in how much memory, while readers ask.
 * Runs on Node's type stripping: only erasable syntax here.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { startKeptServer } from '../test/support/postgres-server.ts';
import { fillCodes, indicatorCode, INDICATORS, PERIODS, SOURCES, territoriesOf, territoryCode } from './fill.ts';
import { machine } from './report.ts';
import { ownMemoryOf, peakMemoryOf, startServer } from './servers.ts';
import { SOLIEU, SOLIEU_SETTINGS } from './solieu.ts';

const MEGABYTE = 1024 ** 2;
const DRAFT = 'BENCH';

/** As a server is that must lose nothing. */
const SETTINGS = {
  shared_buffers: `${Math.min(2048, Math.floor(totalmem() / MEGABYTE / 4))}MB`,
  max_wal_size: '4GB',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
};

interface Run {
  step: string;
  seconds: number;
  /** Megabytes: the most of the command, and of the processes of the database without what they share. */
  memory: number;
  database: number;
  said: string;
}

/** What readers met meanwhile. */
interface Read {
  answers: number;
  failed: number;
  p50: number;
  slowest: number;
}

/** Imports a file of so many figures into an empty draft, again, checks the draft and publishes it, beside an API that is read or alone. */
export async function importsOf(size: number, isAlone: boolean): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'solieu-bench-import-'));
  // The server may run as another user.
  chmodSync(home, 0o755);
  const server = await startKeptServer(join(home, 'pg'), SETTINGS);
  const clear = (): void => {
    server.stop();
    rmSync(home, { recursive: true, force: true });
  };
  process.once('exit', clear);
  const settings = { ...SOLIEU_SETTINGS, DATABASE_URL: server.url };
  const api = await startServer(SOLIEU, settings);
  await filledCodes(server.url, size);
  const file = join(home, 'figures.csv');
  await writeFigures(file, size);
  const postmaster = Number(readFileSync(join(home, 'pg', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const solieu = (step: string, ...words: string[]): Promise<Run> => timed(step, words, settings, postmaster);

  if (isAlone) await api.stop();
  const stopReading = isAlone ? null : reading(api.port);
  const load = ['import', 'observations', file, '--release', DRAFT, '--json'];
  const runs = [
    await solieu('a dry run', ...load, '--dry-run'),
    // While somebody reads what a dry run says, and after, the database clears up and learns in its own time.
    await vacuumed(server.url).then(() => solieu('the import', ...load)),
    await solieu('the same again', ...load),
    await solieu('check', 'check', DRAFT, '--json'),
    await vacuumed(server.url).then(() => solieu('check, vacuumed', 'check', DRAFT, '--json')),
    await solieu('publish', 'release', 'publish', DRAFT),
  ];
  const read = (await stopReading?.()) ?? null;
  if (!isAlone) await api.stop();
  clear();
  refuseUnlessWhole(runs, size);
  return report(size, runs, read);
}

/** Indicators, places, documents and a draft: what the file names. */
const filledCodes = (url: string, size: number): Promise<void> =>
  connected(url, (client) => fillCodes(client, territoriesOf(size)));

const vacuumed = (url: string): Promise<unknown> => connected(url, (client) => client.query('vacuum analyze'));

async function connected<T>(url: string, act: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

function writeFigures(file: string, size: number): Promise<void> {
  return pipeline(Readable.from(lines(size)), createWriteStream(file));
}

/** A month, in it an indicator, in it a place, as reports come in. */
function* lines(size: number): Generator<string> {
  yield 'indicator,territory,period,publisher,source,locator,status,value,unit_multiplier,same_period_last_year,note_vi\n';
  const territories = territoriesOf(size);
  for (let at = 0; at < size; at += 1) {
    const [place, indicator] = [at % territories, Math.floor(at / territories) % INDICATORS];
    const month = Math.floor(at / territories / INDICATORS) % PERIODS;
    const period = `${2005 + Math.floor(month / 12)}-M${String((month % 12) + 1).padStart(2, '0')}`;
    const n = indicator * 7919 + place * 104729;
    // As much more each year as is printed, so that the data checks have nothing to say.
    const value = ((100 + (n % 900)) * 1.02 ** Math.floor(month / 12)).toFixed(2);
    const change = month < 12 ? '' : 'PERCENT 2.0';
    const note = at % 50 === 0 ? '"Ước tính, theo báo cáo"' : '';
    yield `${indicatorCode(indicator)},${territoryCode(place)},${period},NSO,BENCH_${((month + indicator) % SOURCES) + 1},tr. ${(n % 40) + 1},ESTIMATED,${value},9,${change},${note}\n`;
  }
}

async function timed(step: string, words: string[], settings: object, postmaster: number): Promise<Run> {
  const began = performance.now();
  const child = spawn(process.execPath, [SOLIEU, ...words], {
    env: { ...process.env, NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (said += part));
  const peaks = watched(child, postmaster);
  const [code] = (await once(child, 'close')) as [number | null];
  const seconds = (performance.now() - began) / 1000;
  process.stderr.write(`${step}: ${seconds.toFixed(1)} s\n`);
  if (code !== 0) throw new Error(`${step} failed: ${said}`);
  return { step, seconds, ...(await peaks), said };
}

async function watched(child: ChildProcess, postmaster: number): Promise<Pick<Run, 'memory' | 'database'>> {
  let [memory, database] = [0, 0];
  while (child.exitCode === null && child.signalCode === null) {
    memory = Math.max(memory, peakMemoryOf(child.pid!));
    database = Math.max(database, ownMemoryOf(postmaster));
    await wait(50);
  }
  return { memory, database };
}

const QUESTION = `query Read($indicator: String!) {
  observations(filter: { indicators: [$indicator] }, first: 20) { nodes { period { code } value status citation { text } } }
}`;
const READ = ['EXPORT_TURNOVER', 'IIP', 'INDUSTRIAL_OUTPUT_VALUE', 'RETAIL_SALES_AND_SERVICES'];

/** A reader who asks again as soon as answered, until told to stop. */
function reading(port: number): () => Promise<Read> {
  const over = new AbortController();
  const times: number[] = [];
  let failed = 0;
  const read = (async () => {
    for (let turn = 0; !over.signal.aborted; turn += 1) {
      const began = performance.now();
      const body = JSON.stringify({ query: QUESTION, variables: { indicator: READ[turn % READ.length] } });
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body });
      failed += Number(!response.ok || (await response.text()).includes('"errors"'));
      times.push(performance.now() - began);
      await wait(20);
    }
  })();
  return async () => {
    over.abort();
    await read;
    const sorted = times.toSorted((a, b) => a - b);
    return { answers: times.length, failed, p50: sorted[Math.floor(times.length / 2)]!, slowest: sorted.at(-1)! };
  };
}

function refuseUnlessWhole(runs: readonly Run[], size: number): void {
  const [dry, first, again] = runs.slice(0, 3).map(({ said }) => JSON.parse(said) as { added?: number; left?: number });
  if (dry!.added !== size || first!.added !== size || again!.left !== size)
    throw new Error(`Not all came in: ${JSON.stringify([dry, first, again].map((one) => [one!.added, one!.left]))}`);
}

function report(size: number, runs: readonly Run[], read: Read | null): string {
  const rows = runs.map(
    ({ step, seconds, memory, database }) =>
      `| ${step} | ${seconds.toFixed(1)} | ${Math.round(size / seconds).toLocaleString('en')} | ${memory.toFixed(0)} | ${database.toFixed(0)} |`,
  );
  return [
    `${size.toLocaleString('en')} figures. ${machine()}`,
    '',
    '| step | seconds | rows/s | command, most MB | database, most MB of its own |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
    ...(read ? [readOf(read)] : []),
    '',
  ].join('\n');
}

const readOf = ({ answers, failed, p50, slowest }: Read): string =>
  `Meanwhile a reader had ${answers} answers, ${failed} of them failed, half of them within ${p50.toFixed(1)} ms, the slowest after ${slowest.toFixed(0)} ms.`;
