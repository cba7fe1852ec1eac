import DataLoader from 'dataloader';
import { type Actor, ANONYMOUS } from './actor.js';
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

/** What is found out of an answer while it is made. */
export interface Outcome {
  /** It holds for no longer than a moment, or was read at more than one version of the data. */
  isMomentary: boolean;
  /** A query answered without an error, which changed nothing. */
  isWhole: boolean;
}

/** What a request carries to every resolver: its reading, its language, its loaders. */
export class Context {
  // No #private field: Apollo answers with a copy of the context, and a copy would not have it.
  private readonly loaders = new Map<string, unknown>();
  /** Its copy shares it. */
  readonly outcome: Outcome = { isMomentary: false, isWhole: false };

  constructor(
    readonly readings: Readings,
    public reading: Reading,
    readonly language: Language,
    readonly limits: Limits,
    readonly about: About,
    readonly actor: Actor = ANONYMOUS,
  ) {}

  /** The moment of reading as something to show: the answer is not kept for another moment. */
  shownMoment(): string {
    this.outcome.isMomentary = true;
    return this.reading.moment;
  }

  /** Whether a moment has come; that one has not is true for now only. */
  hasCome(moment: string): boolean {
    const has = moment <= this.reading.moment;
    if (!has) this.outcome.isMomentary = true;
    return has;
  }

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

  /** What is read from now on knows of a change just made: nothing that was loaded before it is told again. */
  async renew(): Promise<void> {
    this.loaders.clear();
    this.reading = await this.readings.renewed();
  }

  /** Runs `read`; once more, with tables read anew, where it met a code published a moment ago. */
  async read<T>(read: (reading: Reading) => Promise<T>): Promise<T> {
    try {
      return await read(this.reading);
    } catch (error) {
      if (!(error instanceof StaleReference)) throw error;
      this.outcome.isMomentary = true;
      this.reading = await this.readings.renewed();
      return read(this.reading);
    }
  }
}
