import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Context } from '../../kernel/context.js';
import type { Language } from '../../kernel/language.js';
import { ListSize } from '../../kernel/list-size.js';
import { type Page } from '../../kernel/page.js';
import { InLanguage } from '../../kernel/translated.js';
import { groupTable } from '../groups/group.table.js';
import type { ProducerKind } from '../producers/producer.entity.js';
import { territoryTable } from '../territories/territory.table.js';
import { FacetValue, ProductFacets } from './facet.type.js';
import {
  byCount,
  groupValues,
  PRODUCER_KIND_LABELS,
  RECOGNITION_KIND_LABELS,
  starLabel,
  territoryValues,
} from './facets.js';
import { type ProductPage } from './product-facets.query.js';
import { ProductConnection } from './product.resolver.js';
import type { Product } from './product.type.js';
import type { RecognitionKind } from './recognition.entity.js';

@Resolver(() => ProductConnection)
export class ProductConnectionFacets {
  @FieldResolver(() => ProductFacets, { description: 'Alternatives of the filter with their numbers of products.' })
  facets(@Root() page: Page<Product> & ProductPage): ProductFacets {
    return new ProductFacets(page.counts, page.day);
  }
}

@Resolver(() => ProductFacets)
export class ProductFacetsResolver {
  @FieldResolver(() => [FacetValue], { description: 'OCOP stars in force, for `stars`; the most first.' })
  async stars(
    @Root() facets: ProductFacets,
    @InLanguage() language: Language,
    @ListSize(5) first: number,
  ): Promise<FacetValue[]> {
    const values = [...(await facets.counts('stars'))].map(([value, count]) => ({
      value,
      count,
      label: starLabel(value, language),
    }));
    return values.sort((a, b) => Number(b.value) - Number(a.value)).slice(0, first);
  }

  @FieldResolver(() => [FacetValue], {
    description: 'Groups, families and sets of goods, for `groups`; the most products first.',
  })
  async groups(
    @Root() facets: ProductFacets,
    @InLanguage() language: Language,
    @ListSize(40) first: number,
    @Ctx() { reading }: Context,
  ): Promise<FacetValue[]> {
    const values = groupValues(await facets.counts('groups'), await reading.table(groupTable), language);
    return values.sort(byCount).slice(0, first);
  }

  @FieldResolver(() => [FacetValue], {
    description:
      'Units that hold the products, for `territories`: provinces, districts, communes; the most products first.',
  })
  async territories(
    @Root() facets: ProductFacets,
    @ListSize(40) first: number,
    @Ctx() { reading }: Context,
  ): Promise<FacetValue[]> {
    const values = territoryValues(await facets.counts('territories'), await reading.table(territoryTable), facets.day);
    return values.sort(byCount).slice(0, first);
  }

  @FieldResolver(() => [FacetValue], {
    description: 'What the producers are in law, for `producerKinds`; the most products first.',
  })
  async producerKinds(
    @Root() facets: ProductFacets,
    @InLanguage() language: Language,
    @ListSize(10) first: number,
  ): Promise<FacetValue[]> {
    const values = [...(await facets.counts('producerKinds'))].map(([value, count]) => ({
      value,
      count,
      label: PRODUCER_KIND_LABELS[value as ProducerKind][language],
    }));
    return values.sort(byCount).slice(0, first);
  }

  @FieldResolver(() => [FacetValue], {
    description: 'Kinds of recognition in force, for `recognitionKinds`; the most products first.',
  })
  async recognitionKinds(
    @Root() facets: ProductFacets,
    @InLanguage() language: Language,
    @ListSize(10) first: number,
  ): Promise<FacetValue[]> {
    const values = [...(await facets.counts('recognitionKinds'))].map(([value, count]) => ({
      value,
      count,
      label: RECOGNITION_KIND_LABELS[value as RecognitionKind][language],
    }));
    return values.sort(byCount).slice(0, first);
  }
}
