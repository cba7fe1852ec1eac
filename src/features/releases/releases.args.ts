import { ArgsType, Field, InputType } from 'type-graphql';
import { describedEnum } from '../../kernel/described-enum.js';
import { type OrderDirection, OrderDirectionEnum } from '../../kernel/order-direction.type.js';
import { PageArgs } from '../../kernel/page.js';
import { type ReleaseState, ReleaseStateEnum } from './release-state.type.js';

@InputType({ description: 'Which releases.' })
export class ReleaseFilter {
  @Field(() => [ReleaseStateEnum], {
    nullable: true,
    description:
      'Where they stand; without it those that are out, PUBLISHED and WITHDRAWN. SCHEDULED are those announced, the calendar of releases; a DRAFT is never listed here.',
  })
  states?: ReleaseState[] | null;
}

export const ReleaseOrderFieldEnum = describedEnum('ReleaseOrderField', 'What releases are ordered by.', {
  CODE: 'By code.',
  PUBLISHED_AT: 'By their moment, then by code.',
});
export type ReleaseOrderField = keyof typeof ReleaseOrderFieldEnum;

@InputType({ description: 'How releases are ordered.' })
export class ReleaseOrder {
  @Field(() => ReleaseOrderFieldEnum, { defaultValue: 'CODE', description: 'By what.' })
  field!: ReleaseOrderField;

  @Field(() => OrderDirectionEnum, { defaultValue: 'ASC', description: 'Which way.' })
  direction!: OrderDirection;
}

@ArgsType()
export class ReleasesArgs extends PageArgs {
  @Field(() => ReleaseFilter, { nullable: true, description: 'Which releases; without it, all that are out.' })
  filter?: ReleaseFilter | null;

  @Field(() => ReleaseOrder, { nullable: true, description: 'The order; by code unless told.' })
  orderBy?: ReleaseOrder | null;
}
