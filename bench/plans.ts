/**
 * How PostgreSQL does the works: each is asked a few times, and the plans that it ran by are looked through for what grows with
 * the data. Runs on Node's type stripping: only erasable syntax here.
 */
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import type { Data } from './data.ts';
import { type Contest, openField, type Wanted } from './field.ts';
import { answerTo } from './load.ts';
import { table } from './report.ts';

/** What a statement may not read from end to end. */
const BIG = ['observation', 'print', 'product', 'producer', 'event', 'exhibit', 'exhibit_product', 'recognition'];
/** From the sixth time on a prepared statement may run by a plan made for any values. */
const TURNS = 8;

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Plan[];
}

export interface Plans {
  report: string;
  /** Whether the API reads no big table from end to end. */
  isClean: boolean;
}

/** Needs the module auto_explain, which comes with PostgreSQL. */
export async function plansOf(data: Data, wanted: Wanted): Promise<Plans> {
  const client = new Client({ connectionString: data.url });
  await client.connect();
  for (const [name, value] of SETTINGS) await client.query(`alter database postgres set ${name} = '${value}'`);
  try {
    const field = await openField(data, wanted);
    const rows: string[][] = [];
    for (const { work, ways } of field.contests) {
      for (const way of ways) rows.push([`${work} ${way.name}`, ...(await told(way, data.log))]);
    }
    await field.stop();
    const report = table(
      ['work', `statements of ${TURNS} turns`, 'most rows touched by one', 'big tables read whole'],
      rows,
    );
    return { report, isClean: rows.every(([name, , , whole]) => !name!.includes('Solieu') || whole === NONE) };
  } finally {
    for (const [name] of SETTINGS) await client.query(`alter database postgres reset ${name}`);
    await client.end();
  }
}

const NONE = 'none';

/** Asks, and reads the plans that the database wrote down meanwhile. */
async function told({ server, question }: Contest['ways'][number], log: string): Promise<string[]> {
  // What a program reads once and keeps is not the question's.
  await answerTo(server.port, question.ask(0));
  const before = readFileSync(log, 'utf8').length;
  for (let turn = 1; turn <= TURNS; turn += 1) await answerTo(server.port, question.ask(turn));
  const plans = plansIn(readFileSync(log, 'utf8').slice(before));
  const whole = new Set(plans.flatMap(readWhole));
  const most = Math.max(0, ...plans.map(rowsTouched));
  return [String(plans.length), most.toLocaleString('en'), [...whole].join(', ') || NONE];
}

const SETTINGS = [
  ['session_preload_libraries', 'auto_explain'],
  ['auto_explain.log_min_duration', '0'],
  ['auto_explain.log_analyze', 'on'],
  ['auto_explain.log_timing', 'off'],
  ['auto_explain.log_format', 'json'],
] as const;

/** The plans in a piece of the log: JSON after the line that tells how long, its lines indented by a tab. */
function plansIn(log: string): Plan[] {
  const told = log.matchAll(/ plan:\n((?:\t.*\n)+)/g);
  return [...told].map(([, json]) => (JSON.parse(json!) as { Plan: Plan }).Plan);
}

const below = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(below)];

const readWhole = (plan: Plan): string[] =>
  below(plan)
    .filter((node) => node['Node Type'].endsWith('Seq Scan') && BIG.includes(node['Relation Name'] ?? ''))
    .map((node) => node['Relation Name']!);

/** Rows of tables that a statement read, those that a condition dropped included. */
const rowsTouched = (plan: Plan): number =>
  below(plan)
    .filter((node) => node['Relation Name'] !== undefined && BIG.includes(node['Relation Name']))
    .reduce((sum, node) => sum + rowsOf(node), 0);

function rowsOf(node: Plan): number {
  const each =
    (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return Math.round(each * (node['Actual Loops'] ?? 1));
}
