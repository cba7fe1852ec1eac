import { compareCodes } from './code-table.js';
import type { Limits } from './limits.js';
import { type Page, type PageArgs, pageInMemory } from './page.js';
import { type ReferenceTable, referenceTable } from './reading.js';
import type { Search } from './search.js';
import { howClose, type SearchText } from './texts.js';

/** A thing in memory, and the texts by which it may be found. */
export interface Searched<T> {
  thing: T;
  texts: readonly SearchText[];
}

/** What a table in memory holds, with the texts of each, made once for a data version. */
export const searchedTable = <T>(
  table: ReferenceTable<{ list: readonly T[] }>,
  textsOf: (thing: T) => SearchText[],
): ReferenceTable<Searched<T>[]> =>
  referenceTable(async (reading) =>
    (await reading.table(table)).list.map((thing) => ({ thing, texts: textsOf(thing) })),
  );

/** How close each thing found comes, the closest the least; where none has the words as typed, those that resemble them. */
export function foundAmong<T>(searched: readonly Searched<T>[], search: Search): Map<T, number> {
  const asTyped = closenessIn(searched, search);
  return asTyped.size > 0 ? asTyped : closenessIn(searched, { ...search, resembling: true });
}

const closenessIn = <T>(searched: readonly Searched<T>[], search: Search): Map<T, number> =>
  new Map(
    searched.flatMap(({ thing, texts }): [T, number][] => {
      const closeness = howClose(search, texts);
      return closeness === null ? [] : [[thing, closeness]];
    }),
  );

/** A page of what was found, the closest first; `placeOf` tells apart those equally close, and sorts as text. */
export function pageOfFound<T>(
  found: ReadonlyMap<T, number>,
  placeOf: (thing: T) => string,
  args: PageArgs,
  limits: Limits,
): Page<T> {
  const places = [...found].map(([thing, closeness]): [T, string] => [
    thing,
    `${String(closeness).padStart(4, '0')} ${placeOf(thing)}`,
  ]);
  places.sort(([, a], [, b]) => compareCodes(a, b));
  const placed = new Map(places);
  return pageInMemory([...placed.keys()], (thing) => placed.get(thing)!, 'CLOSENESS', args, limits);
}
