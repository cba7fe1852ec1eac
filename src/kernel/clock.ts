import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.js';

/** One moment of the database's clock and the version of the public data at it. */
export interface Tick {
  /** `YYYY-MM-DDTHH:MM:SS.ffffffZ`; two such texts compare as moments do. */
  moment: string;
  /** Changes when a change is committed, a scheduled moment passes, or a day begins in Asia/Ho_Chi_Minh. */
  version: string;
}

interface Reading {
  micros: number;
  next: number;
  readAt: number;
  version: string;
}

const MICROS_PER_DAY = 86_400_000_000;
const VIETNAM_OFFSET = 7 * 3_600_000_000;
/** Close to the next moment the database is asked again: its clock alone lifts an embargo. */
const CAUTION_MICROS = 50_000;

/**
 * The database's clock, read at most every `maxAgeMs` and counted on by the monotonic clock in between.
 * It may lag behind the database, never lead it.
 */
export class Clock {
  #last: Reading | undefined;
  #asking: Promise<Reading> | undefined;

  constructor(
    private readonly db: Kysely<Tables>,
    private readonly maxAgeMs: number,
  ) {}

  async tick(): Promise<Tick> {
    const reading = this.#usable() ?? (await this.#ask());
    return tickOf(reading);
  }

  /** The version of this moment, where it is known without asking the database. */
  knownVersion(): string | undefined {
    return this.#usable()?.version;
  }

  /** The next tick asks the database: something was seen that the last reading does not know. */
  forget(): void {
    this.#last = undefined;
    this.#asking = undefined;
  }

  #usable(): Reading | undefined {
    const last = this.#last;
    if (!last || performance.now() - last.readAt >= this.maxAgeMs) return undefined;
    return nowOf(last) + CAUTION_MICROS < last.next ? last : undefined;
  }

  #ask(): Promise<Reading> {
    // With no tolerance for age, sharing an answer asked before this call would be one.
    if (this.#asking && this.maxAgeMs > 0) return this.#asking;
    const asking = readClock(this.db)
      .then((reading) => (this.#last = reading))
      .finally(() => {
        if (this.#asking === asking) this.#asking = undefined;
      });
    return (this.#asking = asking);
  }
}

async function readClock(db: Kysely<Tables>): Promise<Reading> {
  const { rows } = await sql<{ micros: string; count: string; passed: string; next: string | null }>`
    with clock as materialized (select clock_timestamp() as now)
    select (extract(epoch from now) * 1000000)::bigint::text as micros,
      (select count::text from data_change) as count,
      (select count(*)::text from release where published_at <= now) as passed,
      (select (extract(epoch from min(published_at)) * 1000000)::bigint::text from release where published_at > now) as next
    from clock`.execute(db);
  const row = rows[0]!;
  const micros = Number(row.micros);
  const next = Math.min(row.next === null ? Infinity : Number(row.next), nextMidnight(micros));
  const version = `${row.count}.${row.passed}.${dayNumber(micros)}`;
  return { micros, next, readAt: performance.now(), version };
}

const dayNumber = (micros: number): number => Math.floor((micros + VIETNAM_OFFSET) / MICROS_PER_DAY);

const nextMidnight = (micros: number): number => (dayNumber(micros) + 1) * MICROS_PER_DAY - VIETNAM_OFFSET;

const nowOf = (reading: Reading): number => reading.micros + Math.floor((performance.now() - reading.readAt) * 1000);

/** What has not come by the reading is not in its version either: the moment stays before it. */
const tickOf = (reading: Reading): Tick => ({
  moment: momentOf(Math.min(nowOf(reading), reading.next - 1)),
  version: reading.version,
});

function momentOf(micros: number): string {
  const fraction = String(micros % 1_000_000).padStart(6, '0');
  return new Date(Math.floor(micros / 1000)).toISOString().replace(/\.\d{3}Z$/, `.${fraction}Z`);
}
