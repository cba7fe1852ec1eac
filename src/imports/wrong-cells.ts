import { Refused, type WrongField } from '../kernel/refused.js';
import type { Incoming, WrongCell } from './kind.js';

const MOST_SHOWN = 200;

/** The wrong cells of what comes in, gathered up to a limit so that a file can be mended in one go. */
export class WrongCells {
  readonly #fields: WrongField[] = [];
  readonly #told = new Set<string>();

  constructor(
    private readonly incoming: Pick<Incoming, 'name' | 'pathOf'>,
    private readonly most: number,
  ) {}

  get isEmpty(): boolean {
    return this.#fields.length === 0;
  }

  /** Tells a cell once, whoever finds it wrong; throws once there are too many. */
  add(line: number, { column, message, value }: WrongCell): void {
    const path = this.incoming.pathOf(line, column);
    const words = `${path} ${message}`;
    if (this.#told.has(words)) return;
    this.#told.add(words);
    this.#fields.push({ path, message, value: value === null ? null : value.slice(0, MOST_SHOWN) });
    if (this.#fields.length >= this.most) throw this.#refused(`at least ${this.#fields.length} errors`);
  }

  refuseIfAny(): void {
    if (this.isEmpty) return;
    const count = this.#fields.length;
    throw this.#refused(count === 1 ? 'one error' : `${count} errors`);
  }

  #refused(count: string): Refused {
    return new Refused('INVALID', `${this.incoming.name}: ${count}, so nothing was brought in.`, this.#fields);
  }
}
