import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Context } from '../kernel/context.js';
import { outcome, type Refusal } from '../kernel/refusal.type.js';
import { PRODUCER_CONTACTS, PRODUCERS } from './producers.js';
import { PRODUCT_PHOTOS, PRODUCT_PRICES, PRODUCTS, SALES_CHANNELS } from './products.js';
import { CERTIFICATES, RECOGNITIONS } from './recognitions.js';
import { type Input, type InputClass, inputType, type Part } from './upsert-input.js';
import { UpsertOutcome, type UpsertReport } from './upsert.type.js';
import { MOST_ROWS, type Upsert, upserted } from './upserts.js';

type Answer = Promise<UpsertReport | Refusal>;

export const ROWS = `At most ${MOST_ROWS}; what is not among them stays as it is.`;

export const part = (type: string, noun: Part['noun'], owner: string): Part => ({
  noun,
  type: inputType(type, noun, { without: [owner] }),
  owner,
  description: `${noun.description} Those that are not among them stay.`,
});

export const withParts = (name: string, upsert: Upsert): InputClass => inputType(name, upsert.noun, upsert);

const CONTACTS: Upsert = {
  noun: PRODUCERS,
  parts: { contacts: part('ContactInput', PRODUCER_CONTACTS, 'producer') },
};
const OFFERS: Upsert = {
  noun: PRODUCTS,
  parts: {
    prices: part('ProductPriceInput', PRODUCT_PRICES, 'product'),
    photos: part('ProductPhotoInput', PRODUCT_PHOTOS, 'product'),
    salesChannels: part('SalesChannelInput', SALES_CHANNELS, 'product'),
  },
};

const ProducerInput = withParts('ProducerInput', CONTACTS);
const ProductInput = withParts('ProductInput', OFFERS);
const RecognitionInput = inputType('RecognitionInput', RECOGNITIONS);
const CertificateInput = inputType('CertificateInput', CERTIFICATES);

@Resolver()
export class CatalogueUpserts {
  @Mutation(() => UpsertOutcome, {
    description: 'Adds or changes producers by slug, with their contacts; for editors. All of it, or nothing.',
  })
  upsertProducers(
    @Arg('input', () => [ProducerInput], { description: ROWS }) input: Input[],
    @Ctx() context: Context,
  ): Answer {
    return outcome(upserted(context, CONTACTS, input));
  }

  @Mutation(() => UpsertOutcome, {
    description:
      'Adds or changes products by slug, with their prices, photos and sales channels; for editors. All of it, or nothing.',
  })
  upsertProducts(
    @Arg('input', () => [ProductInput], { description: ROWS }) input: Input[],
    @Ctx() context: Context,
  ): Answer {
    return outcome(upserted(context, OFFERS, input));
  }

  @Mutation(() => UpsertOutcome, {
    description:
      'Adds or changes recognitions of products; for editors. One is told apart by what it says, and where that is mended it is the same still. All of it, or nothing.',
  })
  upsertRecognitions(
    @Arg('input', () => [RecognitionInput], { description: ROWS }) input: Input[],
    @Ctx() context: Context,
  ): Answer {
    return outcome(upserted(context, { noun: RECOGNITIONS }, input));
  }

  @Mutation(() => UpsertOutcome, {
    description: 'Adds or changes certificates of products and producers; for editors. All of it, or nothing.',
  })
  upsertCertificates(
    @Arg('input', () => [CertificateInput], { description: ROWS }) input: Input[],
    @Ctx() context: Context,
  ): Answer {
    return outcome(upserted(context, { noun: CERTIFICATES }, input));
  }
}
