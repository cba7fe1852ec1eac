import { type Kysely, sql } from 'kysely';
import type { Tables } from '../kernel/tables.js';
import type { Difference, ImportReport, Incoming } from './kind.js';
import { differencesOf } from './print-differences.js';
import type { WrongCells } from './wrong-cells.js';

/** What was read from a file, as the columns of a table that lasts as long as the transaction. */
const COLUMNS = {
  line: 'integer', indicator_id: 'integer', territory_id: 'integer', breakdown_key: 'text', period_start: 'date',
  period_end: 'date', publisher_id: 'integer', source_id: 'integer', locator: 'text', status: 'text', value: 'numeric',
  unit_multiplier: 'smallint', qualifier: 'text', changes: 'jsonb', has_break: 'boolean', note_vi: 'text', note_en: 'text',
  corrects_release_id: 'integer', is_withdrawal: 'boolean', reason_vi: 'text', reason_en: 'text',
}; // prettier-ignore

/** What a print states, beside what it is about. */
const STATED = [
  'status', 'value', 'unit_multiplier', 'qualifier', 'changes', 'has_break', 'note_vi', 'note_en', 'is_withdrawal',
  'reason_vi', 'reason_en',
]; // prettier-ignore

const of = (alias: string, columns: readonly string[]) => sql.raw(columns.map((name) => `${alias}.${name}`).join(', '));

/** So many new rows are counted at once: until then the planner takes a table for as small as it was, and reads it again for each row. */
const MANY = 5000;

/** Digits are part of what was printed: 47.0 is not 47. */
const same = sql.raw(STATED.map((name) => (name === 'value' ? 'i.value::text' : `i.${name}`)).join(', '));
const asOwn = sql.raw(STATED.map((name) => (name === 'value' ? 'own.value::text' : `own.${name}`)).join(', '));

/** Brings staged prints into a draft, by a few statements whatever their number. */
export class PrintStage {
  static readonly TABLE = 'incoming_print';
  static readonly COLUMNS: Readonly<Record<string, string>> = COLUMNS;
  #newFigures = 0n;

  constructor(
    private readonly db: Kysely<Tables>,
    private readonly releaseId: number,
    private readonly incoming: Pick<Incoming, 'pathOf'>,
    private readonly wrongs: WrongCells,
  ) {}

  async open(): Promise<void> {
    const columns = Object.entries(COLUMNS).map(([name, type]) => `${name} ${type}`);
    await sql`set local work_mem = '128MB'`.execute(this.db);
    await sql`create temp table incoming_print (${sql.raw(columns.join(', '))}) on commit drop`.execute(this.db);
  }

  async print(mostDifferences: number): Promise<ImportReport> {
    await sql`analyze incoming_print`.execute(this.db);
    if (this.#newFigures > MANY) await sql`analyze observation`.execute(this.db);
    await this.#compare();
    await this.#refuseStrayCorrections();
    await this.#refuseTwins();
    const differences = await differencesOf(this.db, this.releaseId, this.incoming, mostDifferences);
    const counts = await this.#counts();
    if (counts.CHANGED > 0) await this.#replace();
    if (counts.ADDED + counts.PRINTED_AGAIN > 0) await this.#add();
    if (counts.ADDED + counts.PRINTED_AGAIN > MANY) await sql`analyze print`.execute(this.db);
    return {
      added: counts.ADDED,
      printedAgain: counts.PRINTED_AGAIN,
      changed: counts.CHANGED,
      left: counts.LEFT,
      differences,
    };
  }

  /** Makes the figures that rows from a line on are about, and that are not there yet. */
  async figures(line: number): Promise<void> {
    const { numAffectedRows = 0n } = await sql`
      insert into observation (indicator_id, territory_id, breakdown_id, period_start, period_end, publisher_id)
      select distinct i.indicator_id, i.territory_id, b.id, i.period_start, i.period_end, i.publisher_id
      from incoming_print i join breakdown b on b.key = i.breakdown_key
      where i.line >= ${line}
      order by 1, 2, 3, 5, 4, 6
      on conflict (indicator_id, territory_id, breakdown_id, period_end, period_days, publisher_id) do nothing`.execute(
      this.db,
    );
    this.#newFigures += numAffectedRows;
  }

  /**
   * Of each row: its figure, the print of the draft that it meets, the one it mends, and what is to be done with it. The planner takes six
   * columns that agree for so rare that few rows are left, to read whose draft from end to end is cheap: `+ 0` keeps it at the figures.
   */
  async #compare(): Promise<void> {
    await sql`
      create temp table compared_print on commit drop as
      select i.line, o.id as observation_id, o.breakdown_id, o.period_days, mended.id as corrects_id, own.id as own_id,
        case
          when own.id is not null then case when (${same}) is distinct from (${asOwn}) then 'CHANGED' else 'LEFT' end
          when exists (select from print p join release r on r.id = p.release_id
            where p.observation_id = o.id and p.release_id <> ${this.releaseId} and r.published_at is not null)
            then 'PRINTED_AGAIN'
          else 'ADDED' end as outcome
      from incoming_print i
      join breakdown b on b.key = i.breakdown_key
      join observation o on (o.indicator_id, o.territory_id, o.breakdown_id, o.period_end, o.period_days, o.publisher_id)
        = (i.indicator_id, i.territory_id, b.id, i.period_end, i.period_end - i.period_start + 1, i.publisher_id)
      left join lateral (
        select max(p.id) as id from print p where i.corrects_release_id is not null and p.observation_id = o.id
          and p.release_id = i.corrects_release_id and p.source_id = i.source_id and p.locator is not distinct from i.locator
      ) mended on true
      left join print own on own.observation_id = o.id and own.release_id + 0 = ${this.releaseId}
        and own.source_id = i.source_id and own.locator is not distinct from i.locator
        and own.corrects_id is not distinct from mended.id`.execute(this.db);
    await sql`analyze compared_print`.execute(this.db);
  }

