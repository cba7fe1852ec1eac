import { ArgsType, Field } from 'type-graphql';
import { describedEnum } from '../../kernel/described-enum.js';
import { MomentScalar } from '../../kernel/scalars.js';
import { type ChangeMethod, ChangeMethodEnum, ComparisonBasisEnum } from '../observations/change.type.js';
import { ObservationFilter } from '../observations/observation-filter.type.js';
import type { ComparisonBasis } from '../observations/print.entity.js';
import { type Boundaries, BoundariesEnum } from '../territories/boundary.type.js';

export const TableMeasureEnum = describedEnum('TableMeasure', 'What the cells of a table show of a figure.', {
  VALUE: 'Its value, in the `unitMultiplier` of the INDICATOR item.',
  CHANGE_PERCENT:
    'Its growth in percent against the `basis` asked, as `Observation.change` says; null where that is in percentage points.',
  CHANGE_POINTS:
    'Its change in percentage points against the `basis` asked, as `Observation.change` says: of figures that are themselves percentages, and as printed.',
  PLAN: 'The planned level it is measured against, in the `unitMultiplier` of the INDICATOR item; null for a range.',
});
export type TableMeasure = keyof typeof TableMeasureEnum;

@ArgsType()
export class TableArgs {
  @Field(() => ObservationFilter, { nullable: true, description: 'Which figures; without it, all totals.' })
  filter?: ObservationFilter | null;

  @Field(() => BoundariesEnum, {
    defaultValue: 'AS_PUBLISHED',
    description:
      'On whose boundaries. With TODAY each unit keeps an item of its own, which tells its `boundary`; with `includeDescendants` all units that ever lay in the units so found are taken too.',
  })
  boundaries!: Boundaries;

  @Field(() => [TableMeasureEnum], {
    defaultValue: ['VALUE'],
    description: 'What to show of each figure; more than one make a MEASURE dimension, which stands last.',
  })
  measures!: TableMeasure[];

  @Field(() => ComparisonBasisEnum, {
    defaultValue: 'SAME_PERIOD_LAST_YEAR',
    description: 'With what CHANGE_PERCENT and CHANGE_POINTS compare.',
  })
  basis!: ComparisonBasis;

  @Field(() => ChangeMethodEnum, {
    nullable: true,
    description:
      'Whether CHANGE_PERCENT and CHANGE_POINTS are only those printed or only computed; without it as printed, and where no print states it, computed.',
  })
  method?: ChangeMethod | null;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'As the figures could be known at this moment, or at the end of this day; without it, now.',
  })
  asOf?: string | null;
}
