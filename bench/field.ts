/** All that is measured, up and running on one database. Runs on Node's type stripping: only erasable syntax here. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Client } from 'pg';
import type { Data } from './data.ts';
import { territoriesOf } from './fill.ts';
import { placesOf } from './places.ts';
import { type Program, PROGRAMS, type WorkName } from './question.ts';
import { type Served, startServer } from './servers.ts';
import { SOLIEU, SOLIEU_SETTINGS } from './solieu.ts';
import { type Way, waysOf } from './works.ts';

/** Connections of each program to the database. */
const POOL = '8';
const PEERS = 'bench/peers';
const PROGRAM_FILES: Record<Program, string> = {
  limit: 'bench/limit.ts',
  Solieu: SOLIEU,
  PostGraphile: `${PEERS}/postgraphile.js`,
  Mercurius: `${PEERS}/mercurius.js`,
};

/** What is to be measured: works, and the programs that do them. */
export interface Wanted {
  works: readonly WorkName[];
  programs: readonly Program[];
}

/** A way that is up and running. */
export interface ServedWay extends Way {
  server: Served;
  /** Of the database that it asks: the process that all others of it descend from. */
  postmaster: number;
}

export interface Contest {
  work: WorkName;
  ways: ServedWay[];
  /** What all others must agree with. */
  limit: ServedWay;
}

export interface Field {
  contests: Contest[];
  stop: () => Promise<void>;
}

/** Starts what the wanted works need. The limit runs always: what others answer is compared with what it does. */
export async function openField(data: Data, { works, programs }: Wanted): Promise<Field> {
  const servers = new Map<string, Served>();
  const stop = async (): Promise<void> => {
    await Promise.all([...servers.values()].map((server) => server.stop()));
  };
  const client = new Client({ connectionString: data.url });
  try {
    await client.connect();
    if (programs.some(isPeer)) await preparePeers(client);
    const start = async (name: string, program: Program, settings = {}): Promise<void> => {
      servers.set(name, await startServer(PROGRAM_FILES[program], { ...settingsOf(data, program), ...settings }));
    };
    // The API is asked for cursors, wanted or not.
    for (const program of PROGRAMS) {
      if (programs.includes(program) || !isPeer(program)) await start(program, program);
    }
    if (programs.includes('Solieu') && works.includes('W5')) {
      await start('kept', 'Solieu', { ANSWER_CACHE_BYTES: String(64 * 1024 ** 2) });
    }
    const places = await placesOf(client, servers.get('Solieu')!.port, territoriesOf(data.observations));
    const ways = waysOf(data.observations, places);
    const served = (way: Way): ServedWay => ({
      ...way,
      server: servers.get(way.isKept ? 'kept' : way.program)!,
      postmaster: data.postmaster,
    });
    const contests = works.map((work) => ({
      work,
      ways: ways[work].filter(({ program }) => programs.includes(program)).map(served),
      limit: served(ways[work].find(({ program }) => program === 'limit')!),
    }));
    return { contests, stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    await client.end();
  }
}

const isPeer = (program: Program): boolean => program === 'PostGraphile' || program === 'Mercurius';

/** Compiling plans gains nothing here and costs all who ask much: its users turn it off, and the API minds its own connections. */
const settingsOf = ({ url }: Data, program: Program): Record<string, string> => ({
  DATABASE_URL: url,
  DATABASE_POOL: POOL,
  ...(program === 'Solieu' ? SOLIEU_SETTINGS : { PGOPTIONS: '-c jit=off' }),
});

async function preparePeers(client: Client): Promise<void> {
  if (!existsSync(`${PEERS}/node_modules`)) {
    process.stderr.write('Installing the peers\n');
    execFileSync('npm', ['ci', '--prefix', PEERS, '--no-audit', '--no-fund'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  await client.query(readFileSync(`${PEERS}/schema.sql`, 'utf8'));
}
