import { createUnionType, Field, ObjectType } from 'type-graphql';
import { describedEnum } from '../../kernel/described-enum.js';
import { Event } from '../events/event.type.js';
import { Indicator } from '../indicators/indicator.type.js';
import { Producer } from '../producers/producer.type.js';
import { Product } from '../products/product.type.js';
import { Project } from '../projects/project.type.js';
import { Source } from '../sources/source.type.js';
import type { SearchField, SearchText } from '../../kernel/texts.js';

/** In the order in which kinds that are equally close take turns. */
export const SearchKindEnum = describedEnum('SearchKind', 'What can be searched.', {
  INDICATOR:
    'Indicators, by code, name, English name, abbreviations (`KNXK`), and the initials of their names: `XK` finds *xuất khẩu*.',
  PRODUCT: 'Products, by name, English name and keywords.',
  PRODUCER: 'Producers, by name and English name.',
  EVENT: 'Events, by name and English name.',
  PROJECT: 'Projects, by name and English name.',
  SOURCE: 'Documents that something published cites, by title and code.',
});
export type SearchKind = keyof typeof SearchKindEnum;

export const SearchFieldEnum = describedEnum('SearchField', 'Which text of a thing was found.', {
  NAME: 'Its Vietnamese name.',
  ENGLISH_NAME: 'Its English name.',
  KEYWORD: 'One of its keywords.',
  ABBREVIATION: 'One of the abbreviations that people use for it.',
  CODE: 'Its code.',
  TITLE: 'Its title.',
} satisfies Record<SearchField, string>);

export const Found = createUnionType({
  name: 'Found',
  description: 'What a search finds.',
  types: () => [Indicator, Product, Producer, Event, Project, Source] as const,
});
export type Found = typeof Found;

@ObjectType({ simpleResolvers: true, description: 'A text in which words of a search stand.' })
export class SearchMatch implements Pick<SearchText, 'field' | 'text'> {
  @Field(() => SearchFieldEnum, { description: 'What the text is of the thing.' })
  field!: SearchField;

  @Field(() => String, { description: 'The text as it is written there.' })
  text!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Something found, and why.' })
export class SearchHit {
  @Field(() => SearchKindEnum, { description: 'What kind of thing it is.' })
  kind!: SearchKind;

  @Field(() => Found, { description: 'The thing.' })
  thing!: Found;

  @Field(() => [SearchMatch], {
    description:
      'Why it was found: the first text that has all the words, else those that have them together; of what only resembles, the text that does so most.',
  })
  matched!: readonly SearchText[];

  @Field(() => Boolean, {
    description: 'Whether it only resembles the text: nothing at all has words that begin so.',
  })
  isResembling!: boolean;
}
