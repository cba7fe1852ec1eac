import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { Day } from '../../kernel/day.js';
import { describedEnum } from '../../kernel/described-enum.js';
import { DayScalar } from '../../kernel/scalars.js';
import { ProductGroup } from '../groups/group.type.js';
import type { ProducerKind } from '../producers/producer.entity.js';
import { ProducerKindEnum } from '../producers/producer.type.js';
import { Territory } from '../territories/territory.type.js';
import type { RecognitionKind } from './recognition.entity.js';
import { RecognitionKindEnum } from './recognition.type.js';
import { type RequiredValidity, RequiredValidityEnum } from './product-filter.type.js';

export const CountByEnum = describedEnum('ProductCountBy', 'By what products are counted.', {
  TERRITORY:
    'By the unit they lie in, of the level asked, as it is on the day: a product of an ended unit counts for its successor.',
  STARS: 'By the OCOP stars in force on the day.',
  GROUP: 'By the group of goods.',
  PRODUCER_KIND: 'By what their producers are in law.',
  RECOGNITION_KIND: 'By the kinds of recognition in force on the day; a product of two kinds counts in both.',
});
export type CountBy = keyof typeof CountByEnum;

@ObjectType({
  simpleResolvers: true,
  description: 'How many products share these values; null where not counted by, or not known.',
})
export class ProductCount {
  @Field(() => Territory, { nullable: true, description: 'The unit; null also where it is not known at this level.' })
  territory!: Territory | null;

  @Field(() => Int, { nullable: true, description: 'OCOP stars in force; null also for none.' })
  stars!: number | null;

  @Field(() => ProductGroup, { nullable: true, description: 'The group of goods.' })
  group!: ProductGroup | null;

  @Field(() => ProducerKindEnum, { nullable: true, description: 'What the producers are in law.' })
  producerKind!: ProducerKind | null;

  @Field(() => RecognitionKindEnum, { nullable: true, description: 'The kind of recognition.' })
  recognitionKind!: RecognitionKind | null;

  @Field(() => Int, { description: 'Products.' })
  count!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Valid products counted on a day: those with a recognition in force, candidates not among them.',
})
export class ProductCounts {
  @Field(() => DayScalar, { description: 'The day.' })
  validOn!: Day;

  @Field(() => RequiredValidityEnum, { description: 'How sure it had to be that they are recognised.' })
  validity!: RequiredValidity;

  @Field(() => [CountByEnum], { description: 'By what they are counted.' })
  by!: CountBy[];

  all!: ProductCount[];

  @Field(() => Int, { description: 'All of them, each once.' })
  total!: number;
}

@InputType({ description: 'Which products are counted.' })
export class ProductCountFilter {
  @Field(() => [String], {
    nullable: true,
    description: 'Where they come from, with all units within: as in the filter of `products`.',
  })
  territories?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Kinds of goods with all that lies in them.' })
  groups?: string[] | null;
}
