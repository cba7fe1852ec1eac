import type { Kysely } from 'kysely';
import type { Tables } from '../kernel/tables.js';
import type { Cell, Stored } from '../../seeds/tables.js';
import type { Arrival } from './arrivals.js';
import { type Cells, type Field, fieldsOf, type Noun, reads, storedAs } from './noun.js';
import { type Named, type Names, namesOf, readNamed, type Reference } from './names.js';
import type { WrongFields } from './wrong-fields.js';

/** What cells of one kind may name: the database's things, and where they may name one another, those that arrive. */
export class Resolving {
  readonly #names = new Map<Reference, Names>();

  private constructor(
    private readonly noun: Noun,
    private readonly known: ReadonlyMap<Reference, readonly Named[]>,
  ) {
    for (const [reference, named] of known) this.#names.set(reference, namesOf(reference, named));
  }

  static async of(db: Kysely<Tables>, noun: Noun): Promise<Resolving> {
    const known = new Map<Reference, readonly Named[]>();
    for (const reference of reads(noun)) known.set(reference, await readNamed(db, reference));
    return new Resolving(noun, known);
  }

  /** The names after the arrivals: a new one has its place below zero for its id. */
  meet(arrivals: readonly Arrival[]): void {
    const own = this.known.get(this.noun.table as Reference);
    if (!own) return;
    const arrived = arrivals.map(namedBy).filter((_, place) => arrivals[place]!.isNamed);
    const ids = new Set(arrived.map(({ id }) => id));
    const named = [...own.filter(({ id }) => !ids.has(id)), ...arrived];
    this.#names.set(this.noun.table as Reference, namesOf(this.noun.table as Reference, named));
  }

  /** What of the table follows from one cell of an arrival; what it cannot name is noted. */
  resolve(arrival: Arrival, name: string, wrongs: WrongFields): void {
    if (!(name in arrival.cells)) return;
    const field = this.noun.fields[name]!;
    const value = arrival.cells[name];
    const text = arrival.texts.get(name) ?? null;
    if (field.keep) Object.assign(arrival.columns, field.keep(value as never));
    else if (!field.refers && !field.link) arrival.columns[name] = value as Cell;
    else {
      const names = this.#names.get((field.refers ?? field.link?.refers)!)!;
      const ids = wrongs.noting(arrival.line, text, () =>
        [value ?? []].flat().map((one) => names.get(one as string, arrival.row, name)),
      );
      if (!ids) arrival.isNamed &&= !this.noun.identity.flat().includes(name);
      else if (field.link) arrival.links.set(name, ids);
      else arrival.columns[storedAs(name, field)] = ids[0] ?? null;
    }
  }

  /** A row of the database as the cells of a file would be read. */
  cellsOf(stored: Stored): Cells {
    return Object.fromEntries(
      fieldsOf(this.noun).map(([name, field]) => {
        const value = stored[storedAs(name, field)] ?? null;
        return [name, field.refers && value !== null ? this.#named(field.refers, value) : value];
      }),
    );
  }

  /** A value of the table as a cell shows it. */
  textOf(field: Field, value: Cell): string | null {
    const reference = field.refers ?? field.link?.refers;
    const texts = ([value ?? []].flat() as (string | number | boolean)[]).map((one) =>
      reference ? this.#named(reference, one) : String(one),
    );
    return texts.length === 0 ? null : texts.join(';');
  }

  #named(reference: Reference, id: unknown): string {
    return this.#names.get(reference)!.nameOf(Number(id));
  }
}

function namedBy({ stored, columns }: Arrival, place: number): Named {
  const now = { ...stored, ...columns };
  const [from, to] = [now['valid_from'], now['valid_to']] as (string | null | undefined)[];
  return { id: stored ? Number(stored['id']) : -1 - place, name: (now['code'] ?? now['slug']) as string, from, to };
}
