import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { checkedList } from '../../kernel/checked-list.js';
import { Context } from '../../kernel/context.js';
import { type Day, dayOf } from '../../kernel/day.js';
import { ListSize } from '../../kernel/list-size.js';
import { DayScalar } from '../../kernel/scalars.js';
import { Certificate } from './certificate.type.js';
import { certificatesOf, photosOf, pricesOf, salesChannelsOf } from './product-details.loader.js';
import { Photo, Price, SalesChannel } from './product-details.type.js';
import { Product } from './product.type.js';
import type { RecognitionKind } from './recognition.entity.js';
import { recognitionsOf } from './recognition.loader.js';
import { CertaintyEnum, Recognition, RecognitionKindEnum } from './recognition.type.js';
import { relatedTo } from './related.loader.js';
import { certaintyOn, inForceOn, starsOn } from './stars.js';
import type { Certainty } from './validity.js';

/** The day of a question about what is in force. */
const OnDay = () =>
  Arg('on', () => DayScalar, { nullable: true, description: 'The day; today in Asia/Ho_Chi_Minh unless told.' });

const HowSure = () =>
  Arg('validity', () => CertaintyEnum, {
    defaultValue: 'CERTAIN',
    description: 'Whether it has to be certain, or possible is enough.',
  });

@Resolver(() => Product)
export class ProductFields {
  @FieldResolver(() => [Recognition], {
    description: 'By what it is or was recognised: the newest first, those without a date last.',
  })
  async recognitions(
    @Root() product: Product,
    @Arg('on', () => DayScalar, { nullable: true, description: 'Only those in force on this day; without it, all.' })
    on: Day | null,
    @HowSure() validity: Certainty,
    @Arg('kinds', () => [RecognitionKindEnum], { nullable: true, description: 'Only these kinds.' })
    kinds: RecognitionKind[] | null,
    @ListSize(20) first: number,
    @Ctx() context: Context,
  ): Promise<Recognition[]> {
    const all = await recognitionsOf(context).load(product.row.id);
    checkedList('kinds', kinds, context.limits);
    const wanted = kinds ? all.filter(({ kind }) => kinds.includes(kind)) : all;
    return (on ? inForceOn(wanted, on, validity) : wanted).slice(0, first);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'OCOP stars on a day: those of the newest certificate that is certainly in force; with POSSIBLE the most that may be. Null for none: a star without a date says nothing.',
  })
  async stars(
    @Root() product: Product,
    @OnDay() on: Day | null,
    @HowSure() validity: Certainty,
    @Ctx() context: Context,
  ): Promise<number | null> {
    return starsOn(await recognitionsOf(context).load(product.row.id), on ?? dayOf(context.reading.moment), validity);
  }

  @FieldResolver(() => CertaintyEnum, {
    nullable: true,
    description: 'How sure it is that it is recognised on a day, candidates left out; null where it cannot be.',
  })
  async validity(
    @Root() product: Product,
    @OnDay() on: Day | null,
    @Ctx() context: Context,
  ): Promise<Certainty | null> {
    return certaintyOn(await recognitionsOf(context).load(product.row.id), on ?? dayOf(context.reading.moment));
  }

  @FieldResolver(() => [Certificate], {
    description: 'Certificates by standards, its own first, then those of its producer; the newest first.',
  })
  async certificates(
    @Root() product: Product,
    @ListSize(20) first: number,
    @Ctx() context: Context,
  ): Promise<Certificate[]> {
    return (await certificatesOf(context).load(product.row.id)).slice(0, first);
  }

  @FieldResolver(() => [Price], { description: 'Prices with their dates.' })
  async prices(@Root() product: Product, @ListSize(10) first: number, @Ctx() context: Context): Promise<Price[]> {
    return (await pricesOf(context).load(product.row.id)).slice(0, first);
  }

  @FieldResolver(() => [Photo], { description: 'Pictures.' })
  async photos(@Root() product: Product, @ListSize(10) first: number, @Ctx() context: Context): Promise<Photo[]> {
    return (await photosOf(context).load(product.row.id)).slice(0, first);
  }

  @FieldResolver(() => [SalesChannel], { description: 'Where it is sold.' })
  async salesChannels(
    @Root() product: Product,
    @ListSize(10) first: number,
    @Ctx() context: Context,
  ): Promise<SalesChannel[]> {
    return (await salesChannelsOf(context).load(product.row.id)).slice(0, first);
  }

  @FieldResolver(() => [Product], {
    description: 'Products of the same producer or the same set of goods: those that share both first, then by name.',
  })
  related(@Root() product: Product, @ListSize(6) first: number, @Ctx() context: Context): Promise<Product[]> {
    return relatedTo(context, first).load(product.row.id);
  }
}
