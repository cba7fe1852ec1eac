import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Installation, installation } from './support/installation.js';
import { buildIfStale, type Started } from './support/process.js';
import { randomFrom } from './support/random.js';

const BY_COMMAND = 14;
const BY_POST = 6;
const YEARS = 125;
const ROWS = YEARS * 12;

const HEADER = 'indicator,territory,period,publisher,source,status,value,unit_multiplier\n';
const figure = (_: unknown, at: number): string => {
  const [year, month] = [1800 + Math.floor(at / 12), String((at % 12) + 1).padStart(2, '0')];
  return `EXPORT_TURNOVER,58,${year}-${month},DOIT_NINH_THUAN,NEWS_2024_06_06,FORECAST,${at}.${at % 10},6\n`;
};
const CSV = HEADER + Array.from({ length: ROWS }, figure).join('');

/** What an import that runs to its end did, or found done. */
const WHOLE = [
  { added: ROWS, left: 0 },
  { added: 0, left: ROWS },
];

/** Each round goes into a draft of its own, so that what a killed import left is what the next one finds. */
describe('an import that is killed leaves all of its rows or none, and the same again finishes the work', () => {
  let here: Installation;
  let file: string;
  let key: string;
  const random = randomFrom(20);

  beforeAll(async () => {
    buildIfStale();
    here = await installation();
    file = join(here.directory, 'figures.csv');
    writeFileSync(file, CSV);
    const server = here.serve();
    const address = await server.address;
    key = (await here.solieu('keys', 'create', '--name', 'Nguyễn Lan', '--role', 'editor')).said.trim();
    for (let round = 0; round <= BY_COMMAND + BY_POST; round += 1) await made(address, round);
    server.child.kill('SIGKILL');
    await server.end;
  }, 240_000);
  afterAll(() => here.remove(), 60_000);

  const release = (round: number): string => `ROUND_${round}`;
  const words = (round: number): string[] => ['import', 'observations', file, '--release', release(round), '--json'];

  async function made(address: string, round: number): Promise<void> {
    const input = `{ code: "${release(round)}", titleVi: "Lần ${round}" }`;
    const query = `mutation { createRelease(input: ${input}) { ... on ReleaseChanged { release { code } } } }`;
    const answer = await asEditor(`${address}/graphql`, 'application/json', JSON.stringify({ query }));
    expect(await answer.json()).toEqual({ data: { createRelease: { release: { code: release(round) } } } });
  }

  const asEditor = (url: string, type: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': type, ...headers },
      body,
    });

  /** Kills it some time on the way to its end; whether it was still running. */
  async function killed({ child, end }: Pick<Started, 'child' | 'end'>, takes: number): Promise<boolean> {
    await wait(takes * (0.2 + random()));
    child.kill('SIGKILL');
    return (await end).code === null;
  }

  const counts = (report: string): unknown => {
    const { added, left } = JSON.parse(report) as { added: number; left: number };
    return { added, left };
  };

  test('by command', async () => {
    const start = performance.now();
    const first = counts((await here.solieu(...words(0))).said);
    const takes = performance.now() - start;
    let cut = 0;
    for (let round = 1; round <= BY_COMMAND; round += 1) {
      cut += Number(await killed(here.run(...words(round)), takes));
      expect(WHOLE).toContainEqual(counts((await here.solieu(...words(round))).said));
    }
    expect([first, cut > 0]).toEqual([WHOLE[0], true]);
  }, 300_000);

  test('by POST, where the server is killed', async () => {
    // What a killed server had received lies where its temporary files do.
    const received = join(here.directory, 'tmp');
    mkdirSync(received);
    const serve = (): Started => here.serve({ TMPDIR: received });
    const post = async (address: string, round: number): Promise<string> => {
      const url = `${address}/imports/observations?release=${release(round)}`;
      const response = await asEditor(url, 'text/csv', CSV, { 'idempotency-key': `round-${round}` });
      return response.text();
    };
    let server = serve();
    let address = await server.address;
    let [takes, cut] = [0, 0];
    for (let round = BY_COMMAND + 1; round <= BY_COMMAND + BY_POST; round += 1) {
      const answer = post(address, round).catch(() => null);
      await killed(server, takes || 300);
      cut += Number((await answer) === null);
      server = serve();
      address = await server.address;
      const start = performance.now();
      expect(WHOLE).toContainEqual(counts(await post(address, round)));
      takes = performance.now() - start;
    }
    const abandoned = readdirSync(received).filter((name) => name.startsWith('solieu-received-'));
    expect([cut > 0, abandoned]).toEqual([true, []]);
  }, 300_000);
});
