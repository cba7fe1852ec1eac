import { Refused, type WrongField } from '../kernel/refused.js';
import type { Incoming, WrongCell } from './kind.js';

const MOST_SHOWN = 200;

/** The wrong cells of what comes in, gathered up to a limit so that a file can be mended in one go. */
export class WrongCells {
  readonly #found: { line: number; field: WrongField }[] = [];
  readonly #told = new Set<string>();

  constructor(
    private readonly incoming: Pick<Incoming, 'name' | 'pathOf'>,
    private readonly most: number,
  ) {}

  get isEmpty(): boolean {
    return this.#found.length === 0;
  }

  /** Tells a cell once, whoever finds it wrong; throws once there are too many. */
  add(line: number, { column, message, value }: WrongCell): void {
    const path = this.incoming.pathOf(line, column);
    const words = `${path} ${message}`;
    if (this.#told.has(words)) return;
    this.#told.add(words);
    const field = { path, message, value: value === null ? null : value.slice(0, MOST_SHOWN) };
    this.#found.push({ line, field });
    if (this.#found.length >= this.most) throw this.#refused(`at least ${this.#found.length} errors`);
  }

  refuseIfAny(): void {
    if (this.isEmpty) return;
    const count = this.#found.length;
    throw this.#refused(count === 1 ? 'one error' : `${count} errors`);
  }

  /** In the order of the file: what the database finds wrong is told after rows that come later. */
  #refused(count: string): Refused {
    const fields = this.#found.toSorted((a, b) => a.line - b.line).map(({ field }) => field);
    return new Refused('INVALID', `${this.incoming.name}: ${count}, so nothing was brought in.`, fields);
  }
}
