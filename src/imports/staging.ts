import type { Kysely } from 'kysely';
import type { Tables } from '../kernel/tables.js';
import type { IncomingBreakdowns } from './breakdowns.js';
import { type Cell, copyInto } from './copy.js';
import type { PrintStage } from './print-stage.js';
import { STAGED } from './staged-print.js';

/** A row as it is staged: its line, and what stands in it. */
export type StagedRow = readonly [line: number, ...Cell[]];

const CHUNK_ROWS = 50_000;

/** Brings rows in by chunks: while the database takes one, the next is read. */
export class Staging {
  #rows: StagedRow[] = [];
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Kysely<Tables>,
    private readonly stage: PrintStage,
    private readonly breakdowns: IncomingBreakdowns,
  ) {}

  /** Whoever writes waits where the chunk before is still on its way. */
  write(row: StagedRow): Promise<void> | undefined {
    this.#rows.push(row);
    return this.#rows.length < CHUNK_ROWS ? undefined : this.#send();
  }

  async end(): Promise<void> {
    await this.#send();
    await this.#running;
  }

  /** Lets what is on its way come to its end: the transaction can be left then. */
  async leave(): Promise<void> {
    await this.#running.catch(() => undefined);
  }

  async #send(): Promise<void> {
    const rows = this.#rows;
    this.#rows = [];
    await this.#running;
    this.#running = this.#staged(rows);
    // Whoever writes next, or ends, is told.
    this.#running.catch(() => undefined);
  }

  async #staged(rows: readonly StagedRow[]): Promise<void> {
    if (rows.length === 0) return;
    const copying = await copyInto(this.db, 'incoming_print', STAGED);
    for (const row of rows) {
      const taken = copying.write(row);
      if (taken) await taken;
    }
    await copying.end();
    await this.breakdowns.write(this.db);
    await this.stage.take(rows.length);
  }
}
