import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { connectionOf } from '../../kernel/connection.js';
import { Context } from '../../kernel/context.js';
import { findNodesOf } from '../../kernel/node.js';
import { type Page, PageArgs } from '../../kernel/page.js';
import { indicatorTable } from './indicator.table.js';
import { Indicator } from './indicator.type.js';

export const IndicatorConnection = connectionOf('Indicator', () => Indicator);

findNodesOf('Indicator', async (code, { reading }) => (await reading.table(indicatorTable)).find(code));

@Resolver()
export class IndicatorResolver {
  @Query(() => Indicator, { nullable: true, description: 'An indicator by its code; null where there is none.' })
  async indicator(
    @Arg('code', () => String, { description: 'E.g. `EXPORT_TURNOVER`.' }) code: string,
    @Ctx() { reading }: Context,
  ): Promise<Indicator | null> {
    return (await reading.table(indicatorTable)).find(code);
  }

  @Query(() => IndicatorConnection, { description: 'All indicators, by code.' })
  async indicators(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { reading, limits }: Context,
  ): Promise<Page<Indicator>> {
    return (await reading.table(indicatorTable)).page(page, limits);
  }
}
