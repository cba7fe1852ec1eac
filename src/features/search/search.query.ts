import { checkedList } from '../../kernel/checked-list.js';
import type { Context } from '../../kernel/context.js';
import { argumentsName } from '../../kernel/list-name.js';
import { type Search, searchOf } from '../../kernel/search.js';
import { foundInMemory, isInMemory } from './in-memory.js';
import { foundInTables, isInTable } from './in-tables.query.js';
import { type Candidate, ranked } from './ranking.js';
import { type SearchHit, type SearchKind, SearchKindEnum } from './search.type.js';
import { matching, mostResembling } from '../../kernel/texts.js';
import { textsOf } from './texts-of.js';

const ALL = Object.keys(SearchKindEnum) as SearchKind[];

/** What a search of some kinds finds, all unless told; one under several aliases is made once. */
export function foundBy(
  context: Context,
  text: string,
  kinds: readonly SearchKind[] | null | undefined,
  first: number,
): Promise<SearchHit[]> {
  const searches = context.loader<string, SearchHit[]>(`search ${argumentsName({ kinds, first })}`, (texts) =>
    Promise.all(texts.map((each) => closestTo(context, each, kinds, first))),
  );
  return searches.load(text);
}

/** The closest things: one statement to find them, one for each kind among them to load them. */
async function closestTo(
  context: Context,
  text: string,
  kinds: readonly SearchKind[] | null | undefined,
  first: number,
): Promise<SearchHit[]> {
  const asked = checkedList('kinds', kinds, context.limits);
  const sought = ALL.filter((kind) => asked?.includes(kind) ?? true);
  const search = searchOf(text, 'text');
  if (!search?.query) return [];
  const exact = await closest(context, search, sought, first);
  if (exact.length > 0) return loaded(exact, search);
  const resembling = { ...search, resembling: true };
  return loaded(await closest(context, resembling, sought, first), resembling);
}

async function closest(
  context: Context,
  search: Search,
  kinds: readonly SearchKind[],
  first: number,
): Promise<Candidate[]> {
  const lists = await Promise.all([
    foundInTables(context, kinds.filter(isInTable), search, first),
    ...kinds.filter(isInMemory).map((kind) => context.read((reading) => foundInMemory(reading, kind, search))),
  ]);
  return ranked(lists.flat(), kinds).slice(0, first);
}

async function loaded(candidates: readonly Candidate[], { folded, resembling }: Search): Promise<SearchHit[]> {
  const typed = folded.split(' ');
  const things = await Promise.all(candidates.map((candidate) => candidate.load()));
  return candidates.flatMap(({ kind }, at) => {
    const thing = things[at];
    if (!thing) return [];
    const texts = textsOf(thing);
    const matched = resembling ? [mostResembling(texts, typed)] : matching(texts, typed);
    return [{ kind, thing, matched, isResembling: resembling }];
  });
}
