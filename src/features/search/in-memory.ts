import { type ReferenceTable, type Reading, referenceTable } from '../../kernel/reading.js';
import type { Search } from '../../kernel/search.js';
import { indicatorTable } from '../indicators/indicator.table.js';
import { sourceTable } from '../sources/source.table.js';
import type { Candidate } from './ranking.js';
import type { Found } from './search.type.js';
import { closenessTo, farness, haveAll, type SearchText } from './texts.js';
import { textsOf } from './texts-of.js';

interface Searched {
  thing: Found;
  texts: readonly SearchText[];
}

const searched = (table: ReferenceTable<{ list: readonly Found[] }>): ReferenceTable<Searched[]> =>
  referenceTable(async (reading) =>
    (await reading.table(table)).list.map((thing) => ({ thing, texts: textsOf(thing) })),
  );

const TABLES = { INDICATOR: searched(indicatorTable), SOURCE: searched(sourceTable) };
export type KindInMemory = keyof typeof TABLES;
export const isInMemory = (kind: string): kind is KindInMemory => Object.hasOwn(TABLES, kind);

/** Which things of a kind that is held in memory are found, by code. */
export async function foundInMemory(reading: Reading, kind: KindInMemory, search: Search): Promise<Candidate[]> {
  const list = await reading.table(TABLES[kind]);
  return list.flatMap(({ thing, texts }) => {
    const closeness = howClose(search, texts);
    return closeness === null ? [] : [{ kind, closeness, load: async () => thing }];
  });
}

/** Null where it is not found. An English name is found, but no nearer than words apart: so it is in the tables too. */
function howClose({ folded, resembling }: Search, texts: readonly SearchText[]): number | null {
  const typed = folded.split(' ');
  if (resembling) {
    const far = texts.map((text) => farness(typed, text)).filter((one) => one !== null);
    return far.length === 0 ? null : Math.min(...far);
  }
  if (!haveAll(texts, typed)) return null;
  return Math.min(...texts.map((text) => (text.field === 'ENGLISH_NAME' ? 4 : closenessTo(folded, text))));
}
