import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Context } from '../../kernel/context.js';
import type { Language } from '../../kernel/language.js';
import { ListSize } from '../../kernel/list-size.js';
import { InLanguage } from '../../kernel/translated.js';
import type { UncertainDate } from '../../kernel/uncertain-date.js';
import { UncertainDateType } from '../../kernel/uncertain-date.type.js';
import { Citation } from '../sources/citation.type.js';
import type { EventDetails } from './event-details.js';
import { eventDetails } from './event-details.loader.js';
import { EventCallOff, EventParty, EventRegistration, EventVenue, say } from './event-parts.type.js';
import { EventResults, EventScale } from './event-scale.type.js';
import { Event } from './event.type.js';

const of = (event: Event, context: Context): Promise<EventDetails> => eventDetails(context).load(event.row.id);

@Resolver(() => Event)
export class EventDetailsResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Its theme.' })
  async theme(@Root() event: Event, @InLanguage() language: Language, @Ctx() context: Context): Promise<string | null> {
    return say(language, (await of(event, context)).theme);
  }

  @FieldResolver(() => UncertainDateType, { nullable: true, description: 'When it was planned to begin.' })
  async plannedStart(@Root() event: Event, @Ctx() context: Context): Promise<UncertainDate | null> {
    return (await of(event, context)).date('planned_start');
  }

  @FieldResolver(() => UncertainDateType, { nullable: true, description: 'Its last day as planned.' })
  async plannedEnd(@Root() event: Event, @Ctx() context: Context): Promise<UncertainDate | null> {
    return (await of(event, context)).date('planned_end');
  }

  @FieldResolver(() => UncertainDateType, { nullable: true, description: 'When it really began.' })
  async actualStart(@Root() event: Event, @Ctx() context: Context): Promise<UncertainDate | null> {
    return (await of(event, context)).date('actual_start');
  }

  @FieldResolver(() => UncertainDateType, { nullable: true, description: 'Its last day as it really was.' })
  async actualEnd(@Root() event: Event, @Ctx() context: Context): Promise<UncertainDate | null> {
    return (await of(event, context)).date('actual_end');
  }

  @FieldResolver(() => Int, { nullable: true, description: 'How many days it lasts, where that is stated.' })
  async durationDays(@Root() event: Event, @Ctx() context: Context): Promise<number | null> {
    return (await of(event, context)).row.duration_days;
  }

  @FieldResolver(() => String, { nullable: true, description: 'When it is open to visitors.' })
  async openingHours(
    @Root() event: Event,
    @InLanguage() language: Language,
    @Ctx() context: Context,
  ): Promise<string | null> {
    return say(language, (await of(event, context)).openingHours);
  }

  @FieldResolver(() => [EventVenue], { description: 'Where it is held; empty where nothing is known.' })
  async venues(@Root() event: Event, @ListSize(20) first: number, @Ctx() context: Context): Promise<EventVenue[]> {
    return (await of(event, context)).venues.slice(0, first);
  }

  @FieldResolver(() => [EventParty], { description: 'Who hosts it; empty where nothing is known.' })
  async hosts(@Root() event: Event, @ListSize(20) first: number, @Ctx() context: Context): Promise<EventParty[]> {
    return (await of(event, context)).parties('HOST').slice(0, first);
  }

  @FieldResolver(() => [EventParty], { description: 'Who organises it; empty where nothing is known.' })
  async organisers(@Root() event: Event, @ListSize(20) first: number, @Ctx() context: Context): Promise<EventParty[]> {
    return (await of(event, context)).parties('ORGANISER').slice(0, first);
  }

  @FieldResolver(() => [EventParty], { description: 'Who takes part in organising it; empty where nothing is known.' })
  async coOrganisers(
    @Root() event: Event,
    @ListSize(20) first: number,
    @Ctx() context: Context,
  ): Promise<EventParty[]> {
    return (await of(event, context)).parties('CO_ORGANISER').slice(0, first);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Number of the plan or decision it is held by, e.g. `81/KH-UBND`.',
  })
  async planNumber(@Root() event: Event, @Ctx() context: Context): Promise<string | null> {
    return (await of(event, context)).row.plan_number;
  }

  @FieldResolver(() => EventScale, { nullable: true, description: 'How large it is; null where nothing is stated.' })
  async scale(@Root() event: Event, @Ctx() context: Context): Promise<EventScale | null> {
    return (await of(event, context)).scale;
  }

  @FieldResolver(() => EventRegistration, {
    nullable: true,
    description: 'How exhibitors register; null where nothing is stated.',
  })
  async registration(@Root() event: Event, @Ctx() context: Context): Promise<EventRegistration | null> {
    return (await of(event, context)).registration;
  }

  @FieldResolver(() => Boolean, { nullable: true, description: 'Whether visitors enter free of charge.' })
  async isEntryFree(@Root() event: Event, @Ctx() context: Context): Promise<boolean | null> {
    return (await of(event, context)).row.is_entry_free;
  }

  @FieldResolver(() => EventResults, { nullable: true, description: 'What came of it; null where nothing is stated.' })
  async results(@Root() event: Event, @Ctx() context: Context): Promise<EventResults | null> {
    return (await of(event, context)).results;
  }

  @FieldResolver(() => [Citation], { description: 'Where it is written of.' })
  async citations(@Root() event: Event, @ListSize(20) first: number, @Ctx() context: Context): Promise<Citation[]> {
    return (await of(event, context)).citations.slice(0, first);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Note.' })
  async note(@Root() event: Event, @InLanguage() language: Language, @Ctx() context: Context): Promise<string | null> {
    return say(language, (await of(event, context)).note);
  }

  @FieldResolver(() => EventCallOff, { nullable: true, description: 'That it was called off; null where it was not.' })
  async callOff(@Root() event: Event, @Ctx() context: Context): Promise<EventCallOff | null> {
    return (await of(event, context)).callOff;
  }
}
