import { Field, Int, ObjectType } from 'type-graphql';
import type { About } from '../../kernel/context.js';
import type { Language } from '../../kernel/language.js';
import type { Limits } from '../../kernel/limits.js';
import { DayScalar, MomentScalar } from '../../kernel/scalars.js';
import { InLanguage, LanguageEnum } from '../../kernel/translated.js';

@ObjectType('Limits', { simpleResolvers: true, description: 'What one request may ask for.' })
export class LimitsType implements Limits {
  @Field(() => Int, { description: "Bytes of a request's body." })
  bodyBytes!: number;

  @Field(() => Int, { description: 'Characters of a document.' })
  queryCharacters!: number;

  @Field(() => Int, { description: 'Tokens of a document.' })
  tokens!: number;

  @Field(() => Int, { description: 'Levels of nested fields.' })
  depth!: number;

  @Field(() => Int, {
    description:
      'Nodes that an answer may hold: lists multiply by their page size, nested ones by each other. A `table` or an `availability` counts 500, `facets`, `productCounts` and each change 100, introspection 1000.',
  })
  cost!: number;

  @Field(() => Int, { description: 'Size of a page unless told.' })
  defaultPage!: number;

  @Field(() => Int, { description: 'Size of the largest page.' })
  maxPage!: number;

  @Field(() => Int, { description: 'Cells of a `table`.' })
  tableCells!: number;

  @Field(() => Int, { description: 'Entries of one list argument.' })
  listEntries!: number;
}

const HOW_TO_CITE: Record<Language, string> = {
  VI: 'Ghi cơ quan công bố, tài liệu, ngày công bố và địa chỉ: `citation.text` của từng số liệu cho sẵn một dòng như vậy.',
  EN: 'Name the publisher, the document, its date and address: `citation.text` of each figure gives such a line.',
};

@ObjectType({ description: 'This installation: what it is, what it allows, how to use what it says.' })
export class Service {
  constructor(
    private readonly about: About,
    private readonly bounds: Limits,
    private readonly reading: { now: () => string; version: string; today: string },
  ) {}

  @Field(() => String, { simple: true, description: 'Version of the software.' })
  get version(): string {
    return this.about.version;
  }

  @Field(() => String, {
    simple: true,
    description:
      'Version of the public data: two answers with the same one were read from the same data on the same day.',
  })
  get dataVersion(): string {
    return this.reading.version;
  }

  @Field(() => MomentScalar, {
    simple: true,
    description: 'The moment at which this request reads, by the clock of the database.',
  })
  get now(): string {
    return this.reading.now();
  }

  @Field(() => DayScalar, { simple: true, description: 'Today in Asia/Ho_Chi_Minh.' })
  get today(): string {
    return this.reading.today;
  }

  @Field(() => LimitsType, { simple: true, description: 'What one request may ask for.' })
  get limits(): Limits {
    return this.bounds;
  }

  @Field(() => String, { simple: true, description: 'Licence under which the data may be used.' })
  get licence(): string {
    return this.about.licence;
  }

  @Field(() => String, { description: 'How to cite a figure.' })
  howToCite(@InLanguage() language: Language): string {
    return HOW_TO_CITE[language];
  }

  @Field(() => String, {
    simple: true,
    nullable: true,
    description: 'Whom to ask; null where the installation does not say.',
  })
  get contact(): string | null {
    return this.about.contact;
  }

  @Field(() => String, { simple: true, description: 'Where readers reach this installation.' })
  get address(): string {
    return this.about.publicUrl;
  }

  @Field(() => [LanguageEnum], {
    simple: true,
    description: 'Languages in which names are given; a missing translation falls back to the first.',
  })
  get languages(): Language[] {
    return ['VI', 'EN'];
  }
}
