import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Context } from '../kernel/context.js';
import { outcome, type Refusal } from '../kernel/refusal.type.js';
import { part, ROWS, withParts } from './catalogue.mutation.js';
import { EVENT_PARTIES, EVENT_SOURCES, EVENT_VENUES, EVENT_ZONES, EXHIBITS } from './event-parts.js';
import { EVENTS } from './events.js';
import { PROJECT_CAPITALS, PROJECT_PROGRESS, PROJECTS } from './projects.js';
import { type Input, inputType } from './upsert-input.js';
import { UpsertOutcome, type UpsertReport } from './upsert.type.js';
import { type Upsert, upserted } from './upserts.js';

type Answer = Promise<UpsertReport | Refusal>;

const HELD: Upsert = {
  noun: EVENTS,
  parts: {
    venues: part('EventVenueInput', EVENT_VENUES, 'event'),
    parties: part('EventPartyInput', EVENT_PARTIES, 'event'),
    zones: part('EventZoneInput', EVENT_ZONES, 'event'),
    sources: part('EventSourceInput', EVENT_SOURCES, 'event'),
  },
};
const BUILT: Upsert = {
  noun: PROJECTS,
  parts: {
    capitals: part('ProjectCapitalInput', PROJECT_CAPITALS, 'project'),
    progress: part('ProjectProgressInput', PROJECT_PROGRESS, 'project'),
  },
};

const EventInput = withParts('EventInput', HELD);
const ExhibitInput = inputType('ExhibitInput', EXHIBITS);
const ProjectInput = withParts('ProjectInput', BUILT);

@Resolver()
export class EventAndProjectUpserts {
  @Mutation(() => UpsertOutcome, {
    description:
      'Adds or changes events by slug, with their venues, parties, zones and documents; for editors. All of it, or nothing.',
  })
  upsertEvents(
    @Arg('input', () => [EventInput], { description: ROWS }) input: Input[],
    @Ctx() context: Context,
  ): Answer {
    return outcome(upserted(context, HELD, input));
  }

  @Mutation(() => UpsertOutcome, {
    description:
      'Adds or changes exhibits by event, producer and booth; for editors. The products of one are those given. All of it, or nothing.',
  })
  upsertExhibits(
    @Arg('input', () => [ExhibitInput], { description: ROWS }) input: Input[],
    @Ctx() context: Context,
  ): Answer {
    return outcome(upserted(context, { noun: EXHIBITS }, input));
  }

  @Mutation(() => UpsertOutcome, {
    description:
      'Adds or changes projects by slug, with their capital and notes of progress; for editors. All of it, or nothing.',
  })
  upsertProjects(
    @Arg('input', () => [ProjectInput], { description: ROWS }) input: Input[],
    @Ctx() context: Context,
  ): Answer {
    return outcome(upserted(context, BUILT, input));
  }
}
