import type { Kysely } from 'kysely';
import { BadInput } from './bad-input.js';
import type { Clock } from './clock.js';
import { parseAsOf } from './moment.js';
import type { Tables } from './tables.js';

/** A small table of codes, held in memory for as long as the public data stays the same. Loads only what is visible. */
export interface ReferenceTable<T> {
  load(reading: Reading): Promise<T>;
}

export const referenceTable = <T>(load: (reading: Reading) => Promise<T>): ReferenceTable<T> => ({ load });

/** A row names a code that the tables in memory do not know yet: they were read before it was published. */
export class StaleReference extends Error {}

/**
 * One moment at which a request reads: everything it answers is what was visible then.
 * `moment` is the database's clock, `version` that of the public data.
 */
export class Reading {
  constructor(
    readonly db: Kysely<Tables>,
    readonly moment: string,
    readonly version: string,
    private readonly tables: Map<ReferenceTable<unknown>, Promise<unknown>>,
  ) {}

  table<T>(reference: ReferenceTable<T>): Promise<T> {
    const held = this.tables.get(reference);
    if (held) return held as Promise<T>;
    const loading = reference.load(this);
    this.tables.set(reference, loading);
    loading.catch(() => this.tables.delete(reference));
    return loading;
  }

  /** The moment as of which figures are asked; a moment to come is refused, because it could not be kept. */
  asOf(text: string | null | undefined, argument = 'asOf'): string | null {
    if (text === null || text === undefined) return null;
    const asOf = parseAsOf(text);
    if (asOf <= this.moment) return asOf;
    const message = `${argument} "${text}" means ${asOf}, which is later than now (${this.moment}). Leave it out to read as of now.`;
    throw new BadInput('FUTURE_AS_OF', message, { argument, value: text });
  }
}

/** Gives each request its reading, and keeps the reference tables of the newest version. */
export class Readings {
  #version = '';
  #tables = new Map<ReferenceTable<unknown>, Promise<unknown>>();

  constructor(
    private readonly db: Kysely<Tables>,
    private readonly clock: Clock,
  ) {}

  async now(): Promise<Reading> {
    const { moment, version } = await this.clock.tick();
    if (version !== this.#version) {
      this.#version = version;
      this.#tables = new Map();
    }
    return new Reading(this.db, moment, version, this.#tables);
  }

  /** The version of this moment, where it is known without asking the database. */
  knownVersion(): string | undefined {
    return this.clock.knownVersion();
  }

  /** A reading that knows all that is committed by now. */
  renewed(): Promise<Reading> {
    this.clock.forget();
    return this.now();
  }
}
