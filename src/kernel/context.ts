import type DataLoader from 'dataloader';
import type { Language } from './language.js';
import type { Limits } from './limits.js';
import { type Reading, type Readings, StaleReference } from './reading.js';

export type LoaderOf<K, V> = (context: Context) => DataLoader<K, V>;

/** What a request carries to every resolver: its reading, its language, its loaders. */
export class Context {
  readonly #loaders = new Map<string, Map<unknown, unknown>>();

  constructor(
    readonly readings: Readings,
    public reading: Reading,
    readonly language: Language,
    readonly limits: Limits,
    readonly publicUrl: string,
  ) {}

  /** The one loader of this definition in this request; `of` tells apart loaders that differ by their arguments. */
  loader<K, V>(make: LoaderOf<K, V>, of = ''): DataLoader<K, V> {
    const family = this.#loaders.get(of) ?? new Map<unknown, unknown>();
    this.#loaders.set(of, family);
    const made = family.get(make) ?? make(this);
    family.set(make, made);
    return made as DataLoader<K, V>;
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
