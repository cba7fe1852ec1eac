import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Context } from '../kernel/context.js';
import { outcome } from '../kernel/refusal.type.js';
import { type Filling, filled, ImportOutcome, MOST_SENT } from './filling.js';
import { observations } from './observations.kind.js';
import { PrintInput } from './print.input.js';
import { sentPrints } from './sent-prints.js';

const PRINTS: Filling<PrintInput> = { kind: observations, noun: 'prints', sent: sentPrints };

@Resolver()
export class AddPrintsMutation {
  @Mutation(() => ImportOutcome, {
    description: `Puts prints into a draft, all of them or none. One that the draft holds of the same figure, document and place is replaced; sent twice they are there once. For editors: to others the draft does not exist (NOT_FOUND). INVALID names every field that is wrong; CONFLICT is a release that is scheduled or published; TOO_LARGE is more than ${MOST_SENT} prints.`,
  })
  addPrints(
    @Arg('release', () => String, { description: 'Code of the draft.' }) release: string,
    @Arg('prints', () => [PrintInput], { description: `What documents state, from 1 to ${MOST_SENT} prints.` })
    prints: PrintInput[],
    @Ctx() context: Context,
  ): Promise<typeof ImportOutcome> {
    return outcome(filled(context, release, PRINTS, prints));
  }
}
