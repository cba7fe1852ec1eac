import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../../kernel/page.js';
import { MomentScalar } from '../../kernel/scalars.js';
import { BreakdownInput } from '../observations/observation-filter.type.js';
import type { PlanTarget } from './plan.entity.js';
import { PlanTargetEnum } from './plan.type.js';

@InputType({ description: 'Which plans. Entries of one list are alternatives; different fields all hold.' })
export class PlanFilter {
  @Field(() => [String], { nullable: true, description: 'Codes of indicators.' })
  indicators?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Territories: `56` means every unit that ever bore the code, `56@2024-06-06` the one of that day.',
  })
  territories?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether to take also all units that ever lay in those territories; without it, no.',
  })
  includeDescendants?: boolean | null;

  @Field(() => [BreakdownInput], {
    nullable: true,
    description: 'Items asked, as for figures; without it, totals and all items.',
  })
  breakdowns?: BreakdownInput[] | null;

  @Field(() => [String], { nullable: true, description: 'Periods of the plans, by any of their codes.' })
  periods?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes of the agencies that set them.' })
  setBy?: string[] | null;

  @Field(() => [PlanTargetEnum], { nullable: true, description: 'What they aim at.' })
  targets?: PlanTarget[] | null;
}

@ArgsType()
export class PlansArgs extends PageArgs {
  @Field(() => PlanFilter, { nullable: true, description: 'Which plans; without it, all.' })
  filter?: PlanFilter | null;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'As the plans could be known at this moment, or at the end of this day; without it, now.',
  })
  asOf?: string | null;
}
