/** What was found, as tables for a README. Runs on Node's type stripping: only erasable syntax here. */
import { cpus } from 'node:os';
import { execFileSync } from 'node:child_process';
import type { Result } from './measure.ts';
import type { WorkName } from './question.ts';

export type Results = Map<WorkName, Map<string, Result>>;

const PEERS = ['PostGraphile', 'Mercurius'];

/** How fast Solieu means to be, as ratios: to the limit, to each peer, and of its p99 to the limit's. */
const AIMS: Record<string, { limit?: number; PostGraphile?: number; Mercurius?: number; p99?: number }> = {
  'W1 Solieu': { limit: 0.75, PostGraphile: 3, Mercurius: 2.3, p99: 1.5 },
  'W2 Solieu': { limit: 0.6, PostGraphile: 1.8, Mercurius: 1.25 },
  'W3 Solieu': { limit: 0.5, PostGraphile: 3.5, Mercurius: 1.05 },
  'W3 Solieu `table`': { PostGraphile: 4, Mercurius: 4 },
  'W4 Solieu': { limit: 0.8, PostGraphile: 1.5, Mercurius: 1.5 },
  'W5 Solieu kept': { limit: 0.6, PostGraphile: 20, Mercurius: 20 },
  'W5 Solieu kept, GET': { limit: 0.6, PostGraphile: 20, Mercurius: 20 },
  'W6 Solieu': { limit: 1.1, PostGraphile: 2.7, p99: 1.5 },
};

export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, ${postgres()}`;

const postgres = (): string => execFileSync('postgres', ['--version'], { encoding: 'utf8' }).trim();

export function measurements(results: Results): string {
  const rows = [...results].flatMap(([work, ways]) =>
    [...ways].map(([name, result]) => [
      `${work} ${name}`,
      result.perSecond.toFixed(result.perSecond < 100 ? 1 : 0),
      ratio(result.perSecond, ways.get('limit')?.perSecond),
      result.p50.toFixed(1),
      result.p99.toFixed(1),
      result.databaseCpu.toFixed(3),
      result.programCpu.toFixed(3),
      result.memory.toFixed(0),
      Math.round(result.bytes).toLocaleString('en'),
    ]),
  );
  const head = [
    'work',
    'answers/s',
    'of the limit',
    'p50 ms',
    'p99 ms',
    'database CPU ms',
    'program CPU ms',
    'MB',
    'bytes',
  ];
  return table(head, rows);
}

/** Solieu's ratios beside what they mean to be. */
export function beside(results: Results): string {
  const rows = [...results].flatMap(([work, ways]) =>
    [...ways].filter(([name]) => name.startsWith('Solieu')).map(([name, result]) => {
      const aims = AIMS[`${work} ${name}`] ?? {};
      const times = (other: string): number | undefined => ways.get(other)?.perSecond;
      const fastest = Math.max(...PEERS.flatMap((peer) => times(peer) ?? []));
      return [
        `${work} ${name}`,
        aimed(ratio(result.perSecond, times('limit')), aims.limit, '≥'),
        aimed(ratio(result.perSecond, times('PostGraphile')), aims.PostGraphile, '≥'),
        aimed(ratio(result.perSecond, times('Mercurius')), aims.Mercurius, '≥'),
        ratio(result.perSecond, Number.isFinite(fastest) ? fastest : undefined),
        aimed(ratio(result.p99, ways.get('limit')?.p99), aims.p99, '≤'),
      ];
    }),
  );
  return table(['work', 'of the limit', '× PostGraphile', '× Mercurius', '× fastest peer', "p99 of the limit's"], rows);
} // prettier-ignore

/** The database's work for an answer at each size, and what it grew by from the first. */
export function growth(sizes: readonly [number, Results][]): string {
  const [, first] = sizes[0]!;
  const rows = [...first].flatMap(([work, ways]) =>
    [...ways.keys()].map((name) => {
      const used = sizes.map(([, results]) => results.get(work)!.get(name)!.databaseCpu);
      return [`${work} ${name}`, ...used.map((ms) => ms.toFixed(3)), ...used.slice(1).map((ms) => ratio(ms, used[0]))];
    }),
  );
  const names = sizes.map(([observations]) => observations.toLocaleString('en'));
  const grown = names.slice(1).map((name) => `${name} / ${names[0]}`);
  return table(['database CPU ms', ...names, ...grown], rows);
}

const ratio = (value: number, other: number | undefined): string =>
  other === undefined ? '' : (value / other).toFixed(2);

const aimed = (found: string, aim: number | undefined, sign: string): string =>
  found && aim !== undefined ? `${found} (${sign} ${aim})` : found;

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return `${line(head)}${line(head.map((_, at) => (at === 0 ? '---' : '---:')))}${rows.map(line).join('')}`;
}
