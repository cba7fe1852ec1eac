import { Field, ObjectType } from 'type-graphql';
import { globalId } from '../../kernel/global-id.js';
import type { Language } from '../../kernel/language.js';
import { ListSize } from '../../kernel/list-size.js';
import { Node } from '../../kernel/node.js';
import { InLanguage } from '../../kernel/translated.js';
import { UncertainDateType } from '../../kernel/uncertain-date.type.js';
import type { UncertainDate } from '../../kernel/uncertain-date.js';
import { Agency } from '../agencies/agency.type.js';
import { Release } from '../releases/release.type.js';

export interface SourceParts {
  code: string;
  title: string | null;
  publisher: Agency | null;
  carriers: Agency[];
  publishedOn: UncertainDate | null;
  address: string | null;
  checksum: string | null;
  firstRelease: Release | null;
}

@ObjectType({
  implements: Node,
  description:
    'A document that prints figures. What is not known of it is null; a document that a figure cites has a publisher and a date.',
})
export class Source extends Node {
  constructor(readonly parts: SourceParts) {
    super();
  }

  get id(): string {
    return globalId('Source', this.parts.code);
  }

  @Field(() => String, { simple: true, description: 'Stable code.' })
  get code(): string {
    return this.parts.code;
  }

  @Field(() => String, {
    simple: true,
    nullable: true,
    description: 'Title in the language of the document; null where unknown.',
  })
  get title(): string | null {
    return this.parts.title;
  }

  @Field(() => Agency, { simple: true, nullable: true, description: 'The agency answerable for what it says.' })
  get publisher(): Agency | null {
    return this.parts.publisher;
  }

  @Field(() => [Agency], {
    description:
      'Who carried it: a newspaper, a site that printed it again. A bare newspaper is publisher and carrier.',
  })
  carriers(@ListSize(20) first: number): Agency[] {
    return this.parts.carriers.slice(0, first);
  }

  @Field(() => UncertainDateType, {
    simple: true,
    nullable: true,
    description: 'When it was published, as exactly as is known.',
  })
  get publishedOn(): UncertainDate | null {
    return this.parts.publishedOn;
  }

  @Field(() => String, { simple: true, nullable: true, description: 'Address where it was read; null where unknown.' })
  get address(): string | null {
    return this.parts.address;
  }

  @Field(() => String, {
    simple: true,
    nullable: true,
    description: 'SHA-256 of the document, hexadecimal; null where unknown.',
  })
  get checksum(): string | null {
    return this.parts.checksum;
  }

  @Field(() => Release, {
    simple: true,
    nullable: true,
    description: 'The release with which the document first appeared, where it is our own.',
  })
  get firstRelease(): Release | null {
    return this.parts.firstRelease;
  }

  @Field(() => String, { description: 'How to name it in a text: publisher, title, date, carriers, address.' })
  reference(@InLanguage() language: Language): string {
    const { publisher, title, publishedOn, carriers, address } = this.parts;
    const day = publishedOn?.latest ?? '9999-12-31';
    const others = carriers.filter((carrier) => carrier !== publisher).map((carrier) => carrier.nameOn(day));
    const via = others.length > 0 ? `${language === 'EN' ? 'via' : 'qua'} ${others.join(', ')}` : null;
    const parts = [publisher?.nameOn(day), title && `“${title}”`, publishedOn?.date, via, address];
    return parts.filter((part) => part).join(', ');
  }
}
