import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { connectionOf } from '../../kernel/connection.js';
import { Context } from '../../kernel/context.js';
import { ListSize } from '../../kernel/list-size.js';
import { findNodesOf } from '../../kernel/node.js';
import { type Page } from '../../kernel/page.js';
import { isSlug } from '../../kernel/slugs.js';
import { ALL } from './event-edge.js';
import { eventPage } from './event-page.query.js';
import { eventByRow, eventBySlug, partsOf } from './event.loader.js';
import { Event } from './event.type.js';
import { EventsArgs } from './events.args.js';

export const EventConnection = connectionOf('Event', () => Event);

findNodesOf('Event', async (slug, context) => (isSlug(slug) ? eventBySlug(context).load(slug) : null));

@Resolver(() => Event)
export class EventResolver {
  @Query(() => Event, { nullable: true, description: 'An event by its slug; null where there is none.' })
  async event(
    @Arg('slug', () => String, { description: 'E.g. `le-hoi-nho-va-vang-ninh-thuan-2023`.' }) slug: string,
    @Ctx() context: Context,
  ): Promise<Event | null> {
    return isSlug(slug) ? eventBySlug(context).load(slug) : null;
  }

  @Query(() => EventConnection, {
    description:
      'Trade-promotion events, the earliest first. With `from` and `to`, all that may lie on one of those days.',
  })
  events(@Args(() => EventsArgs) args: EventsArgs, @Ctx() context: Context): Promise<Page<Event>> {
    return eventPage(context, ALL, 0, args);
  }

  @FieldResolver(() => Event, {
    nullable: true,
    description: 'The event of which it is a part; null where it is none.',
  })
  async parent(@Root() event: Event, @Ctx() context: Context): Promise<Event | null> {
    return event.row.parent_id === null ? null : eventByRow(context).load(event.row.parent_id);
  }

  @FieldResolver(() => [Event], { description: 'Events that are parts of it, the earliest first.' })
  async parts(@Root() event: Event, @ListSize(50) first: number, @Ctx() context: Context): Promise<Event[]> {
    return (await partsOf(context).load(event.row.id)).slice(0, first);
  }
}
