import { LRUCache } from 'lru-cache';
import type { Answer } from './answer.js';

/** An answer just made, and whether it says the same for as long as the data does. */
export interface Made {
  answer: Answer;
  /** The version of the data that it was made of; null where it may not be kept. */
  keptAt: string | null;
}

/** What an entry takes besides its text and its bytes. */
const OVERHEAD = 400;
/** No answer takes more than this share of the room. */
const LARGEST = 1 / 8;

/** Answers as ready bytes, by question, of the newest version of the data; the ones not asked for longest give way. */
export class AnswerCache {
  readonly #kept: LRUCache<string, Answer> | null;
  readonly #running = new Map<string, Promise<Made>>();
  #version = '';

  /** Keeps at most so many bytes; with 0 nothing is kept or shared. */
  constructor(bytes: number) {
    this.#kept =
      bytes === 0
        ? null
        : new LRUCache({
            maxSize: bytes,
            maxEntrySize: Math.max(1, Math.floor(bytes * LARGEST)),
            sizeCalculation: ({ body: { length } }, question) => length + question.length + OVERHEAD,
          });
  }

  get isOff(): boolean {
    return this.#kept === null;
  }

  /** The bytes that it holds. */
  get size(): number {
    return this.#kept?.calculatedSize ?? 0;
  }

  find(question: string, version: string): Answer | undefined {
    if (version === this.#version) return this.#kept?.get(question);
    this.#version = version;
    this.#kept?.clear();
    return undefined;
  }

  /**
   * The answer that is kept; else that of who asks the same just now, where it holds for all or the server is too busy for
   * all; else one's own, by `make`.
   */
  async once(question: string, version: string, make: () => Promise<Made>): Promise<Answer> {
    if (!this.#kept) return (await make()).answer;
    const kept = this.find(question, version);
    if (kept) return kept;
    const flight = `${version}\n${question}`;
    const running = this.#running.get(flight);
    if (running) return sharedOr(running, make);
    const making = make();
    this.#running.set(flight, making);
    try {
      const { answer, keptAt } = await making;
      if (keptAt !== null && keptAt === this.#version) this.#kept.set(question, answer);
      return answer;
    } finally {
      this.#running.delete(flight);
    }
  }
}

async function sharedOr(running: Promise<Made>, make: () => Promise<Made>): Promise<Answer> {
  const made = await running.catch(() => null);
  const isForAll = made && (made.keptAt !== null || made.answer.status === 503);
  return (isForAll ? made : await make()).answer;
}
