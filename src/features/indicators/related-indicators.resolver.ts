import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Context } from '../../kernel/context.js';
import { ListSize } from '../../kernel/list-size.js';
import { Indicator } from './indicator.type.js';
import { RelatedIndicator } from './related-indicator.type.js';
import { relatedIndicators } from './related-indicators.table.js';

@Resolver(() => Indicator)
export class RelatedIndicatorsResolver {
  @FieldResolver(() => [RelatedIndicator], {
    description:
      'Indicators to be looked at beside it, by relation as `IndicatorRelation` lists them, then by code. Only what follows from the definitions is related.',
  })
  async related(
    @Root() { code }: Indicator,
    @ListSize(20) first: number,
    @Ctx() { reading }: Context,
  ): Promise<RelatedIndicator[]> {
    return ((await reading.table(relatedIndicators)).get(code) ?? []).slice(0, first);
  }
}
