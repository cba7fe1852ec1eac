import { ArgsType, Field } from 'type-graphql';
import { PageArgs } from '../../kernel/page.js';
import { MomentScalar } from '../../kernel/scalars.js';
import { type Boundaries, BoundariesEnum } from '../territories/boundary.type.js';
import { ObservationFilter, ObservationOrder } from './observation-filter.type.js';

@ArgsType()
export class ObservationsArgs extends PageArgs {
  @Field(() => ObservationFilter, { nullable: true, description: 'Which figures; without it, all totals.' })
  filter?: ObservationFilter | null;

  @Field(() => BoundariesEnum, {
    defaultValue: 'AS_PUBLISHED',
    description:
      'On whose boundaries. With TODAY and `includeDescendants` all units that ever lay in the units so found are taken too; without `territories` in the filter figures of all units are, and each edge still tells its `boundary`. On a Territory, TODAY asks for that unit so replaced.',
  })
  boundaries!: Boundaries;

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
