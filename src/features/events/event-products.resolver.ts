import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Context } from '../../kernel/context.js';
import type { Page } from '../../kernel/page.js';
import { ProductsArgs } from '../products/product-filter.type.js';
import { productPage } from '../products/product-page.query.js';
import { ProductConnection } from '../products/product.resolver.js';
import type { Product } from '../products/product.type.js';
import { OF_EVENT, OF_EXHIBIT, ON_DAYS_OF_EVENT } from './event-products.js';
import { Event } from './event.type.js';
import { Exhibit } from './exhibit.type.js';

@Resolver(() => Event)
export class EventProducts {
  @FieldResolver(() => ProductConnection, { description: 'Products shown at it.' })
  products(
    @Root() event: Event,
    @Args(() => ProductsArgs) args: ProductsArgs,
    @Ctx() context: Context,
  ): Promise<Page<Product>> {
    return productPage(context, OF_EVENT, event.row.id, args);
  }

  @FieldResolver(() => ProductConnection, {
    nullable: true,
    description:
      'Products of the whole catalogue that may be shown at it, because they are valid on all its days: CERTAIN on every day on which it may be held, POSSIBLE if its dates and theirs fall so. Stars and kinds of recognition in the filter are those of its days. Null where no date is known.',
  })
  eligibleProducts(
    @Root() event: Event,
    @Args(() => ProductsArgs) args: ProductsArgs,
    @Ctx() context: Context,
  ): Promise<Page<Product>> | null {
    const isDated = event.startsOn !== null || event.endsOn !== null;
    return isDated ? productPage(context, ON_DAYS_OF_EVENT, event.row.id, args) : null;
  }
}

@Resolver(() => Exhibit)
export class ExhibitProducts {
  @FieldResolver(() => ProductConnection, { description: 'What is shown; empty where nothing is known.' })
  products(
    @Root() exhibit: Exhibit,
    @Args(() => ProductsArgs) args: ProductsArgs,
    @Ctx() context: Context,
  ): Promise<Page<Product>> {
    return productPage(context, OF_EXHIBIT, exhibit.row.id, args);
  }
}
