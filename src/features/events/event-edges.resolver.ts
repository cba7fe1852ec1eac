import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Context } from '../../kernel/context.js';
import { type Page } from '../../kernel/page.js';
import { Producer } from '../producers/producer.type.js';
import { Product } from '../products/product.type.js';
import { Territory } from '../territories/territory.type.js';
import { OF_PRODUCER, OF_PRODUCT, OF_TERRITORY } from './event-edge.js';
import { eventPage } from './event-page.query.js';
import { EventConnection } from './event.resolver.js';
import type { Event } from './event.type.js';
import { EventsArgs } from './events.args.js';

@Resolver(() => Territory)
export class TerritoryEvents {
  @FieldResolver(() => EventConnection, {
    description: 'Events held in it, in all units that ever lay in it, and in the area that it took over.',
  })
  events(
    @Root() territory: Territory,
    @Args(() => EventsArgs) args: EventsArgs,
    @Ctx() context: Context,
  ): Promise<Page<Event>> {
    return eventPage(context, OF_TERRITORY, territory.row.id, args);
  }
}

@Resolver(() => Producer)
export class ProducerEvents {
  @FieldResolver(() => EventConnection, { description: 'Events at which it shows something.' })
  events(
    @Root() producer: Producer,
    @Args(() => EventsArgs) args: EventsArgs,
    @Ctx() context: Context,
  ): Promise<Page<Event>> {
    return eventPage(context, OF_PRODUCER, producer.row.id, args);
  }
}

@Resolver(() => Product)
export class ProductEvents {
  @FieldResolver(() => EventConnection, { description: 'Events at which it is shown.' })
  events(
    @Root() product: Product,
    @Args(() => EventsArgs) args: EventsArgs,
    @Ctx() context: Context,
  ): Promise<Page<Event>> {
    return eventPage(context, OF_PRODUCT, product.row.id, args);
  }
}
