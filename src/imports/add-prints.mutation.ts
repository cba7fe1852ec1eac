import { Arg, createUnionType, Ctx, Mutation, Resolver } from 'type-graphql';
import { changing } from '../features/audit/writing.js';
import { Context } from '../kernel/context.js';
import { outcome, Refusal } from '../kernel/refusal.type.js';
import { Refused } from '../kernel/refused.js';
import { noSuchRelease } from './draft.js';
import { mayFillDrafts } from './draft.policy.js';
import { ImportReportType } from './import-report.type.js';
import { observations } from './observations.kind.js';
import { PrintInput } from './print.input.js';
import { broughtIn } from './run.js';
import { sentPrints } from './sent-prints.js';

const MOST = 500;

const ImportOutcome = createUnionType({
  name: 'ImportOutcome',
  description: 'What was done with the prints that were sent, or why nothing was.',
  types: () => [ImportReportType, Refusal] as const,
});

@Resolver()
export class AddPrintsMutation {
  @Mutation(() => ImportOutcome, {
    description: `Puts prints into a draft, all of them or none. One that the draft holds of the same figure, document and place is replaced; sent twice they are there once. For editors: to others the draft does not exist (NOT_FOUND). INVALID names every field that is wrong; CONFLICT is a release that is scheduled or published; TOO_LARGE is more than ${MOST} prints.`,
  })
  addPrints(
    @Arg('release', () => String, { description: 'Code of the draft.' }) release: string,
    @Arg('prints', () => [PrintInput], { description: `What documents state, from 1 to ${MOST} prints.` })
    prints: PrintInput[],
    @Ctx() context: Context,
  ): Promise<typeof ImportOutcome> {
    return outcome(addPrints(context, release, prints));
  }
}

async function addPrints(context: Context, release: string, prints: readonly PrintInput[]): Promise<ImportReportType> {
  if (!mayFillDrafts(context.actor)) throw noSuchRelease(release);
  if (prints.length === 0) throw new Refused('INVALID', 'There are no prints: send one at least.');
  if (prints.length > MOST)
    throw new Refused('TOO_LARGE', `There are ${prints.length} prints; ${MOST} are the most. Send a file to /imports.`);
  const options = { release, mostErrors: 100, mostDifferences: MOST, progress: () => undefined };
  const work = { kind: observations, incoming: sentPrints(prints), options, isDryRun: false, checksum: null };
  return new ImportReportType(await changing(context, (writing) => broughtIn(writing, work)));
}
