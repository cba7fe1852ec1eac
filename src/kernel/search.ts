import { type RawBuilder, sql } from 'kysely';
import { BadInput } from './bad-input.js';
import { folded } from './folded.js';

const LONGEST = 200;

/** What is looked for, folded: all its words must begin words of what is found. */
export interface Search {
  folded: string;
  /** For `to_tsquery('simple', …)`; null where the text has no letter and no digit, which finds nothing. */
  query: string | null;
  /** Whether words that only resemble are taken: asked where nothing begins with the words as typed. */
  resembling: boolean;
}

/** Reads a search as typed: every sign but letters and digits is a blank. Null where nothing is typed; too long a text is a `BadInput`. */
export function searchOf(text: string | null | undefined, argument: string): Search | null {
  if (text === null || text === undefined || text.trim() === '') return null;
  if (text.length > LONGEST) {
    const message = `${argument} has ${text.length} characters; ${LONGEST} are the most.`;
    throw new BadInput('TOO_LARGE', message, { argument, value: text.length });
  }
  const words = folded(text);
  const query = words === '' ? null : [...new Set(words.split(' '))].map((word) => `${word}:*`).join(' & ');
  return { folded: words, query, resembling: false };
}

/** Whether row `alias` of a table with searched names is found. */
export function finds(search: Search, alias: string): RawBuilder<boolean> {
  if (search.query === null) return sql<boolean>`false`;
  if (search.resembling) return sql<boolean>`${search.folded} <% ${sql.ref(`${alias}.searched`)}`;
  return sql<boolean>`${sql.ref(`${alias}.words`)} @@ to_tsquery('simple', ${search.query})`;
}

/** How close row `alias` is, the closest the least: the name itself, its beginning, words within it, words apart. */
export function closeness(search: Search, alias: string): RawBuilder<number> {
  const name = sql.ref(`${alias}.folded_name`);
  if (search.resembling)
    return sql<number>`(1000 - 1000 * word_similarity(${search.folded}, ${sql.ref(`${alias}.searched`)}))::integer`;
  // Folded texts hold no sign of a pattern.
  const within = `% ${search.folded}%`;
  return sql<number>`case when ${name} = ${search.folded} then 0 when ${name} like ${`${search.folded} %`} then 1
    when ${name} like ${`${search.folded}%`} then 2 when ${name} like ${within} then 3 else 4 end`;
}
