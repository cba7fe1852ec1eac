import { LRUCache } from 'lru-cache';

const MOST = 500;
const LONGEST = 500;

/** A pure function of a header that remembers what it made of the texts that keep coming. */
export function remembered<T extends object | string>(find: (text: string) => T): (text: string) => T {
  const known = new LRUCache<string, T>({ max: MOST });
  return (text) => {
    const held = known.get(text);
    if (held !== undefined) return held;
    const found = find(text);
    if (text.length <= LONGEST) known.set(text, found);
    return found;
  };
}
