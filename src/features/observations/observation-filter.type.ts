import { Field, InputType, Int } from 'type-graphql';
import { describedEnum } from '../../kernel/described-enum.js';
import { OrderDirectionEnum } from '../../kernel/order-direction.type.js';
import type { PeriodKind } from '../../kernel/period.js';
import { MomentScalar } from '../../kernel/scalars.js';
import { PeriodKindEnum } from '../periods/period.type.js';
import type { ObservationStatus } from './print.entity.js';
import { ObservationStatusEnum } from './print.type.js';

@InputType({ description: 'Items of one dimension.' })
export class BreakdownInput {
  @Field(() => String, { description: 'Code of the dimension, e.g. `INDUSTRY`.' })
  dimension!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of items, `_T` for the total; without them, all items but the total.',
  })
  items?: string[] | null;
}

@InputType({
  description:
    'Which figures. Entries of one list are alternatives; different fields all hold. A list is never empty, and an unknown code is an error that names it.',
})
export class ObservationFilter {
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
    description:
      'Without it, totals only. Entries of one dimension are joined, of different dimensions combined. It restricts only indicators that have the dimension: the others answer their totals.',
  })
  breakdowns?: BreakdownInput[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Periods by any of their codes: `2024-S1`, `2024-06`, `2024-01-01/P6M`.',
  })
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

  @Field(() => [ObservationStatusEnum], { nullable: true, description: 'Only figures with these statuses.' })
  statuses?: ObservationStatus[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes of publishers.' })
  publishers?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of sources: figures of which one of these prints something.',
  })
  sources?: string[] | null;

  @Field(() => MomentScalar, {
    nullable: true,
    description: 'Only figures of which something became known after this moment, or after the end of this day.',
  })
  printedAfter?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Only the newest periods of each series, this many. A series is a figure without its period.',
  })
  latest?: number | null;
}

export const ObservationOrderFieldEnum = describedEnum(
  'ObservationOrderField',
  'What figures are ordered by; ties go by (indicator, territory, breakdown, period, publisher).',
  {
    PERIOD: 'By (end, length) of the period.',
    INDICATOR: 'By code of the indicator.',
    TERRITORY: 'By (code, validFrom) of the territory.',
    PUBLICATION: 'By the last possible day of the newest print.',
    VALUE: 'By the value in the unit itself; only with a single indicator. Figures without a value stand last.',
  },
);

@InputType({ description: 'How figures are ordered.' })
export class ObservationOrder {
  @Field(() => ObservationOrderFieldEnum, { description: 'By what.' })
  field!: keyof typeof ObservationOrderFieldEnum;

  @Field(() => OrderDirectionEnum, { defaultValue: 'ASC', description: 'Which way; ties always run upwards.' })
  direction!: keyof typeof OrderDirectionEnum;
}
