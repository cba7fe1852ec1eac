import { Refused, type WrongField } from '../kernel/refused.js';
import { SeedError } from '../../seeds/csv.js';
import type { Incoming } from './kind.js';

const SHOWN = 100;

/** Where a cell stands: what is wrong is told in the order sent, whenever it was found. */
interface Place {
  line: number;
  place: number;
}

/** Everything that is wrong with what comes in, up to a limit. */
export class WrongFields {
  readonly #fields: (WrongField & Place)[] = [];
  readonly #lines = new Set<number>();

  constructor(
    private readonly incoming: Pick<Incoming, 'name' | 'columns' | 'pathOf'>,
    private readonly most: number,
  ) {}

  /** Whether something is wrong with a row. */
  has(line: number): boolean {
    return this.#lines.has(line);
  }

  pathOf(line: number, column: string | null): string {
    return this.incoming.pathOf(line, column);
  }

  add(line: number, column: string | null, message: string, value: string | null = null): void {
    const path = this.pathOf(line, column);
    this.#lines.add(line);
    const shown = value !== null && value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
    const place = column === null ? -1 : this.incoming.columns.indexOf(column);
    this.#fields.push({ line, place, path, message, value: shown });
    if (this.#fields.length >= this.most) this.refuse();
  }

  /** What `read` gives; undefined, and noted, where a row does not allow it. */
  noting<T>(line: number, value: string | null, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof SeedError)) throw error;
      this.add(line, error.column, error.what, value);
      return undefined;
    }
  }

  refuseIfAny(): void {
    if (this.#fields.length > 0) this.refuse();
  }

  private refuse(): never {
    const count = this.#fields.length;
    const many = count === 1 ? 'One cell is' : `${count >= this.most ? 'At least ' : ''}${count} cells are`;
    const inOrder = this.#fields.toSorted((a, b) => a.line - b.line || a.place - b.place);
    const fields = inOrder.map(({ path, message, value }) => ({ path, message, value }));
    throw new Refused('INVALID', `${many} wrong in ${this.incoming.name}; nothing was changed.`, fields);
  }
}