  async #refuseStrayCorrections(): Promise<void> {
    const { rows } = await sql<{ line: number; release: string }>`
      select i.line, r.code as release from incoming_print i join release r on r.id = i.corrects_release_id
      join compared_print c on c.line = i.line where c.corrects_id is null order by i.line limit 1000`.execute(this.db);
    for (const { line, release } of rows) {
      const message = `release ${release} has no print of this figure in this document and place.`;
      this.wrongs.add(line, { column: 'corrects', message, value: release });
    }
    this.wrongs.refuseIfAny();
  }

  /** Two rows may not be the same print. */
  async #refuseTwins(): Promise<void> {
    const { rows } = await sql<{ line: number; first: number }>`
      select t.line, twin.first from (
        select c.observation_id, i.source_id, i.locator, c.corrects_id, min(i.line) as first
        from compared_print c join incoming_print i on i.line = c.line
        group by 1, 2, 3, 4 having count(*) > 1) twin
      join (select i.line, c.observation_id, i.source_id, i.locator, c.corrects_id
        from compared_print c join incoming_print i on i.line = c.line) t
        on (t.observation_id, t.source_id) = (twin.observation_id, twin.source_id)
        and t.locator is not distinct from twin.locator and t.corrects_id is not distinct from twin.corrects_id
      where t.line > twin.first order by t.line limit 1000`.execute(this.db);
    for (const { line, first } of rows) {
      const message = `is about the same figure in the same document and place as ${this.incoming.pathOf(first, null)}.`;
      this.wrongs.add(line, { column: null, message, value: null });
    }
    this.wrongs.refuseIfAny();
  }

  async #counts(): Promise<Record<Difference['outcome'], number>> {
    const { rows } = await sql<{ outcome: Difference['outcome']; count: number }>`
      select outcome, count(*)::integer as count from compared_print group by outcome`.execute(this.db);
    return {
      ADDED: 0,
      PRINTED_AGAIN: 0,
      CHANGED: 0,
      LEFT: 0,
      ...Object.fromEntries(rows.map((row) => [row.outcome, row.count])),
    };
  }

  async #replace(): Promise<void> {
    await sql`
      update print p set (${sql.raw(STATED.join(', '))}) = (select ${of('i', STATED)})
      from compared_print c join incoming_print i on i.line = c.line
      where p.id = c.own_id and c.outcome = 'CHANGED'`.execute(this.db);
  }

  /** In the order of the file where they are about one figure, else as the indexes have them. */
  async #add(): Promise<void> {
    const identity = ['indicator_id', 'territory_id', 'period_end', 'publisher_id'];
    await sql`
      insert into print (observation_id, release_id, source_id, locator, corrects_id, breakdown_id, period_days,
        ${sql.raw([...identity, ...STATED].join(', '))})
      select c.observation_id, ${this.releaseId}, i.source_id, i.locator, c.corrects_id, c.breakdown_id, c.period_days,
        ${of('i', [...identity, ...STATED])}
      from compared_print c join incoming_print i on i.line = c.line
      where c.own_id is null
      order by i.indicator_id, i.territory_id, c.breakdown_id, i.period_end, c.period_days, i.publisher_id, i.line`.execute(
      this.db,
    );
  }
}
