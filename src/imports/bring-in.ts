import { type Kysely, sql } from 'kysely';
import type { Writing } from '../features/audit/writing.js';
import { Refused } from '../kernel/refused.js';
import type { Tables } from '../kernel/tables.js';
import type { Rule } from '../../seeds/rules.js';
import type { Stored } from '../../seeds/tables.js';
import { type Arrival, completeNew, readArrivals } from './arrivals.js';
import { type Settled, settle } from './changes.js';
import type { Difference, ImportKind, ImportOptions, ImportReport, Incoming } from './kind.js';
import { type Cells, columnsOf, fieldsOf, type Noun } from './noun.js';
import { objections } from './objections.js';
import { put } from './putting.js';
import { Resolving } from './resolving.js';
import { match, readStanding } from './standing.js';
import { WrongFields } from './wrong-fields.js';

/** The audit trail tells of so many things one by one. */
const MOST_DEEDS = 1000;

/** A noun as something that can be brought in. */
export const kindOf = (noun: Noun): ImportKind => ({
  name: noun.name,
  description: noun.description,
  columns: columnsOf(noun),
  bringIn: (writing, incoming, options) => bringIn(noun, writing, incoming, options),
});

/** Adds what is new and changes what is different; what is not told of stays. Whole, or refused with all that is wrong. */
async function bringIn(
  noun: Noun,
  writing: Writing,
  incoming: Incoming,
  options: ImportOptions,
): Promise<ImportReport> {
  const { db } = writing;
  if (options.release !== null) throw new Refused('INVALID', `${noun.name} belong to no release: leave it out.`);
  const wrongs = new WrongFields(incoming, options.mostErrors);
  const arrivals = await readArrivals(noun, incoming, wrongs, options.progress);
  await alone(db);
  const resolving = await Resolving.of(db, noun);
  const standing = await recognise(db, noun, { arrivals, resolving, wrongs });
  await judge(db, noun, { arrivals, resolving, wrongs });
  wrongs.refuseIfAny();
  const settled = arrivals.map((arrival) => settle(noun, arrival, resolving));
  const texts = new Map(arrivals.map((arrival) => [arrival.line, arrival.texts]));
  for (const { line, column, what } of await objections(db, noun, settled))
    wrongs.add(line, column, what, texts.get(line)?.get(column) ?? null);
  wrongs.refuseIfAny();
  await put(db, noun, settled, standing).catch(refuseWhatIsRefused);
  await record(writing, noun, incoming, settled);
  return reportOf(settled, incoming, options);
}

/** Finds what each arrival is about, and what its cells name; answers the rows that they may have been about. */
async function recognise(db: Kysely<Tables>, noun: Noun, { arrivals, resolving, wrongs }: Judged): Promise<Stored[]> {
  const identity = new Set(noun.identity.flat());
  for (const arrival of arrivals) for (const name of identity) resolving.resolve(arrival, name, wrongs);
  const standing = await readStanding(db, noun, arrivals);
  match(noun, arrivals, standing, wrongs);
  for (const arrival of arrivals) if (arrival.isNamed && !arrival.stored) completeNew(noun, arrival, wrongs);
  resolving.meet(arrivals);
  for (const arrival of arrivals) {
    const open = fieldsOf(noun).filter(([name]) => !identity.has(name) || !arrival.texts.has(name));
    for (const [name] of open) resolving.resolve(arrival, name, wrongs);
  }
  return standing;
}

/** Two imports at once would not see what the other adds. */
async function alone(db: Kysely<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('solieu catalogue'))`.execute(db);
}

interface Judged {
  arrivals: readonly Arrival[];
  resolving: Resolving;
  wrongs: WrongFields;
}

/** Rules that look at more than one cell: those of rows that can be read as a whole. */
async function judge(db: Kysely<Tables>, noun: Noun, { arrivals, resolving, wrongs }: Judged): Promise<void> {
  const rules = (noun.rules ?? []) as unknown as readonly Rule<Cells>[];
  const asked = (await noun.rulesOf?.(db)) ?? (() => []);
  for (const { line, cells, stored, texts } of arrivals) {
    if (wrongs.has(line)) continue;
    const whole = { ...(stored ? resolving.cellsOf(stored) : {}), ...cells };
    const broken = rules.filter(([, isBroken]) => isBroken(whole)).map(([column, , what]) => [column, what] as const);
    for (const [column, what] of [...broken, ...asked(whole)])
      wrongs.add(line, column, what, texts.get(column) ?? null);
  }
}

/** Data that the database does not take is the sender's to mend. */
function refuseWhatIsRefused(error: unknown): never {
  const { code, message } = error as { code?: unknown; message?: string };
  if (typeof code === 'string' && /^2[23]/.test(code))
    throw new Refused('INVALID', `The database does not take it: ${message ?? code}`);
  throw error;
}

async function record(writing: Writing, noun: Noun, { name }: Incoming, settled: readonly Settled[]): Promise<void> {
  const done = settled.filter(({ outcome }) => outcome !== 'LEFT');
  for (const { subject, before, after, ...one } of done.slice(0, MOST_DEEDS))
    await writing.record({ action: `${noun.table}.${deedOf(one)}`, kind: noun.table, code: subject, before, after });
  if (done.length <= MOST_DEEDS) return;
  const further = { further: done.length - MOST_DEEDS };
  await writing.record({ action: `${noun.table}.change`, kind: noun.table, code: name, before: null, after: further });
}

const deedOf = ({ outcome, isErased }: Pick<Settled, 'outcome' | 'isErased'>): string =>
  outcome === 'ADDED' ? 'create' : isErased ? 'remove' : 'change';

function reportOf(settled: readonly Settled[], incoming: Incoming, { mostDifferences }: ImportOptions): ImportReport {
  const count = (outcome: Settled['outcome']): number => settled.filter((one) => one.outcome === outcome).length;
  const differences = settled.filter(({ outcome }) => outcome !== 'LEFT').slice(0, mostDifferences);
  return {
    added: count('ADDED'),
    printedAgain: 0,
    changed: count('CHANGED'),
    left: count('LEFT'),
    differences: differences.map((one) => differenceOf(one, incoming)),
  };
}

function differenceOf({ arrival, outcome, subject, before, after }: Settled, { pathOf }: Incoming): Difference {
  return { path: pathOf(arrival.line, null), outcome, subject, before: textOf(before), after: textOf(after) };
}

const textOf = (cells: Record<string, string | null> | null): string | null =>
  cells &&
  Object.entries(cells)
    .map(([column, text]) => `${column}: ${text ?? '—'}`)
    .join('; ');
