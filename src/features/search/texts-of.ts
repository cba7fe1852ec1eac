import { type SearchText, statedText } from '../../kernel/texts.js';
import { textsOfIndicator } from '../indicators/indicator-texts.table.js';
import { Indicator } from '../indicators/indicator.type.js';
import { Product } from '../products/product.type.js';
import { Source } from '../sources/source.type.js';
import type { Found } from './search.type.js';

export const textsOfSource = ({ title, code }: Source): SearchText[] => [
  ...statedText('TITLE', title),
  ...statedText('CODE', code),
];

/** The texts by which a thing may be found, what it is called first. */
export function textsOf(thing: Found): SearchText[] {
  if (thing instanceof Source) return textsOfSource(thing);
  if (thing instanceof Indicator) return textsOfIndicator(thing);
  const { name_vi: name, name_en: english } = thing.row;
  const keywords = thing instanceof Product ? (thing.row.keywords ?? []) : [];
  return [
    ...statedText('NAME', name),
    ...statedText('ENGLISH_NAME', english),
    ...keywords.flatMap((keyword) => statedText('KEYWORD', keyword)),
  ];
}
