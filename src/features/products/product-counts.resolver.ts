import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { checkedList } from '../../kernel/checked-list.js';
import { Context } from '../../kernel/context.js';
import type { Day } from '../../kernel/day.js';
import { ListSize } from '../../kernel/list-size.js';
import { DayScalar } from '../../kernel/scalars.js';
import type { TerritoryLevel } from '../territories/territory.entity.js';
import { TerritoryLevelEnum } from '../territories/territory.type.js';
import { productCounts } from './product-counts.query.js';
import { type CountBy, CountByEnum, ProductCount, ProductCountFilter, ProductCounts } from './product-counts.type.js';
import { type RequiredValidity, RequiredValidityEnum } from './product-filter.type.js';

@Resolver(() => ProductCounts)
export class ProductCountsResolver {
  @Query(() => ProductCounts, {
    description:
      'How many valid products there are on a day, as a table: by territory, stars, group, producer, recognition.',
  })
  productCounts(
    @Arg('by', () => [CountByEnum], { description: 'By what: each combination that occurs is a row.' }) by: CountBy[],
    @Arg('validOn', () => DayScalar, { nullable: true, description: 'The day; today unless told.' })
    validOn: Day | null,
    @Arg('validity', () => RequiredValidityEnum, {
      defaultValue: 'CERTAIN',
      description: 'How sure it has to be that they are recognised.',
    })
    validity: RequiredValidity,
    @Arg('level', () => TerritoryLevelEnum, {
      defaultValue: 'PROVINCE',
      description: 'Level of the units that TERRITORY counts by.',
    })
    level: TerritoryLevel,
    @Arg('filter', () => ProductCountFilter, { nullable: true, description: 'Which products; without it, all.' })
    filter: ProductCountFilter | null,
    @Ctx() context: Context,
  ): Promise<ProductCounts> {
    checkedList('by', by, context.limits);
    return productCounts(context, { by, validOn: validOn ?? null, validity, level, filter: filter ?? null });
  }

  @FieldResolver(() => [ProductCount], {
    description:
      'A row for each combination that occurs, by (territory, group, stars, kinds); what is not known stands last.',
  })
  rows(@Root() counts: ProductCounts, @ListSize(100) first: number): ProductCount[] {
    return counts.all.slice(0, first);
  }
}
