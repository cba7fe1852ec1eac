import { Int } from 'type-graphql';
import { QualifierEnum } from '../features/observations/qualifier.type.js';
import { PartialDateScalar } from '../kernel/scalars.js';
import type { Field } from './noun.js';

/** The most characters that a name may have which is sorted and searched. */
const LONGEST_NAME = 250;

export const field = (description: string, example = '', more: Omit<Field, 'description' | 'example'> = {}): Field => ({
  description,
  example,
  ...more,
});

export const flag = (description: string): Field =>
  field(`${description} \`true\` or \`false\`.`, 'false', { takes: Boolean });

export const whole = (description: string, example = ''): Field => field(description, example, { takes: Int });

export const date = (description: string, example = ''): Field =>
  field(
    `${description} No more exact than is known: \`2024\`, \`2024-Q3\`, \`2024-03\`, \`2024-03-05\` or a range \`A/B\`.`,
    example,
    {
      takes: PartialDateScalar,
    },
  );

export const slugField = (what: string, example: string): Field =>
  field(
    `Its lasting name in addresses and other files: the ${what} is known by it. \`a-z\`, \`0-9\` and \`-\`, 80 characters at most.`,
    example,
  );

/** A text in Vietnamese and in English. */
export const twoTexts = (name: string, description: string, example = '', more: Partial<Field> = {}) => ({
  [`${name}_vi`]: field(`${description} In Vietnamese.`, example, more),
  [`${name}_en`]: field(`${description} In English.`, '', more),
});

/** The names by which something is sorted and searched. */
export const names = (description: string, example: string) =>
  twoTexts('name', description, example, { longest: LONGEST_NAME });

export const citation = {
  source: field('Code of the document in which it is written.', 'NEWS_2024_06_06', { refers: 'source' }),
  locator: field('Place in the document.', 'tr. 3'),
} satisfies Record<string, Field>;

export const located = {
  territory: field(
    'The closest administrative unit that is certain: its code, with a day where several bore it (`56@2024-06-06`).',
    '582',
    { refers: 'territory' },
  ),
  place: field('What was printed below that unit.', 'thôn Tuấn Tú'),
} satisfies Record<string, Field>;

export const qualifier = (of: string): Field =>
  field(`Word that was printed before the ${of}.`, 'OVER', { takes: QualifierEnum });

/** A number with the word that was printed before it. */
export const counted = (name: string, description: string, example = '') => ({
  [name]: whole(description, example),
  [`${name}_qualifier`]: qualifier('number'),
});

export const multiplier = (of: string): Field =>
  whole(`Power of ten of the ${of}: 0, 1, 2, 3, 4, 6, 9, 12 or 15; *tỷ đồng* is 9.`, '9');
