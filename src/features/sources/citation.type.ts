import { Arg, Field, ObjectType } from 'type-graphql';
import { describedEnum } from '../../kernel/described-enum.js';
import type { Language } from '../../kernel/language.js';
import { InLanguage } from '../../kernel/translated.js';
import { apa, bibtex, type CitedWork } from './citation-styles.js';
import { Source } from './source.type.js';

export const CitationStyleEnum = describedEnum('CitationStyle', 'How a citation is written.', {
  TEXT: 'A line for a footnote: publisher, title, date, carriers, address, place.',
  APA: 'An entry for a list of references after the 7th edition of the APA manual; the agency is the author, under the name it bore on the day.',
  BIBTEX:
    'An entry `@misc` for a BibTeX file. Its key is the code of the source; special characters are written so that LaTeX prints them.',
});
export type CitationStyle = keyof typeof CitationStyleEnum;

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

  @Field(() => String, {
    description:
      'The citation as text, ready to print. A date is written no more exactly than it is known; what is unknown is left out or, where the style wants a word for it, said.',
  })
  text(
    @Arg('style', () => CitationStyleEnum, { defaultValue: 'TEXT', description: 'How it is written.' })
    style: CitationStyle,
    @InLanguage() language: Language,
  ): string {
    if (style === 'APA') return apa(this.#work, language);
    return style === 'BIBTEX' ? bibtex(this.#work, language) : this.#line(language);
  }

  #line(language: Language): string {
    const reference = this.source.reference(language);
    return this.locator === null ? reference : `${reference}, ${this.locator}`;
  }

  get #work(): CitedWork {
    const { code, title, publisher, carriers, publishedOn, address } = this.source.parts;
    const day = publishedOn?.latest ?? '9999-12-31';
    return {
      code,
      title,
      author: publisher?.nameOn(day) ?? null,
      carriers: carriers.filter((carrier) => carrier !== publisher).map((carrier) => carrier.nameOn(day)),
      publishedOn,
      address,
      locator: this.locator,
    };
  }
}
