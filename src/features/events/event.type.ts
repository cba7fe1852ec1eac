import { Arg, Ctx, Field, ObjectType } from 'type-graphql';
import { Context } from '../../kernel/context.js';
import { type Day, dayOf } from '../../kernel/day.js';
import { globalId } from '../../kernel/global-id.js';
import { type Language, pick } from '../../kernel/language.js';
import { Node } from '../../kernel/node.js';
import { DayScalar } from '../../kernel/scalars.js';
import { InLanguage } from '../../kernel/translated.js';
import { storedDate, type UncertainDate } from '../../kernel/uncertain-date.js';
import { UncertainDateType } from '../../kernel/uncertain-date.type.js';
import { Territory } from '../territories/territory.type.js';
import type { CallOff, EventKind } from './event.entity.js';
import { type EventState, stateOn } from './event-state.js';
import { EventKindEnum, EventStateEnum } from './event-words.type.js';

/** What lists of events read: few columns, because lists are long. */
export interface EventRow {
  id: number;
  slug: string;
  name_vi: string;
  name_en: string | null;
  sort_key: string;
  kind: EventKind;
  parent_id: number | null;
  territory_id: number | null;
  starts_on: string | null;
  ends_on: string | null;
  is_dated_by_parent: boolean;
  are_shown_dates_inferred: boolean;
  is_start_actual: boolean;
  call_off: CallOff | null;
  called_off_on: Day | null;
}

@ObjectType({
  implements: Node,
  description:
    'A trade-promotion event: a fair, a product week, a conference, a festival. Its dates are no more exact than is known; what is not known is null.',
})
export class Event extends Node {
  constructor(
    readonly row: EventRow,
    territory: Territory | null,
  ) {
    super();
    this.territory = territory;
  }

  get id(): string {
    return globalId('Event', this.row.slug);
  }

  @Field(() => String, { simple: true, description: 'Stable name in addresses: a-z, 0-9 and hyphens.' })
  get slug(): string {
    return this.row.slug;
  }

  @Field(() => String, { description: 'Name.' })
  name(@InLanguage() language: Language): string {
    return pick(language, this.row.name_vi, this.row.name_en);
  }

  @Field(() => EventKindEnum, { simple: true, description: 'What kind of event it is.' })
  get kind(): EventKind {
    return this.row.kind;
  }

  @Field(() => UncertainDateType, {
    simple: true,
    nullable: true,
    description:
      'When it begins: the actual date if known, else the planned one; of a part without any date of its own, the date of its parent. Null where nothing is known.',
  })
  get startsOn(): UncertainDate | null {
    return this.#date(this.row.starts_on);
  }

  @Field(() => UncertainDateType, {
    simple: true,
    nullable: true,
    description:
      'Its last day: the actual date if known, else the planned one unless the event began after it; of a part without any date of its own, the date of its parent. Null where nothing is known; lists and `state` then take the day of the start.',
  })
  get endsOn(): UncertainDate | null {
    return this.#date(this.row.ends_on);
  }

  @Field(() => Boolean, {
    simple: true,
    description: 'Whether `startsOn` and `endsOn` are those of its parent, because no date of its own is known.',
  })
  get areDatesOfParent(): boolean {
    return this.row.is_dated_by_parent;
  }

  @Field(() => Territory, {
    simple: true,
    nullable: true,
    description: 'The most exact unit known in which it is held, as it was then.',
  })
  readonly territory: Territory | null;

  @Field(() => EventStateEnum, {
    nullable: true,
    description:
      'Where it stands on a day by what is known now; null where its dates leave that open. An end that nobody knows counts as the day of the start.',
  })
  state(
    @Arg('on', () => DayScalar, { nullable: true, description: 'The day; today in Asia/Ho_Chi_Minh unless told.' })
    on: Day | null | undefined,
    @Ctx() { reading }: Context,
  ): EventState | null {
    const { startsOn, endsOn } = this;
    const { call_off: callOff, called_off_on: calledOffOn, is_start_actual: isStartActual } = this.row;
    return stateOn({ startsOn, endsOn, callOff, calledOffOn, isStartActual }, on ?? dayOf(reading.moment));
  }

  #date(text: string | null): UncertainDate | null {
    return text === null ? null : storedDate(text, this.row.are_shown_dates_inferred);
  }
}
