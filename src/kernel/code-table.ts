import type { BadInput } from './bad-input.js';
import type { Limits } from './limits.js';
import { unknownCode } from './nearest.js';
import { type Page, type PageArgs, pageInMemory } from './page.js';
import { StaleReference } from './reading.js';

/** Compares codes as their bytes do, so that every machine sorts them alike. */
export const compareCodes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Things with a code, in memory: found by row id or by code, listed in the order of codes. */
export class CodeTable<T extends { code: string }> {
  readonly list: readonly T[];
  readonly #byRow: Map<number, T>;
  readonly #byCode: Map<string, T>;
  readonly #rowOf: Map<string, number>;

  constructor(
    readonly kind: string,
    entries: [number, T][],
  ) {
    this.list = entries.map(([, thing]) => thing).sort((a, b) => compareCodes(a.code, b.code));
    this.#byRow = new Map(entries);
    this.#byCode = new Map(this.list.map((thing) => [thing.code, thing]));
    this.#rowOf = new Map(entries.map(([row, thing]) => [thing.code, row]));
  }

  /** The thing of a row that was just read; a row newer than this table asks for it to be read anew. */
  row(id: number): T {
    const thing = this.#byRow.get(id);
    if (!thing) throw new StaleReference(`${this.kind} ${id}`);
    return thing;
  }

  /** The thing of a row, null where it is hidden. */
  visible(id: number): T | null {
    return this.#byRow.get(id) ?? null;
  }

  find(code: string): T | null {
    return this.#byCode.get(code) ?? null;
  }

  has(thing: T): boolean {
    return this.#rowOf.has(thing.code);
  }

  rowId(thing: T): number {
    return this.#rowOf.get(thing.code)!;
  }

  /** Row ids of codes typed by a client; the first unknown one is an error that names it and the nearest. */
  rowIds(codes: readonly string[], argument: string): number[] {
    return codes.map((code) => {
      const thing = this.find(code);
      if (!thing) throw this.unknown(code, argument);
      return this.rowId(thing);
    });
  }

  page(args: PageArgs, limits: Limits): Page<T> {
    return pageInMemory(this.list, (thing) => thing.code, 'CODE', args, limits);
  }

  unknown(code: string, argument: string): BadInput {
    return unknownCode(argument, this.kind, code, this.#byCode.keys());
  }
}
