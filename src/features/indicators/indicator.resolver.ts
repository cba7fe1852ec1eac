import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { connectionOf } from '../../kernel/connection.js';
import { Context } from '../../kernel/context.js';
import { findNodesOf } from '../../kernel/node.js';
import type { Page } from '../../kernel/page.js';
import { searchOf } from '../../kernel/search.js';
import { foundAmong, pageOfFound } from '../../kernel/searched.js';
import { indicatorTexts } from './indicator-texts.table.js';
import { indicatorTable } from './indicator.table.js';
import { Indicator } from './indicator.type.js';
import { IndicatorsArgs } from './indicators.args.js';

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

  @Query(() => IndicatorConnection, {
    description:
      'Indicators, by code; of a search the closest first (a name, code or abbreviation itself, its beginning, words within it, words apart), then by code.',
  })
  async indicators(
    @Args(() => IndicatorsArgs) args: IndicatorsArgs,
    @Ctx() { reading, limits }: Context,
  ): Promise<Page<Indicator>> {
    const search = searchOf(args.search, 'search');
    if (!search) return (await reading.table(indicatorTable)).page(args, limits);
    return pageOfFound(foundAmong(await reading.table(indicatorTexts), search), ({ code }) => code, args, limits);
  }
}
