import { type Kysely, sql } from 'kysely';
import type { Tables } from '../kernel/tables.js';
import type { Difference, ImportReport, Incoming } from './kind.js';
import { compareKnown, compareNew } from './print-comparing.js';
import { differencesOf } from './print-differences.js';
import { refuseTwins } from './print-twins.js';
import { STATED } from './staged-print.js';
import type { WrongCells } from './wrong-cells.js';

const of = (alias: string, columns: readonly string[]) => sql.raw(columns.map((name) => `${alias}.${name}`).join(', '));

/** So many new rows are counted at once: until then the planner takes a table for what it was. */
const MANY = 5000;

/** Brings staged prints into a draft, chunk by chunk, each by a few statements whatever its size. */
export class PrintStage {
  readonly #done = { ADDED: 0, PRINTED_AGAIN: 0, CHANGED: 0, LEFT: 0 };
  readonly #differences: Difference[] = [];
  #hasTwins = false;
  #put = 0;
  #counted = 0;

  constructor(
    private readonly db: Kysely<Tables>,
    private readonly releaseId: number,
    private readonly incoming: Pick<Incoming, 'pathOf'>,
    private readonly wrongs: WrongCells,
    private readonly mostDifferences: number,
  ) {}

  /** Brings in what is staged, so many rows, and clears the stage for the next. */
  async take(rows: number): Promise<void> {
    const added = await compareNew(this.db);
    if (added < rows) await compareKnown(this.db, this.releaseId);
    await this.#tellStrayCorrections();
    await this.#tellTwins();
    if (this.wrongs.isEmpty) await this.#bringIn();
    await sql`truncate incoming_print, compared_print`.execute(this.db);
  }

  /** What was done with all that was staged. */
  async report(): Promise<ImportReport> {
    // Of a row that the draft had already nobody knows, chunks later, whether another row met it.
    if (this.#hasTwins || this.#done.LEFT > 0) await refuseTwins(this.db, this.incoming, this.wrongs);
    const { ADDED: added, PRINTED_AGAIN: printedAgain, CHANGED: changed, LEFT: left } = this.#done;
    return { added, printedAgain, changed, left, differences: this.#differences };
  }

  async #bringIn(): Promise<void> {
    const room = this.mostDifferences - this.#differences.length;
    if (room > 0) this.#differences.push(...(await differencesOf(this.db, this.releaseId, this.incoming, room)));
    const counts = await this.#counts();
    if (this.#hasTwins) return;
    if (counts.CHANGED > 0) await this.#replace();
    if (counts.ADDED + counts.PRINTED_AGAIN > 0) await this.#add();
    await this.#countForPlanner();
  }

  async #tellStrayCorrections(): Promise<void> {
    const { rows } = await sql<{ line: number; release: string }>`
      select i.line, r.code as release from incoming_print i join release r on r.id = i.corrects_release_id
      join compared_print c on c.line = i.line where c.corrects_id is null order by i.line limit 1000`.execute(this.db);
    for (const { line, release } of rows) {
      const message = `release ${release} has no print of this figure in this document and place.`;
      this.wrongs.add(line, { column: 'corrects', message, value: release });
    }
  }

  /** Keeps of each row which print it is, to tell of each twin where the other stands. */
  async #tellTwins(): Promise<void> {
    await sql`
      insert into told_print select line, observation_id, source_id, locator, corrects_id from compared_print`.execute(
      this.db,
    );
    if (this.#hasTwins) return;
    const { rows } = await sql`
      select from compared_print group by observation_id, source_id, locator, corrects_id
      having count(*) > 1 or bool_or(outcome = 'TWIN') limit 1`.execute(this.db);
    this.#hasTwins = rows.length > 0;
  }

  async #counts(): Promise<Record<Difference['outcome'], number>> {
    const { rows } = await sql<{ outcome: Difference['outcome']; count: number }>`
      select outcome, count(*)::integer as count from compared_print group by outcome`.execute(this.db);
    const counts = { ADDED: 0, PRINTED_AGAIN: 0, CHANGED: 0, LEFT: 0 };
    for (const { outcome, count } of rows) {
      counts[outcome] = count;
      this.#done[outcome] += count;
    }
    return counts;
  }

  async #replace(): Promise<void> {
    await sql`
      update print p set (${sql.raw(STATED.join(', '))}) = (select ${of('i', STATED)})
      from compared_print c join incoming_print i on i.line = c.line
      where p.id = c.own_id and c.outcome = 'CHANGED'`.execute(this.db);
  }

  /**
   * In the order of the file where they are about one figure, else as the indexes have them. Whoever fills a draft holds it, so that
   * none can be there already: a statement that looks for it takes twice as long.
   */
  async #add(): Promise<void> {
    const identity = ['indicator_id', 'territory_id', 'period_end', 'publisher_id'];
    const { numAffectedRows = 0n } = await sql`
      insert into print (observation_id, release_id, source_id, locator, corrects_id, breakdown_id, period_days,
        ${sql.raw([...identity, ...STATED].join(', '))})
      select c.observation_id, ${this.releaseId}, c.source_id, c.locator, c.corrects_id, c.breakdown_id, c.period_days,
        ${of('i', [...identity, ...STATED])}
      from compared_print c join incoming_print i on i.line = c.line
      where c.own_id is null
      order by i.indicator_id, i.territory_id, c.breakdown_id, i.period_end, c.period_days, i.publisher_id, i.line`.execute(
      this.db,
    );
    this.#put += Number(numAffectedRows);
  }

  /** Each time that as many are new as there were, so that a file of any length costs a few counts. */
  async #countForPlanner(): Promise<void> {
    if (this.#put < Math.max(MANY, 2 * this.#counted)) return;
    this.#counted = this.#put;
    await sql`analyze observation, print`.execute(this.db);
  }
}
