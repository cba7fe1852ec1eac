import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Context } from '../kernel/context.js';
import { outcome } from '../kernel/refusal.type.js';
import { type Filling, filled, ImportOutcome, MOST_SENT } from './filling.js';
import type { Incoming, RawRow } from './kind.js';
import { PlanInput } from './plan.input.js';
import { plans } from './plans.kind.js';
import { given, sentRows, statementCells, wrongBreakdown } from './sent-rows.js';
import { inputName } from './upsert-input.js';

const PLANS: Filling<PlanInput> = { kind: plans, noun: 'plans', sent: sentPlans };

@Resolver()
export class UpsertPlansMutation {
  @Mutation(() => ImportOutcome, {
    description: `Puts what documents state of plans into a draft, all of it or nothing. A plan is known by its indicator, place, breakdown, period, who set it and what it aims at, and is made where there is none; a print that the draft holds of the same plan, document and place is replaced. For editors: to others the draft does not exist (NOT_FOUND). INVALID names every field that is wrong; CONFLICT is a release that is scheduled or published; TOO_LARGE is more than ${MOST_SENT} plans.`,
  })
  upsertPlans(
    @Arg('release', () => String, { description: 'Code of the draft.' }) release: string,
    @Arg('input', () => [PlanInput], { description: `What documents state, from 1 to ${MOST_SENT} plans.` })
    input: PlanInput[],
    @Ctx() context: Context,
  ): Promise<typeof ImportOutcome> {
    return outcome(filled(context, release, PLANS, input));
  }
}

function sentPlans(input: readonly PlanInput[]): Incoming {
  return sentRows('input', input, rowOf, (_, column) => inputName(column));
}

function rowOf(plan: PlanInput, line: number): RawRow {
  const wrong = wrongBreakdown(plan);
  return {
    line,
    cells: {
      ...statementCells(plan),
      set_by: given(plan.setBy),
      target: plan.target,
      low: plan.low ?? null,
      high: plan.high ?? null,
    },
    ...(wrong.length === 0 ? {} : { wrong }),
  };
}
