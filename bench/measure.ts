/** Rounds of load, and what they used. Runs on Node's type stripping: only erasable syntax here. */
import { isDeepStrictEqual } from 'node:util';
import type { Contest, ServedWay } from './field.ts';
import { answerTo, load, type Measured } from './load.ts';
import { cpuOfTree } from './servers.ts';
import type { Way } from './works.ts';

const CONNECTIONS = 16;
/** Turns whose answers are compared before anything is measured. */
const COMPARED = [1, 2, 3, 250, 4711, 12_345];

/** Medians of the rounds of one way. */
export interface Result extends Omit<Measured, 'answers'> {
  /** Milliseconds of the processor that an answer took: of all processes of the database, and of the program asked. */
  databaseCpu: number;
  programCpu: number;
  /** Megabytes that the program held in the end. */
  memory: number;
}

export interface Rounds {
  count: number;
  seconds: number;
  /** How long each way is asked before, as a server that has run for a while. */
  warm: number;
}

/** A round of each way, and again, so that what slows the machine slows them all. */
export async function measure(contest: Pick<Contest, 'work' | 'ways'>, rounds: Rounds): Promise<Map<string, Result>> {
  const found = new Map<string, Result[]>(contest.ways.map(({ name }) => [name, []]));
  const round = async ({ name, server, postmaster, question }: ServedWay, seconds: number): Promise<Result> => {
    const before = { database: cpuOfTree(postmaster), program: server.cpu() };
    const { answers, ...measured } = await load(server.port, question.ask, seconds, CONNECTIONS).catch(
      failed(`${contest.work}: ${name}`),
    );
    return {
      ...measured,
      databaseCpu: (cpuOfTree(postmaster) - before.database) / answers,
      programCpu: (server.cpu() - before.program) / answers,
      memory: server.memory(),
    };
  };
  for (const way of contest.ways) await round(way, rounds.warm);
  for (let nth = 0; nth < rounds.count; nth += 1) {
    for (const way of contest.ways) found.get(way.name)!.push(await round(way, rounds.seconds));
  }
  return new Map([...found].map(([name, results]) => [name, medians(results)]));
}

const KEYS = ['perSecond', 'p50', 'p99', 'bytes', 'databaseCpu', 'programCpu'] as const;

const medians = (results: Result[]): Result => ({
  ...(Object.fromEntries(KEYS.map((key) => [key, median(results.map((result) => result[key]))])) as Omit<
    Result,
    'memory'
  >),
  memory: results.at(-1)!.memory,
});

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Stops where a way does not answer what the limit does. */
export async function compare({ work, ways, limit }: Contest): Promise<void> {
  for (const turn of COMPARED) {
    const right = limit.question.read(await answerTo(limit.server.port, limit.question.ask(turn)));
    for (const way of ways) {
      const answer = await answered(way, way.server.port, turn).catch(failed(`${work}, turn ${turn}: ${way.name}`));
      differ(`${work}, turn ${turn}: ${way.name}`, answer, way.expected ? way.expected(right) : right);
    }
  }
}

const failed = (name: string) => (error: unknown) => {
  throw new Error(`${name} fails: ${(error as Error).message}`);
};

const answered = async ({ question }: Way, port: number, turn: number): Promise<unknown> =>
  question.read(await answerTo(port, question.ask(turn)));

/** Throws with the first place where two answers part. */
function differ(name: string, answer: unknown, right: unknown): void {
  if (isDeepStrictEqual(answer, right)) return;
  if (Array.isArray(answer) && Array.isArray(right)) {
    const at = right.findIndex((each, nth) => !isDeepStrictEqual(each, answer[nth]));
    const place = at < 0 ? right.length : at;
    throw new Error(
      `${name} answers ${answer.length} rows, the limit ${right.length}; row ${place} is\n${JSON.stringify(answer[place])}, not\n${JSON.stringify(right[place])}`,
    );
  }
  throw new Error(`${name} answers\n${JSON.stringify(answer)}, not\n${JSON.stringify(right)}`);
}
