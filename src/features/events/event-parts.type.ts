import { Field, ObjectType } from 'type-graphql';
import type { Day } from '../../kernel/day.js';
import { type Language, pick } from '../../kernel/language.js';
import { DayScalar } from '../../kernel/scalars.js';
import { InLanguage } from '../../kernel/translated.js';
import type { UncertainDate } from '../../kernel/uncertain-date.js';
import { UncertainDateType } from '../../kernel/uncertain-date.type.js';
import type { CallOff } from './event.entity.js';
import { CallOffEnum } from './event-words.type.js';

/** A text in Vietnamese and, where it was translated, in English. */
export interface Said {
  vi: string;
  en: string | null;
}

/** What may not be said at all. */
export const say = (language: Language, said: Said | null): string | null =>
  said === null ? null : pick(language, said.vi, said.en);

@ObjectType({ description: 'Where an event is held.' })
export class EventVenue {
  constructor(private readonly said: Said) {}

  @Field(() => String, { description: 'The place as printed.' })
  name(@InLanguage() language: Language): string {
    return pick(language, this.said.vi, this.said.en);
  }
}

@ObjectType({ description: 'Who stands behind an event.' })
export class EventParty {
  constructor(private readonly said: Said) {}

  @Field(() => String, { description: 'The name as printed.' })
  name(@InLanguage() language: Language): string {
    return pick(language, this.said.vi, this.said.en);
  }
}

@ObjectType({ description: 'How exhibitors register. What is not stated is null.' })
export class EventRegistration {
  constructor(
    deadline: UncertainDate | null,
    private readonly way: Said | null,
    contact: string | null,
    isExempt: boolean | null,
  ) {
    this.deadline = deadline;
    this.contact = contact;
    this.isExempt = isExempt;
  }

  @Field(() => UncertainDateType, { simple: true, nullable: true, description: 'The last day to register.' })
  readonly deadline: UncertainDate | null;

  @Field(() => String, { nullable: true, description: 'How it is done.' })
  how(@InLanguage() language: Language): string | null {
    return say(language, this.way);
  }

  @Field(() => String, { simple: true, nullable: true, description: 'Whom to ask.' })
  readonly contact: string | null;

  @Field(() => Boolean, {
    simple: true,
    nullable: true,
    description:
      'Whether the event need not itself be registered with the Department of Industry and Trade (Decree 81/2018/NĐ-CP, article 29), because the Prime Minister or the province decided on it.',
  })
  readonly isExempt: boolean | null;
}

@ObjectType({ description: 'That an event was called off.' })
export class EventCallOff {
  constructor(
    kind: CallOff,
    on: Day,
    private readonly why: Said | null,
  ) {
    this.kind = kind;
    this.on = on;
  }

  @Field(() => CallOffEnum, { simple: true, description: 'Cancelled or postponed.' })
  readonly kind: CallOff;

  @Field(() => DayScalar, { simple: true, description: 'The day on which it was; `Event.state` says so from then on.' })
  readonly on: Day;

  @Field(() => String, { nullable: true, description: 'Why; null where not stated.' })
  reason(@InLanguage() language: Language): string | null {
    return say(language, this.why);
  }
}
