import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { connectionOf } from '../../kernel/connection.js';
import { Context } from '../../kernel/context.js';
import { findNodesOf } from '../../kernel/node.js';
import { type Page, PageArgs } from '../../kernel/page.js';
import { eventByRow } from './event.loader.js';
import { Event } from './event.type.js';
import { exhibitPage } from './exhibit-page.query.js';
import { exhibitByRow } from './exhibit.loader.js';
import { Exhibit } from './exhibit.type.js';

const ExhibitConnection = connectionOf('Exhibit', () => Exhibit);

findNodesOf('Exhibit', async (row, context) =>
  /^[1-9]\d{0,8}$/.test(row) ? exhibitByRow(context).load(Number(row)) : null,
);

@Resolver(() => Exhibit)
export class ExhibitResolver {
  @FieldResolver(() => Event, { description: 'Where it shows.' })
  async event(@Root() exhibit: Exhibit, @Ctx() context: Context): Promise<Event> {
    return (await eventByRow(context).load(exhibit.row.event_id))!;
  }
}

@Resolver(() => Event)
export class EventExhibits {
  @FieldResolver(() => ExhibitConnection, {
    description: 'Who shows what at it, by name of the producer as a Vietnamese dictionary sorts, then by booth.',
  })
  exhibits(
    @Root() event: Event,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<Exhibit>> {
    return exhibitPage(context, event.row.id, page);
  }
}
