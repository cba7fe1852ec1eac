import { Field, ObjectType } from 'type-graphql';
import type { Language } from '../../kernel/language.js';
import { InLanguage } from '../../kernel/translated.js';
import { Source } from './source.type.js';

@ObjectType({ description: 'Where something is written: a document and the place in it.' })
export class Citation {
  constructor(source: Source, locator: string | null) {
    this.source = source;
    this.locator = locator;
  }

  @Field(() => Source, { simple: true, description: 'The document.' })
  readonly source: Source;

  @Field(() => String, {
    simple: true,
    nullable: true,
    description: 'The place in it: page, table, sheet and cell; null where unknown.',
  })
  readonly locator: string | null;

  @Field(() => String, { description: 'The citation as a line of text, ready to print.' })
  text(@InLanguage() language: Language): string {
    const reference = this.source.reference(language);
    return this.locator === null ? reference : `${reference}, ${this.locator}`;
  }
}
