import { Field, ObjectType } from 'type-graphql';
import { describedEnum } from '../../kernel/described-enum.js';
import { globalId } from '../../kernel/global-id.js';
import { type Language, pick } from '../../kernel/language.js';
import { Node } from '../../kernel/node.js';
import { InLanguage } from '../../kernel/translated.js';
import { Citation } from '../sources/citation.type.js';
import { Territory } from '../territories/territory.type.js';
import type { ContactKind, ProducerKind } from './producer.entity.js';

export const ProducerKindEnum = describedEnum('ProducerKind', 'What a producer is in law.', {
  COOPERATIVE: 'Hợp tác xã, liên hiệp hợp tác xã.',
  COOPERATIVE_GROUP: 'Tổ hợp tác: a group that works together without being a cooperative.',
  ENTERPRISE: 'Doanh nghiệp: a company or a private enterprise.',
  FARM: 'Trang trại.',
  HOUSEHOLD: 'Hộ sản xuất, hộ kinh doanh.',
  ESTABLISHMENT: 'Cơ sở sản xuất.',
});

export const ContactKindEnum = describedEnum('ContactKind', 'A way to reach somebody.', {
  PHONE: 'A telephone number.',
  EMAIL: 'An electronic mail address.',
  WEBSITE: 'A web site.',
  ADDRESS: 'A postal address.',
  SOCIAL: 'A page on a social network.',
});

@ObjectType({ simpleResolvers: true, description: 'A way to reach a producer that is meant for the public.' })
export class Contact {
  @Field(() => ContactKindEnum, { description: 'What it is.' })
  kind!: ContactKind;

  @Field(() => String, { description: 'The number or address.' })
  value!: string;
}

export interface ProducerRow {
  id: number;
  slug: string;
  name_vi: string;
  name_en: string | null;
  sort_key: string;
  kind: ProducerKind | null;
  place: string | null;
}

/** What a producer is linked to, in memory. */
export interface ProducerLinks {
  territory: Territory | null;
  citation: Citation | null;
}

@ObjectType({
  implements: Node,
  description: 'Who makes products: a cooperative, an enterprise, a household. What is not known is null.',
})
export class Producer extends Node {
  constructor(
    readonly row: ProducerRow,
    readonly links: ProducerLinks,
  ) {
    super();
  }

  @Field(() => String, { simple: true, description: 'Stable name in addresses: a-z, 0-9 and hyphens.' })
  get slug(): string {
    return this.row.slug;
  }

  get id(): string {
    return globalId('Producer', this.row.slug);
  }

  @Field(() => String, { description: 'Name.' })
  name(@InLanguage() language: Language): string {
    return pick(language, this.row.name_vi, this.row.name_en);
  }

  @Field(() => ProducerKindEnum, { simple: true, nullable: true, description: 'What it is in law.' })
  get kind(): ProducerKind | null {
    return this.row.kind;
  }

  @Field(() => Territory, { simple: true, nullable: true, description: 'The most exact unit known in which it lies.' })
  get territory(): Territory | null {
    return this.links.territory;
  }

  @Field(() => String, {
    simple: true,
    nullable: true,
    description: 'Where in that unit, as printed: a commune that is not among our units, a street.',
  })
  get place(): string | null {
    return this.row.place;
  }

  @Field(() => Citation, { simple: true, nullable: true, description: 'Where it is written of.' })
  get citation(): Citation | null {
    return this.links.citation;
  }
}
