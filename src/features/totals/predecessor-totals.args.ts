import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../../kernel/page.js';
import type { PeriodKind } from '../../kernel/period.js';
import { MomentScalar } from '../../kernel/scalars.js';
import { BreakdownInput } from '../observations/observation-filter.type.js';
import { PeriodKindEnum } from '../periods/period.type.js';

@InputType({
  description:
    'Which totals. Entries of one list are alternatives; different fields all hold. A list is never empty, and an unknown code is an error that names it.',
})
export class PredecessorTotalFilter {
  @Field(() => [String], {
    nullable: true,
    description: 'Codes of indicators of kind FLOW; another kind is an error. Without it, all of that kind.',
  })
  indicators?: string[] | null;

  @Field(() => [BreakdownInput], {
    nullable: true,
    description: 'As for `observations`: without it, only figures that are not broken down.',
  })
  breakdowns?: BreakdownInput[] | null;

  @Field(() => [String], { nullable: true, description: 'Periods by any of their codes.' })
  periods?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only periods that begin on this day or with this period, or later.',
  })
  from?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only periods that end on this day or with this period, or earlier.',
  })
  to?: string | null;

  @Field(() => [PeriodKindEnum], { nullable: true, description: 'Only periods of these kinds.' })
  periodKinds?: PeriodKind[] | null;
}

@ArgsType()
export class PredecessorTotalsArgs extends PageArgs {
  @Field(() => PredecessorTotalFilter, { nullable: true, description: 'Which totals; without it, all.' })
  filter?: PredecessorTotalFilter | null;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'As the parts could be known at this moment, or at the end of this day; without it, now.',
  })
  asOf?: string | null;
}
