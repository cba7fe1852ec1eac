import { Indicator } from '../indicators/indicator.type.js';
import { Product } from '../products/product.type.js';
import { Source } from '../sources/source.type.js';
import type { Found } from './search.type.js';
import { type SearchField, type SearchText, searchText } from './texts.js';

const stated = (field: SearchField, text: string | null): SearchText[] =>
  text === null ? [] : [searchText(field, text)];

/** The texts by which a thing may be found, what it is called first. */
export function textsOf(thing: Found): SearchText[] {
  if (thing instanceof Source) return [...stated('TITLE', thing.title), ...stated('CODE', thing.code)];
  const { name_vi: name, name_en: english } = thing.row;
  if (thing instanceof Indicator)
    return [searchText('NAME', name, true), ...stated('CODE', thing.code), ...stated('ENGLISH_NAME', english)];
  const keywords = thing instanceof Product ? (thing.row.keywords ?? []) : [];
  return [
    ...stated('NAME', name),
    ...stated('ENGLISH_NAME', english),
    ...keywords.flatMap((keyword) => stated('KEYWORD', keyword)),
  ];
}
