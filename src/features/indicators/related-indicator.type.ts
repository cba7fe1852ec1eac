import { Field, ObjectType } from 'type-graphql';
import { describedEnum } from '../../kernel/described-enum.js';
import type { StoredRelation } from './indicator-relation.entity.js';
import { Indicator } from './indicator.type.js';

/** In the order in which related indicators are listed. */
export const IndicatorRelationEnum = describedEnum(
  'IndicatorRelation',
  'What another indicator is to the one asked, by their definitions.',
  {
    OTHER_MEASURE:
      'The same thing measured otherwise: an index beside an amount, without the price factor, as shares, by number and by size.',
    COUNTERPART: 'What stands opposite to it: imports to exports, the product of the country to that of a region.',
    HAS_PART: 'The other is a part of it.',
    PART_OF: 'It is a part of the other.',
  },
);
export type IndicatorRelation = keyof typeof IndicatorRelationEnum;

@ObjectType({ simpleResolvers: true, description: 'An indicator to be looked at beside another, and why.' })
export class RelatedIndicator {
  @Field(() => IndicatorRelationEnum, { description: 'What it is to the one asked.' })
  readonly relation: IndicatorRelation;

  @Field(() => Indicator, { description: 'The other indicator.' })
  readonly indicator: Indicator;

  constructor(relation: IndicatorRelation, indicator: Indicator) {
    this.relation = relation;
    this.indicator = indicator;
  }
}

/** How a relation reads from its other side. */
export const seenFromOther = (relation: StoredRelation): IndicatorRelation =>
  relation === 'PART_OF' ? 'HAS_PART' : relation;
