import { Field, ObjectType } from 'type-graphql';
import { describedEnum } from '../../kernel/described-enum.js';
import { type Language, pick } from '../../kernel/language.js';
import { DecimalScalar } from '../../kernel/scalars.js';
import { InLanguage } from '../../kernel/translated.js';
import { parseUncertainDate, type UncertainDate } from '../../kernel/uncertain-date.js';
import { UncertainDateType } from '../../kernel/uncertain-date.type.js';
import { Citation } from '../sources/citation.type.js';
import { Unit } from '../units/unit.type.js';
import type { SalesChannelKind } from './product.entity.js';

@ObjectType({ description: 'What a product cost on a date.' })
export class Price {
  constructor(
    readonly row: { amount: string; per_vi: string; per_en: string | null; stated_on: string },
    private readonly money: Unit,
    private readonly cited: Citation | null,
  ) {}

  @Field(() => DecimalScalar, { simple: true, description: 'Amount in the currency itself.' })
  get amount(): string {
    return this.row.amount;
  }

  @Field(() => Unit, { simple: true, description: 'The currency.' })
  get currency(): Unit {
    return this.money;
  }

  @Field(() => String, { description: 'For how much: *chai 500 ml*, *kg*.' })
  per(@InLanguage() language: Language): string {
    return pick(language, this.row.per_vi, this.row.per_en);
  }

  @Field(() => UncertainDateType, { simple: true, description: 'When it cost that.' })
  get statedOn(): UncertainDate {
    return parseUncertainDate(this.row.stated_on);
  }

  @Field(() => Citation, { simple: true, nullable: true, description: 'Where it is written; null where not told.' })
  get citation(): Citation | null {
    return this.cited;
  }
}

@ObjectType({ description: 'A picture by its address.' })
export class Photo {
  constructor(readonly row: { address: string; alt_vi: string; alt_en: string | null; credit: string | null }) {}

  @Field(() => String, { simple: true, description: 'Address of the picture.' })
  get address(): string {
    return this.row.address;
  }

  @Field(() => String, { description: 'What is to be seen, in words.' })
  alt(@InLanguage() language: Language): string {
    return pick(language, this.row.alt_vi, this.row.alt_en);
  }

  @Field(() => String, { simple: true, nullable: true, description: 'Whose picture it is; null where not told.' })
  get credit(): string | null {
    return this.row.credit;
  }
}

export const SalesChannelKindEnum = describedEnum('SalesChannelKind', 'A way to sell.', {
  SHOP: 'A shop.',
  SUPERMARKET: 'A supermarket or a chain of them.',
  MARKETPLACE: 'A marketplace on the web.',
  WEBSITE: "The producer's own site.",
  EXPORT: 'Sold abroad.',
  OTHER: 'Another way.',
});

@ObjectType({ simpleResolvers: true, description: 'Where a product is sold.' })
export class SalesChannel {
  @Field(() => SalesChannelKindEnum, { description: 'What it is.' })
  kind!: SalesChannelKind;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Address in the street or on the web; null where not told.' })
  address!: string | null;
}
