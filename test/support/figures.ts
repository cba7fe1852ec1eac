import { sql } from 'kysely';
import type { StoredChanges } from '../../src/features/observations/print.entity.js';
import type { Database } from '../../src/kernel/database.js';
import { parsePeriod } from '../../src/kernel/period.js';
import { parseUncertainDate } from '../../src/kernel/uncertain-date.js';

/** What a test says of a print; whatever it leaves out is made up and its own. */
export interface PrintOf {
  release: string;
  indicator?: string;
  /** A code and a day, where a code alone names more than one unit. */
  territory?: string;
  period?: string;
  publisher?: string;
  /** `DIMENSION=ITEM`, several joined by `;` in the order of their codes; the total without it. */
  breakdown?: string;
  source?: string;
  /** Where in the document. */
  locator?: string;
  sourceDate?: string;
  /** Whether the document itself first appears with the release. */
  isOwnDocument?: boolean;
  status?: string;
  value?: string | null;
  multiplier?: number;
  qualifier?: string;
  changes?: StoredChanges;
  hasBreak?: boolean;
  note?: string;
  corrects?: string;
  isWithdrawal?: boolean;
  reason?: string;
}

export interface PlanOf {
  release: string;
  indicator: string;
  territory?: string;
  period: string;
  setBy?: string | null;
  target?: 'LEVEL' | 'GROWTH';
  value?: string;
  low?: string;
  high?: string;
  multiplier?: number;
  qualifier?: string;
  source?: string;
  sourceDate?: string;
  corrects?: string;
  isWithdrawal?: boolean;
  reason?: string;
}

/** Only numbers of a LEVEL have a power of ten. */
function multiplierOf({ target, value, low, multiplier }: Partial<PlanOf>): number | null {
  return target !== 'GROWTH' && (value ?? low) !== undefined ? (multiplier ?? 0) : null;
}

/** Writes prints as the database has them, with whatever they stand on: what a staff tool would do, by hand. */
export class Figures {
  constructor(private readonly database: Database) {}

  /** Makes a print of a draft; answers its row id. */
  async print(one: PrintOf): Promise<string> {
    const observation = await this.#observation(one);
    const value = one.value ?? null;
    const row = {
      observation_id: observation,
      release_id: await this.release(one.release),
      source_id: await this.#source(one),
      locator: one.locator ?? null,
      status: one.status ?? 'ESTIMATED',
      value,
      unit_multiplier: multiplierOf({ value: one.value ?? undefined, multiplier: one.multiplier }),
      qualifier: one.qualifier ?? null,
      changes: JSON.stringify(one.changes ?? {}),
      has_break: one.hasBreak ?? false,
      note_vi: one.note ?? null,
      corrects_id: one.corrects ?? null,
      is_withdrawal: one.isWithdrawal ?? false,
      reason_vi: one.reason ?? null,
    };
    return this.#insert('print', row);
  }

  /** The same for as many months in all, of which `one` tells the first; one statement for all others. */
  async printMonths(one: PrintOf, months: number): Promise<void> {
    const first = await this.print(one);
    await sql`
      with figure as (
        insert into observation (indicator_id, territory_id, breakdown_id, period_start, period_end, publisher_id)
        select o.indicator_id, o.territory_id, o.breakdown_id, (o.period_start + month * interval '1 month')::date,
          (o.period_start + (month + 1) * interval '1 month')::date - 1, o.publisher_id
        from print p join observation o on o.id = p.observation_id, generate_series(1, ${months - 1}::integer) month
        where p.id = ${first} returning id)
      insert into print (observation_id, release_id, source_id, status)
      select figure.id, p.release_id, p.source_id, p.status from figure, print p where p.id = ${first}`.execute(
      this.database.db,
    );
  }

  /** Makes prints and publishes them, now unless told. */
  async publish(prints: PrintOf[], at: string | null = null): Promise<void> {
    for (const print of prints) await this.print(print);
    for (const release of new Set(prints.map((print) => print.release))) await this.lift(release, at);
  }

  /** Makes a print of a plan in a draft; answers the row id of the plan. */
  async plan(one: PlanOf): Promise<string> {
    await this.planPrint(one);
    return this.#plan(one);
  }

