import { createUnionType } from 'type-graphql';
import { changing } from '../features/audit/writing.js';
import type { Context } from '../kernel/context.js';
import { Refusal } from '../kernel/refusal.type.js';
import { Refused } from '../kernel/refused.js';
import { noSuchRelease } from './draft.js';
import { mayFillDrafts } from './draft.policy.js';
import { ImportReportType } from './import-report.type.js';
import type { ImportKind, Incoming } from './kind.js';
import { broughtIn } from './run.js';

export const MOST_SENT = 500;

export const ImportOutcome = createUnionType({
  name: 'ImportOutcome',
  description: 'What was done with the prints that were sent, or why nothing was.',
  types: () => [ImportReportType, Refusal] as const,
});

/** What a mutation brings into a draft. */
export interface Filling<Sent> {
  kind: ImportKind;
  /** As a refusal calls many of it. */
  noun: string;
  sent: (input: readonly Sent[]) => Incoming;
}

/** Puts what a client sent into a draft, all of it or nothing. */
export async function filled<Sent>(
  context: Context,
  release: string,
  { kind, noun, sent }: Filling<Sent>,
  input: readonly Sent[],
): Promise<ImportReportType> {
  if (!mayFillDrafts(context.actor)) throw noSuchRelease(release);
  if (input.length === 0) throw new Refused('INVALID', `There are no ${noun}: send one at least.`);
  if (input.length > MOST_SENT)
    throw new Refused(
      'TOO_LARGE',
      `There are ${input.length} ${noun}; ${MOST_SENT} are the most. Send a file to /imports.`,
    );
  const options = { release, mostErrors: 100, mostDifferences: MOST_SENT, progress: () => undefined };
  const work = { kind, incoming: sent(input), options, isDryRun: false, checksum: null };
  return new ImportReportType(await changing(context, (writing) => broughtIn(writing, work)));
}
