/**
 * Measures the API against the limit and against its peers on one PostgreSQL server, interleaved. See README.md beside this.
 * Runs on Node's type stripping: only erasable syntax here.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Data, openData } from './data.ts';
import { type Field, openField, type Wanted } from './field.ts';
import { importsOf } from './import.ts';
import { compare, measure, type Result, type Rounds } from './measure.ts';
import { plansOf } from './plans.ts';
import { type Program, PROGRAMS, type WorkName, WORKS } from './question.ts';
import { beside, growth, machine, measurements, type Results } from './report.ts';

const { values: options, positionals } = parseArgs({
  options: {
    only: { type: 'string' },
    ways: { type: 'string' },
    json: { type: 'string' },
    warm: { type: 'string', default: '10' },
    growth: { type: 'string' },
    plans: { type: 'boolean', default: false },
    import: { type: 'string' },
    alone: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const [observations = 1_000_000, seconds = 3, count = 5] = positionals.map(Number);
const rounds: Rounds = { count, seconds, warm: Number(options.warm) };

/** Names out of a list, as written after an option; all of them without it. */
function chosen<T extends string>(list: readonly T[], asked: string | undefined): T[] {
  if (asked === undefined) return [...list];
  return asked.split(',').map((name) => {
    const found = list.find((each) => each.toLowerCase() === name.toLowerCase());
    if (found === undefined) throw new Error(`No ${name}: there are ${list.join(', ')}.`);
    return found;
  });
}

type Sizes = [number, Results][];

/** Opens the database of a size for as long as something runs on it. */
async function withData<T>(size: number, run: (data: Data) => Promise<T>): Promise<T> {
  const data = await openData(size, options.fresh);
  try {
    return await run(data);
  } finally {
    data.stop();
  }
}

const measured = (size: number, wanted: Wanted): Promise<Results> =>
  withData(size, async (data) => {
    const field = await openField(data, wanted);
    try {
      const results: Results = new Map();
      for (const contest of field.contests) await compare(contest);
      for (const contest of field.contests) {
        process.stderr.write(`${contest.work} `);
        await measure(contest, rounds).then((found) => results.set(contest.work, found), complain);
      }
      process.stderr.write('\n');
      return results;
    } finally {
      await field.stop();
    }
  });

/** The same works on databases of several sizes that are up at once, round by round, so that what slows the machine slows all sizes. */
async function grown([size, ...larger]: number[], wanted: Wanted, fields: [number, Field][] = []): Promise<Sizes> {
  if (size === undefined) return growing(fields, wanted.works);
  return withData(size, async (data) => {
    const field = await openField(data, wanted);
    try {
      return await grown(larger, wanted, [...fields, [size, field]]);
    } finally {
      await field.stop();
    }
  });
}

async function growing(fields: readonly [number, Field][], works: readonly WorkName[]): Promise<Sizes> {
  const sizes = fields.map(([size]): Sizes[number] => [size, new Map<WorkName, Map<string, Result>>()]);
  for (const [nth, work] of works.entries()) {
    process.stderr.write(`${work} `);
    const named = (name: string, size: number): string => `${name} ${size}`;
    const ways = fields.flatMap(([size, { contests }]) =>
      contests[nth]!.ways.map((way) => ({ ...way, name: named(way.name, size) })),
    );
    for (const [, { contests }] of fields) await compare(contests[nth]!);
    const found = await measure({ work, ways }, rounds);
    for (const [at, [size, { contests }]] of fields.entries()) {
      const results = contests[nth]!.ways.map(({ name }) => [name, found.get(named(name, size))!] as const);
      sizes[at]![1].set(work, new Map(results));
    }
  }
  process.stderr.write('\n');
  return sizes;
}

async function main(): Promise<void> {
  const works: WorkName[] = chosen(WORKS, options.only ?? (options.growth ? 'W1,W4,W6' : undefined));
  const programs: Program[] = chosen(
    PROGRAMS,
    options.ways ?? (options.growth || options.plans ? 'limit,Solieu' : undefined),
  );
  const wanted = { works, programs };
  if (options.import !== undefined) {
    process.stdout.write(await importsOf(Number(options.import), options.alone));
  } else if (options.plans) {
    const { report, isClean } = await withData(observations, (data) => plansOf(data, wanted));
    process.stdout.write(report);
    process.exitCode = isClean ? 0 : 1;
  } else if (options.growth !== undefined) {
    const sizes = await grown(options.growth.split(',').map(Number), wanted);
    process.stdout.write(`\n${machine()}\n\n${growth(sizes)}`);
    save(sizes);
  } else {
    const results = await measured(observations, wanted);
    const title = `${observations.toLocaleString('en')} observations, medians of ${count} rounds of ${seconds} s. ${machine()}`;
    process.stdout.write(`\n${title}\n\n${measurements(results)}\n${beside(results)}`);
    save([[observations, results]]);
  }
}

/** What was measured, by size, work and way. */
function save(sizes: readonly [number, Results][]): void {
  if (options.json === undefined) return;
  const plain = sizes.map(([size, results]) => [
    size,
    Object.fromEntries([...results].map(([work, ways]) => [work, Object.fromEntries(ways)])),
  ]);
  const whole = { machine: machine(), rounds, sizes: Object.fromEntries(plain) as object };
  writeFileSync(options.json, `${JSON.stringify(whole, null, 2)}\n`);
}

// What was started ends with this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** A work that cannot be measured leaves the others as they are. */
function complain(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

await main().catch(complain);