  /** The same; answers the row id of the print. */
  async planPrint(one: PlanOf): Promise<string> {
    return this.#insert('plan_print', {
      plan_id: await this.#plan(one),
      release_id: await this.release(one.release),
      source_id: await this.#source({
        release: one.release,
        source: one.source,
        sourceDate: one.sourceDate,
      }),
      value: one.value ?? null,
      low: one.low ?? null,
      high: one.high ?? null,
      unit_multiplier: multiplierOf(one),
      qualifier: one.qualifier ?? null,
      corrects_id: one.corrects ?? null,
      is_withdrawal: one.isWithdrawal ?? false,
      reason_vi: one.reason ?? null,
    });
  }

  async #plan(one: PlanOf): Promise<string> {
    const { start, end } = parsePeriod(one.period);
    return this.#findOrInsert('plan', {
      indicator_id: await this.#indicator(one.indicator),
      territory_id: await this.#territory(one.territory ?? '58'),
      breakdown_id: 0,
      period_start: start,
      period_end: end,
      set_by_id: one.setBy ? await this.agency(one.setBy) : null,
      target: one.target ?? 'LEVEL',
    });
  }

  async share(print: string, plan: string, percent: string): Promise<void> {
    await sql`insert into print_plan_share (print_id, plan_id, percent) values (${print}, ${plan}, ${percent})`.execute(
      this.database.db,
    );
  }

  /** A draft, unless it is there already. */
  release(code: string): Promise<string> {
    return this.#findOrInsert('release', { code }, { title_vi: code });
  }

  /** Gives a release its moment: an SQL expression of a timestamp, now unless told. */
  async lift(code: string, at: string | null = null): Promise<void> {
    const moment = at === null ? sql`clock_timestamp()` : sql`(${sql.raw(at)})::timestamptz`;
    await sql`update release set published_at = ${moment} where code = ${code}`.execute(this.database.db);
  }

  async agency(code: string, kind = 'OTHER'): Promise<string> {
    const id = await this.#findOrInsert('agency', { code }, { kind });
    const { rows } = await sql`select 1 from agency_name where agency_id = ${id}`.execute(this.database.db);
    if (rows.length === 0) await this.#insert('agency_name', { agency_id: id, name: code });
    return id;
  }

  async #observation(one: PrintOf): Promise<string> {
    const { start, end } = parsePeriod(one.period ?? '2030-M01');
    const indicator = await this.#indicator(one.indicator ?? 'TEST');
    return this.#findOrInsert('observation', {
      indicator_id: indicator,
      territory_id: await this.#territory(one.territory ?? '58'),
      breakdown_id: one.breakdown ? await this.#breakdown(one.breakdown, indicator) : 0,
      period_start: start,
      period_end: end,
      publisher_id: await this.agency(one.publisher ?? 'NSO'),
    });
  }

  async #indicator(code: string): Promise<string> {
    const unit = await this.#findOrInsert('unit', { code: 'VND' }, { name_vi: 'đồng' });
    return this.#findOrInsert('indicator', { code }, { name_vi: code, unit_id: unit, kind: 'FLOW' });
  }

  async #territory(text: string): Promise<string> {
    const [code, day = '2024-06-06'] = text.split('@');
    const { rows } = await sql<{ id: string }>`select id::text from territory where code = ${code}
      and coalesce(valid_from <= ${day}::date, true) and coalesce(${day}::date < valid_to, true)`.execute(
      this.database.db,
    );
    return rows[0]?.id ?? this.#insert('territory', { code, name: code, type: 'PROVINCE', level: 'PROVINCE' });
  }

  async #breakdown(key: string, indicator: string): Promise<string> {
    const breakdown = await this.#findOrInsert('breakdown', { key }, { sort_key: key });
    for (const part of key.split(';')) {
      const [dimension, item] = part.split('=') as [string, string];
      const dimensionId = await this.#findOrInsert('dimension', { code: dimension }, { name_vi: dimension });
      const itemId = await this.#findOrInsert(
        'dimension_item',
        { dimension_id: dimensionId, code: item },
        { position: 1000, name_vi: item },
      );
      await sql`insert into breakdown_item select ${breakdown}, ${dimensionId}, ${itemId}
        where not exists (select from breakdown_item where breakdown_id = ${breakdown} and item_id = ${itemId})`.execute(
        this.database.db,
      );
      await this.#breaksDown(indicator, dimensionId);
    }
    return breakdown;
  }

  /** Asks first: even a statement that inserts nothing counts as a change of what is public. */
  async #breaksDown(indicator: string, dimension: string): Promise<void> {
    const { rows } = await sql`select from indicator_dimension
      where indicator_id = ${indicator} and dimension_id = ${dimension}`.execute(this.database.db);
    if (rows.length > 0) return;
    await sql`insert into indicator_dimension values (${indicator}, ${dimension}, ${dimension})`.execute(
      this.database.db,
    );
  }

  async #source(one: PrintOf): Promise<string> {
    const date = parseUncertainDate(one.sourceDate ?? '2024-01-01');
    return this.#findOrInsert(
      'source',
      { code: one.source ?? `SOURCE_OF_${one.release}` },
      {
        publisher_id: await this.agency(one.publisher ?? 'NSO'),
        published_on: date.date,
        published_precision: date.precision,
        published_earliest: date.earliest,
        published_latest: date.latest,
        first_release_id: one.isOwnDocument ? await this.release(one.release) : null,
      },
    );
  }

  async #findOrInsert(table: string, key: object, rest: object = {}): Promise<string> {
    const conditions = Object.entries(key).map(
      ([column, value]) => sql`${sql.ref(column)} is not distinct from ${value}`,
    );
    const found = await sql<{
      id: string;
    }>`select id::text from ${sql.table(table)} where ${sql.join(conditions, sql` and `)}`.execute(this.database.db);
    return found.rows[0]?.id ?? this.#insert(table, { ...key, ...rest });
  }

  async #insert(table: string, row: object): Promise<string> {
    const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)));
    const values = sql.join(Object.values(row).map((value: unknown) => sql`${value}`));
    const { rows } = await sql<{ id: string }>`
      insert into ${sql.table(table)} (${columns}) values (${values}) returning id::text`.execute(this.database.db);
    return rows[0]!.id;
  }
}
