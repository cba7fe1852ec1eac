import { ArgsType, Field, InputType } from 'type-graphql';
import type { Day } from '../../kernel/day.js';
import { describedEnum } from '../../kernel/described-enum.js';
import { type OrderDirection, OrderDirectionEnum } from '../../kernel/order-direction.type.js';
import { PageArgs } from '../../kernel/page.js';
import { DayScalar } from '../../kernel/scalars.js';
import type { EventKind } from './event.entity.js';
import type { EventState } from './event-state.js';
import { EventKindEnum, EventStateEnum } from './event-words.type.js';

@InputType({ description: 'Which events. Entries of one list are alternatives; different fields all hold.' })
export class EventFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words that begin words of the name; no diacritics needed, `đ` is `d`. Where nothing begins so, names that resemble it. Every sign is plain text.',
  })
  search?: string | null;

  @Field(() => [EventKindEnum], { nullable: true, description: 'Kinds of events.' })
  kinds?: EventKind[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Where they are held, with all units within: `58` the unit that bears the code on the day `on`, today without it, else the last that did, with the area it took over; `56@2024-06-06` the one of that day.',
  })
  territories?: string[] | null;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'Only events that may still go on on this day: their latest end, else their latest start, is not before it. Events without a date do not count.',
  })
  from?: Day | null;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'Only events that may have begun by this day: their earliest start is not after it. Events without a date do not count.',
  })
  to?: Day | null;

  @Field(() => [EventStateEnum], {
    nullable: true,
    description: 'Only events that stand so on the day `on`; where the dates leave it open, an event stands nowhere.',
  })
  states?: EventState[] | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The day of the question, of `states` and of codes in `territories`; today unless told.',
  })
  on?: Day | null;

  @Field(() => [String], { nullable: true, description: 'Slugs of producers that show something there.' })
  producers?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Slugs of products that are shown there.' })
  products?: string[] | null;
}

export const EventOrderFieldEnum = describedEnum('EventOrderField', 'What events are ordered by.', {
  START: 'By the last day they may begin, then the first; ties by name. A start that nobody knows stands last.',
  NAME: 'By name as a Vietnamese dictionary sorts.',
});

@InputType({ description: 'How events are ordered.' })
export class EventOrder {
  @Field(() => EventOrderFieldEnum, { defaultValue: 'START', description: 'By what.' })
  field!: keyof typeof EventOrderFieldEnum;

  @Field(() => OrderDirectionEnum, { defaultValue: 'ASC', description: 'Which way.' })
  direction!: OrderDirection;
}

@ArgsType()
export class EventsArgs extends PageArgs {
  @Field(() => EventFilter, { nullable: true, description: 'Which events; without it, all.' })
  filter?: EventFilter | null;

  @Field(() => EventOrder, {
    nullable: true,
    description: 'The order; without it by closeness where a text is searched, else by start.',
  })
  orderBy?: EventOrder | null;
}
