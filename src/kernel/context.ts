import DataLoader from 'dataloader';
import type { Language } from './language.js';
import type { Limits } from './limits.js';
import { type Reading, type Readings, StaleReference } from './reading.js';

/** What the installation says of itself; configuration, the same for every request. */
export interface About {
  version: string;
  /** Licence of the data. */
  licence: string;
  contact: string | null;
  publicUrl: string;
}

/** What a request carries to every resolver: its reading, its language, its loaders. */
export class Context {
  // No #private field: Apollo answers with a copy of the context, and a copy would not have it.
  private readonly loaders = new Map<string, unknown>();

  constructor(
    readonly readings: Readings,
    public reading: Reading,
    readonly language: Language,
    readonly limits: Limits,
    readonly about: About,
  ) {}

  /**
   * The one loader of this name in this request; a name tells apart loaders that differ by their arguments.
   * `same` tells which keys are one, where they are objects made anew for every field.
   */
  loader<K, V>(
    name: string,
    batch: (keys: readonly K[]) => Promise<readonly V[]>,
    same?: (key: K) => string,
  ): DataLoader<K, V> {
    const held = this.loaders.get(name) as DataLoader<K, V> | undefined;
    const loader = held ?? new DataLoader<K, V>(batch, same && { cacheKeyFn: (key) => same(key) as K });
    if (!held) this.loaders.set(name, loader);
    return loader;
  }

  /** Runs `read`; once more, with tables read anew, where it met a code published a moment ago. */
  async read<T>(read: (reading: Reading) => Promise<T>): Promise<T> {
    try {
      return await read(this.reading);
    } catch (error) {
      if (!(error instanceof StaleReference)) throw error;
      this.reading = await this.readings.renewed();
      return read(this.reading);
    }
  }
}
