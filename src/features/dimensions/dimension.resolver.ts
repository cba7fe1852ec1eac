import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { connectionOf } from '../../kernel/connection.js';
import { Context } from '../../kernel/context.js';
import { findNodesOf } from '../../kernel/node.js';
import { type Page, PageArgs } from '../../kernel/page.js';
import { dimensionTable } from './dimension.table.js';
import { Dimension } from './dimension.type.js';

const DimensionConnection = connectionOf('Dimension', () => Dimension);

findNodesOf('Dimension', async (code, { reading }) => (await reading.table(dimensionTable)).find(code));

findNodesOf('DimensionItem', async (key, { reading }) => {
  const items = [...(await reading.table(dimensionTable)).items.values()];
  return items.find((item) => item.key === key) ?? null;
});

@Resolver()
export class DimensionResolver {
  @Query(() => Dimension, { nullable: true, description: 'A dimension by its code; null where there is none.' })
  async dimension(
    @Arg('code', () => String, { description: 'E.g. `INDUSTRY`.' }) code: string,
    @Ctx() { reading }: Context,
  ): Promise<Dimension | null> {
    return (await reading.table(dimensionTable)).find(code);
  }

  @Query(() => DimensionConnection, { description: 'All dimensions, by code.' })
  async dimensions(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { reading, limits }: Context,
  ): Promise<Page<Dimension>> {
    return (await reading.table(dimensionTable)).page(page, limits);
  }
}
