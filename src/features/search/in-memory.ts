import type { Reading } from '../../kernel/reading.js';
import type { Search } from '../../kernel/search.js';
import { searchedTable } from '../../kernel/searched.js';
import { closenessTo, howClose, type SearchText } from '../../kernel/texts.js';
import { indicatorTexts } from '../indicators/indicator-texts.table.js';
import { sourceTable } from '../sources/source.table.js';
import type { Candidate } from './ranking.js';
import { textsOfSource } from './texts-of.js';

const TABLES = { INDICATOR: indicatorTexts, SOURCE: searchedTable(sourceTable, textsOfSource) };
export type KindInMemory = keyof typeof TABLES;
export const isInMemory = (kind: string): kind is KindInMemory => Object.hasOwn(TABLES, kind);

/** Which things of a kind that is held in memory are found, by code. */
export async function foundInMemory(reading: Reading, kind: KindInMemory, search: Search): Promise<Candidate[]> {
  const list = await reading.table<Awaited<ReturnType<(typeof TABLES)[KindInMemory]['load']>>>(TABLES[kind]);
  return list.flatMap(({ thing, texts }) => {
    const closeness = howClose(search, texts, asInTables);
    return closeness === null ? [] : [{ kind, closeness, load: async () => thing }];
  });
}

/** An English name is found, but no nearer than words apart: so it is in the tables too. */
const asInTables = (typed: string, text: SearchText): number =>
  text.field === 'ENGLISH_NAME' ? 4 : closenessTo(typed, text);
