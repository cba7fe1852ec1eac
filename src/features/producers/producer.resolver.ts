import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { connectionOf } from '../../kernel/connection.js';
import { Context } from '../../kernel/context.js';
import { ListSize } from '../../kernel/list-size.js';
import { findNodesOf } from '../../kernel/node.js';
import { type Page } from '../../kernel/page.js';
import { isSlug } from '../../kernel/slugs.js';
import { ProducersArgs } from './producer-filter.type.js';
import { producerPage } from './producer-page.query.js';
import { contactsOf, producerBySlug } from './producer.loader.js';
import { Contact, Producer } from './producer.type.js';

const ProducerConnection = connectionOf('Producer', () => Producer);

findNodesOf('Producer', async (slug, context) => (isSlug(slug) ? producerBySlug(context).load(slug) : null));

@Resolver(() => Producer)
export class ProducerResolver {
  @Query(() => Producer, { nullable: true, description: 'A producer by its slug; null where there is none.' })
  async producer(
    @Arg('slug', () => String, { description: 'E.g. `cong-ty-tnhh-tri-tin`.' }) slug: string,
    @Ctx() context: Context,
  ): Promise<Producer | null> {
    return isSlug(slug) ? producerBySlug(context).load(slug) : null;
  }

  @Query(() => ProducerConnection, {
    description: 'Producers, by name as a Vietnamese dictionary sorts; a search by closeness first.',
  })
  producers(@Args(() => ProducersArgs) args: ProducersArgs, @Ctx() context: Context): Promise<Page<Producer>> {
    return producerPage(context, args);
  }

  @FieldResolver(() => [Contact], { description: 'How the public may reach it; empty where nothing is known.' })
  async contacts(@Root() producer: Producer, @ListSize(10) first: number, @Ctx() context: Context): Promise<Contact[]> {
    return (await contactsOf(context).load(producer.row.id)).slice(0, first);
  }
}
