import { ArgsType, Field } from 'type-graphql';
import { PageArgs } from '../../kernel/page.js';
import { MomentScalar } from '../../kernel/scalars.js';
import { ObservationFilter, ObservationOrder } from './observation-filter.type.js';

@ArgsType()
export class ObservationsArgs extends PageArgs {
  @Field(() => ObservationFilter, { nullable: true, description: 'Which figures; without it, all totals.' })
  filter?: ObservationFilter | null;

  @Field(() => ObservationOrder, {
    nullable: true,
    description: 'In which order; without it by (indicator, territory, breakdown, period, publisher).',
  })
  orderBy?: ObservationOrder | null;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'As the figures could be known at this moment, or at the end of this day; without it, now.',
  })
  asOf?: string | null;
}
