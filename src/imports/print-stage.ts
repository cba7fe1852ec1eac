import { type Kysely, sql } from 'kysely';
import type { Tables } from '../kernel/tables.js';
import type { Difference, ImportReport, Incoming } from './kind.js';
import { differencesOf } from './print-differences.js';
import { refuseTwins } from './print-twins.js';
import type { WrongCells } from './wrong-cells.js';

/** Rows of a file as the columns of a table that lasts as long as the transaction. */
const COLUMNS = {
  line: 'integer', indicator_id: 'integer', territory_id: 'integer', breakdown_key: 'text', period_start: 'date',
  period_end: 'date', publisher_id: 'integer', source_id: 'integer', locator: 'text', status: 'text', value: 'numeric',
  unit_multiplier: 'smallint', qualifier: 'text', changes: 'jsonb', has_break: 'boolean', note_vi: 'text', note_en: 'text',
  corrects_release_id: 'integer', is_withdrawal: 'boolean', reason_vi: 'text', reason_en: 'text',
}; // prettier-ignore

/** What makes each row of the file the print it is: its figure, document and place, and the print that it mends. */
const TOLD = 'line integer, observation_id bigint, source_id integer, locator text, corrects_id bigint';

/** The same, with the print of the draft that the row meets, and what is done with it. */
const COMPARED = `${TOLD}, breakdown_id integer, period_days integer, own_id bigint, outcome text`;

/** What a print states, beside what it is about. */
const STATED = [
  'status', 'value', 'unit_multiplier', 'qualifier', 'changes', 'has_break', 'note_vi', 'note_en', 'is_withdrawal',
  'reason_vi', 'reason_en',
]; // prettier-ignore

const of = (alias: string, columns: readonly string[]) => sql.raw(columns.map((name) => `${alias}.${name}`).join(', '));

/** So many new rows are counted at once: until then the planner takes a table for what it was. */
const MANY = 5000;

/** Digits are part of what was printed: 47.0 is not 47. */
const same = sql.raw(STATED.map((name) => (name === 'value' ? 'i.value::text' : `i.${name}`)).join(', '));
const asOwn = sql.raw(STATED.map((name) => (name === 'value' ? 'own.value::text' : `own.${name}`)).join(', '));

/** Brings staged prints into a draft, chunk by chunk, each by a few statements whatever its size. */
export class PrintStage {
  static readonly TABLE = 'incoming_print';
  static readonly COLUMNS: Readonly<Record<string, string>> = COLUMNS;
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

  async open(): Promise<void> {
    const columns = Object.entries(COLUMNS).map(([name, type]) => `${name} ${type}`);
    const tables = { incoming_print: columns.join(', '), compared_print: COMPARED, told_print: TOLD };
    await sql`set local work_mem = '128MB'`.execute(this.db);
    for (const [name, of] of Object.entries(tables))
      await sql`create temp table ${sql.table(name)} (${sql.raw(of)}) on commit drop`.execute(this.db);
  }

  /** Brings in what is staged, so many rows, and clears the stage for the next. */
  async take(rows: number): Promise<void> {
    const added = await this.#addFigures();
    if (added < rows) await this.#compare();
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

  /** Makes the figures that are not there yet. The rows about them are compared by that; how many those are. */
  async #addFigures(): Promise<number> {
    const { numAffectedRows = 0n } = await sql`
      with made as (
        insert into observation (indicator_id, territory_id, breakdown_id, period_start, period_end, publisher_id)
        select distinct i.indicator_id, i.territory_id, b.id, i.period_start, i.period_end, i.publisher_id
        from incoming_print i join breakdown b on b.key = i.breakdown_key
        order by 1, 2, 3, 5, 4, 6
        on conflict (indicator_id, territory_id, breakdown_id, period_end, period_days, publisher_id) do nothing
        returning *)
      insert into compared_print (line, observation_id, source_id, locator, breakdown_id, period_days, outcome)
      select i.line, o.id, i.source_id, i.locator, o.breakdown_id, o.period_days, 'ADDED'
      from incoming_print i join breakdown b on b.key = i.breakdown_key join made o
        on (o.indicator_id, o.territory_id, o.breakdown_id, o.period_start, o.period_end, o.publisher_id)
          = (i.indicator_id, i.territory_id, b.id, i.period_start, i.period_end, i.publisher_id)`.execute(this.db);
    return Number(numAffectedRows);
  }

  /**
   * Compares the rows about figures that were there. What the transaction has put in itself is another row of the file. The planner
   * takes six columns that agree for so rare that few rows are left, to read whose draft from end to end is cheap: `+ 0` keeps it at
   * the figures.
   */
  async #compare(): Promise<void> {
    await sql`
      insert into compared_print
      select i.line, o.id, i.source_id, i.locator, mended.id, o.breakdown_id, o.period_days, own.id,
        case
          when own.xmin = pg_current_xact_id()::xid then 'TWIN'
          when own.id is not null then case when (${same}) is distinct from (${asOwn}) then 'CHANGED' else 'LEFT' end
          when exists (select from print p join release r on r.id = p.release_id
            where p.observation_id = o.id and p.release_id <> ${this.releaseId} and r.published_at is not null)
            then 'PRINTED_AGAIN'
          else 'ADDED' end
      from incoming_print i
      join breakdown b on b.key = i.breakdown_key
      cross join lateral (
        select o.* from observation o
        where (o.indicator_id, o.territory_id, o.breakdown_id, o.period_end, o.period_days, o.publisher_id)
          = (i.indicator_id, i.territory_id, b.id, i.period_end, i.period_end - i.period_start + 1, i.publisher_id) offset 0
      ) o
      left join lateral (
        select max(p.id) as id from print p where i.corrects_release_id is not null and p.observation_id = o.id
          and p.release_id = i.corrects_release_id and p.source_id = i.source_id and p.locator is not distinct from i.locator
      ) mended on true
      left join print own on own.observation_id = o.id and own.release_id + 0 = ${this.releaseId}
        and own.source_id = i.source_id and own.locator is not distinct from i.locator
        and own.corrects_id is not distinct from mended.id
      where not exists (select from compared_print c where c.line = i.line)`.execute(this.db);
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
