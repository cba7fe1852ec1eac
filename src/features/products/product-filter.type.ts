import { ArgsType, Field, InputType, Int } from 'type-graphql';
import type { Day } from '../../kernel/day.js';
import { describedEnum } from '../../kernel/described-enum.js';
import { type OrderDirection, OrderDirectionEnum } from '../../kernel/order-direction.type.js';
import { PageArgs } from '../../kernel/page.js';
import { DayScalar } from '../../kernel/scalars.js';
import type { ProducerKind } from '../producers/producer.entity.js';
import { ProducerKindEnum } from '../producers/producer.type.js';
import type { RecognitionKind } from './recognition.entity.js';
import { RecognitionKindEnum } from './recognition.type.js';

export const RequiredValidityEnum = describedEnum('RequiredValidity', 'How sure a filter by recognitions has to be.', {
  CERTAIN: 'In force on the day, however the dates that are not exact may fall.',
  POSSIBLE: 'In force on the day if they fall so, the certain ones too.',
  ONLY_POSSIBLE: 'In force on the day if dates fall so, but not certainly: to be checked with the producer.',
  ON_RECORD: 'Ever recognised, whatever the day: those that have ended and those without a date too.',
});
export type RequiredValidity = keyof typeof RequiredValidityEnum;

@InputType({
  description: 'Which products. Entries of one list are alternatives; different fields all hold.',
})
export class ProductFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words that begin words of the name or a keyword; no diacritics needed, `đ` is `d`. Where nothing begins so, names that resemble it. Every sign is plain text.',
  })
  search?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Kinds of goods with all that lies in them: group `1`, family `1.3`, set `1.3.1`; `1@QD148_2023` of one version.',
  })
  groups?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'At least so many OCOP stars on the day, 1 to 5.' })
  minStars?: number | null;

  @Field(() => [Int], { nullable: true, description: 'So many OCOP stars on the day, 1 to 5.' })
  stars?: number[] | null;

  @Field(() => [RecognitionKindEnum], { nullable: true, description: 'Recognised so on the day.' })
  recognitionKinds?: RecognitionKind[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Where they come from, with all units within: `58` the unit that bears the code on the day, else the last that did, with the area it took over; `56@2024-06-06` the one of that day.',
  })
  territories?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Slugs of producers.' })
  producers?: string[] | null;

  @Field(() => [ProducerKindEnum], { nullable: true, description: 'What their producers are in law.' })
  producerKinds?: ProducerKind[] | null;

  @Field(() => [String], { nullable: true, description: 'Slugs of events at which they are shown.' })
  events?: string[] | null;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'The day of the question. Given, only products with a recognition in force on it. Without it, stars, kinds of recognition and certificates are those of today.',
  })
  validOn?: Day | null;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'Only products that match on `validOn` and no more on this later day: what has ended, or has fewer stars, between two fairs. As sure as `validity` asks on both days: with POSSIBLE what surely has ended.',
  })
  noMoreOn?: Day | null;

  @Field(() => RequiredValidityEnum, {
    defaultValue: 'CERTAIN',
    description: 'How sure it has to be that recognitions and certificates are in force.',
  })
  validity!: RequiredValidity;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of standards by which they, or their producers, are certified on the day, e.g. `VIETGAP`.',
  })
  certificates?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Keywords, exactly as they are written.' })
  keywords?: string[] | null;
}

export const ProductOrderFieldEnum = describedEnum('ProductOrderField', 'By what products are ordered.', {
  NAME: 'By name as a Vietnamese dictionary sorts: `d` before `đ`, tones last.',
  STARS: 'By OCOP stars certain on the day, none the least; then by name.',
  CLOSENESS: 'By how close the name comes to the search, the closest first; then by name.',
});
export type ProductOrderField = keyof typeof ProductOrderFieldEnum;

@InputType({ description: 'An order of products.' })
export class ProductOrder {
  @Field(() => ProductOrderFieldEnum, { description: 'By what.' })
  field!: ProductOrderField;

  @Field(() => OrderDirectionEnum, { defaultValue: 'ASC', description: 'Which way; ties always run upwards.' })
  direction!: OrderDirection;
}

@ArgsType()
export class ProductsArgs extends PageArgs {
  @Field(() => ProductFilter, { nullable: true, description: 'Which products; without it, all.' })
  filter?: ProductFilter | null;

  @Field(() => ProductOrder, {
    nullable: true,
    description: 'In which order; without it by name, a search by closeness.',
  })
  orderBy?: ProductOrder | null;
}
