import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../../kernel/page.js';
import type { ProducerKind } from './producer.entity.js';
import { ProducerKindEnum } from './producer.type.js';

@InputType({ description: 'Which producers. Entries of one list are alternatives; different fields all hold.' })
export class ProducerFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words that begin words of the name; no diacritics needed, `đ` is `d`. Where nothing begins so, names that resemble it. Every sign is plain text.',
  })
  search?: string | null;

  @Field(() => [ProducerKindEnum], { nullable: true, description: 'What they are in law.' })
  kinds?: ProducerKind[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Where they lie, with all units within: `58` the unit that bears the code today, else the last that did, with the area it took over; `56@2024-06-06` the one of that day.',
  })
  territories?: string[] | null;
}

@ArgsType()
export class ProducersArgs extends PageArgs {
  @Field(() => ProducerFilter, { nullable: true, description: 'Which producers; without it, all.' })
  filter?: ProducerFilter | null;
}
