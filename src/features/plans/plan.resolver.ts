import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { connectionOf } from '../../kernel/connection.js';
import { Context } from '../../kernel/context.js';
import { ListSize } from '../../kernel/list-size.js';
import { findNodesOf } from '../../kernel/node.js';
import { type Page } from '../../kernel/page.js';
import { agencyTable } from '../agencies/agency.table.js';
import { Observation } from '../observations/observation.type.js';
import { attainmentLoader } from './attainment.loader.js';
import { Attainment } from './attainment.type.js';
import type { PlanTarget } from './plan.entity.js';
import { planLoader } from './plan.loader.js';
import { planPage } from './plan-page.query.js';
import { Plan, PlanTargetEnum } from './plan.type.js';
import { PlansArgs } from './plans.args.js';

const PlanConnection = connectionOf('Plan', () => Plan);

findNodesOf('Plan', async (row, context, asOf) => {
  const isRow = /^[1-9]\d{0,8}$/.test(row) && (asOf === null || asOf <= context.reading.moment);
  return isRow ? planLoader(context, asOf).load(Number(row)) : null;
});

@Resolver()
export class PlanResolver {
  @Query(() => PlanConnection, {
    description: 'Published plans, by (indicator, territory, breakdown, period, setBy, target).',
  })
  plans(@Args(() => PlansArgs) args: PlansArgs, @Ctx() context: Context): Promise<Page<Plan>> {
    return planPage(context, args);
  }
}

@Resolver(() => Observation)
export class ObservationPlans {
  @FieldResolver(() => Attainment, {
    nullable: true,
    description:
      'The plan it is measured against: one for its own period before one for its year, LEVEL before GROWTH, set by the publisher before the provincial council or committee, the centre, and whoever is not known.',
  })
  async plan(
    @Root() observation: Observation,
    @Arg('setBy', () => String, { nullable: true, description: 'Only plans set by this agency (its code).' })
    setBy: string | null | undefined,
    @Arg('target', () => PlanTargetEnum, { nullable: true, description: 'Only plans that aim at this.' })
    target: PlanTarget | null,
    @Ctx() context: Context,
  ): Promise<Attainment | null> {
    if (setBy !== null && setBy !== undefined) (await context.reading.table(agencyTable)).rowIds([setBy], 'setBy');
    const plans = await attainmentLoader(context, observation.parts.asOf).load(observation);
    return plans.find((plan) => (!setBy || plan.setBy?.code === setBy) && (!target || plan.target === target)) ?? null;
  }

  @FieldResolver(() => [Attainment], {
    description: 'All plans it is measured against, the one that `plan` prefers first.',
  })
  async plans(
    @Root() observation: Observation,
    @ListSize(20) first: number,
    @Ctx() context: Context,
  ): Promise<Attainment[]> {
    const plans = await attainmentLoader(context, observation.parts.asOf).load(observation);
    return plans.slice(0, first);
  }
}
