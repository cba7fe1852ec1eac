import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { connectionOf } from '../../kernel/connection.js';
import { Context } from '../../kernel/context.js';
import { findNodesOf } from '../../kernel/node.js';
import { type Page, PageArgs } from '../../kernel/page.js';
import { isSlug } from '../../kernel/slugs.js';
import { ProductGroup } from '../groups/group.type.js';
import { Producer } from '../producers/producer.type.js';
import { Territory } from '../territories/territory.type.js';
import { Standard } from './certificate.type.js';
import { ALL, OF_GROUP, OF_PRODUCER, OF_TERRITORY } from './product-edge.js';
import { ProductsArgs } from './product-filter.type.js';
import { productPage } from './product-page.query.js';
import { productBySlug } from './product.loader.js';
import { Product } from './product.type.js';
import { standardTable } from './standard.table.js';

export const ProductConnection = connectionOf('Product', () => Product);
const StandardConnection = connectionOf('Standard', () => Standard);

findNodesOf('Product', async (slug, context) => (isSlug(slug) ? productBySlug(context).load(slug) : null));
findNodesOf('Standard', async (code, { reading }) => (await reading.table(standardTable)).find(code));

@Resolver()
export class ProductResolver {
  @Query(() => Product, { nullable: true, description: 'A product by its slug; null where there is none.' })
  async product(
    @Arg('slug', () => String, { description: 'E.g. `nho-ba-moi`.' }) slug: string,
    @Ctx() context: Context,
  ): Promise<Product | null> {
    return isSlug(slug) ? productBySlug(context).load(slug) : null;
  }

  @Query(() => ProductConnection, {
    description: 'The catalogue: OCOP and specialty products, by name as a Vietnamese dictionary sorts unless told.',
  })
  products(@Args(() => ProductsArgs) args: ProductsArgs, @Ctx() context: Context): Promise<Page<Product>> {
    return productPage(context, ALL, 0, args);
  }

  @Query(() => StandardConnection, { description: 'Standards that certificates name, by code.' })
  async standards(@Args(() => PageArgs) page: PageArgs, @Ctx() { reading, limits }: Context): Promise<Page<Standard>> {
    return (await reading.table(standardTable)).page(page, limits);
  }
}

@Resolver(() => Producer)
export class ProducerProducts {
  @FieldResolver(() => ProductConnection, { description: 'What it makes.' })
  products(
    @Root() producer: Producer,
    @Args(() => ProductsArgs) args: ProductsArgs,
    @Ctx() context: Context,
  ): Promise<Page<Product>> {
    return productPage(context, OF_PRODUCER, producer.row.id, args);
  }
}

@Resolver(() => Territory)
export class TerritoryProducts {
  @FieldResolver(() => ProductConnection, {
    description: 'Products of the whole area: of all units that ever lay in it, and of the area that it took over.',
  })
  products(
    @Root() territory: Territory,
    @Args(() => ProductsArgs) args: ProductsArgs,
    @Ctx() context: Context,
  ): Promise<Page<Product>> {
    return productPage(context, OF_TERRITORY, territory.row.id, args);
  }
}

@Resolver(() => ProductGroup)
export class ProductGroupProducts {
  @FieldResolver(() => ProductConnection, { description: 'Products of this group and of all that lies in it.' })
  products(
    @Root() group: ProductGroup,
    @Args(() => ProductsArgs) args: ProductsArgs,
    @Ctx() context: Context,
  ): Promise<Page<Product>> {
    return productPage(context, OF_GROUP, group.row.id, args);
  }
}
