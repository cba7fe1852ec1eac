/** The event loop takes up one new connection a turn; an embedded database works without ever giving it one. */
const TURNS_BETWEEN = 100;
const MOST_BETWEEN_MS = 50;

/** Lets a few at a time pass; the others wait their turn, but not for long. Between two, whoever else came is heard. */
export class Lane {
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #isOpening = false;

  constructor(
    private readonly width: number,
    private readonly mostWaitMs: number,
    private readonly refusal: () => Error,
  ) {}

  /** Resolves, once its turn comes, to what must be called at the end; rejects with the refusal after too long a wait. */
  enter(): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const pass = (): void => {
        clearTimeout(timer);
        this.#running += 1;
        resolve(() => this.#leave());
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(pass), 1);
        reject(this.refusal());
      }, this.mostWaitMs);
      this.#waiting.push(pass);
      this.#open();
    });
  }

  #leave(): void {
    this.#running -= 1;
    this.#open();
  }

  #open(): void {
    if (this.#isOpening || this.#waiting.length === 0 || this.#running >= this.width) return;
    this.#isOpening = true;
    afterTurns(TURNS_BETWEEN, () => {
      this.#isOpening = false;
      this.#waiting.shift()?.();
      this.#open();
    });
  }
}

function afterTurns(turns: number, then: () => void, until = performance.now() + MOST_BETWEEN_MS): void {
  const isOver = turns === 0 || performance.now() > until;
  setImmediate(() => (isOver ? then() : afterTurns(turns - 1, then, until)));
}
