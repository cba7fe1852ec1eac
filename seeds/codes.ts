import { type Day, parseDay } from '../src/kernel/day.js';
import { meant, type Row } from './csv.js';

/** Things, most often the ids of rows, by the codes that name them in the files. */
export class Codes<T = number> {
  constructor(
    private readonly kind: string,
    private readonly things: ReadonlyMap<string, T>,
  ) {}

  static of(kind: string, rows: readonly Row<{ code: string }>[], ids: readonly number[]): Codes {
    return new Codes(kind, new Map(rows.map((row, at) => [row.cells.code, ids[at]!])));
  }

  static ofSlugs(kind: string, rows: readonly Row<{ slug: string }>[], ids: readonly number[]): Codes {
    return new Codes(kind, new Map(rows.map((row, at) => [row.cells.slug, ids[at]!])));
  }

  get(code: string, row: Row, column: string): T {
    const thing = this.things.get(code);
    if (thing === undefined)
      throw row.wrong(column, `there is no ${this.kind} "${code}".${meant(code, this.things.keys())}`);
    return thing;
  }

  /** Null where the cell is empty. */
  getIfAny(code: string | null, row: Row, column: string): T | null {
    return code === null ? null : this.get(code, row, column);
  }
}

interface Unit {
  code: string;
  valid_from: Day | null;
  valid_to: Day | null;
}

const isValidOn = ({ valid_from: from, valid_to: to }: Unit, day: Day): boolean =>
  (from === null || from <= day) && (to === null || day < to);

/** The ids of territories by `56@2025-07-01`, the unit that bore the code on that day, or `58` where only one ever did. */
export class TerritoryCodes {
  readonly #units: ReadonlyMap<string, readonly [Unit, number][]>;

  constructor(rows: readonly Row<Unit>[], ids: readonly number[]) {
    const units = rows.map((row, at): [Unit, number] => [row.cells, ids[at]!]);
    this.#units = Map.groupBy(units, ([unit]) => unit.code);
  }

  get(text: string, row: Row, column: string): number {
    const [code, day] = text.split(/@(.*)/s) as [string, string?];
    const bearers = this.#units.get(code);
    if (!bearers) throw row.wrong(column, `there is no territory "${text}".${meant(code, this.#units.keys())}`);
    const named = day === undefined ? bearers : bearers.filter(([unit]) => isValidOn(unit, dayOf(day, row, column)));
    if (named.length === 1) return named[0]![1];
    const which = named.length === 0 ? 'no unit' : 'several units: add the day, as in 56@2025-07-01';
    throw row.wrong(column, `"${text}" names ${which}.`);
  }

  getIfAny(text: string | null, row: Row, column: string): number | null {
    return text === null ? null : this.get(text, row, column);
  }
}

function dayOf(text: string, row: Row, column: string): Day {
  try {
    return parseDay(text);
  } catch (error) {
    throw row.wrong(column, (error as Error).message);
  }
}
