import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../src/kernel/tables.js';
import { difference, keyOf, onlyOnes, refuseTwins, stated, type Wanted } from './compare.js';
import { type Columns, type SeededTable, specOf, type Stored } from './tables.js';

/** How many rows of each table were new, and how many changed. */
export interface SeedReport {
  inserted: Partial<Record<SeededTable, number>>;
  updated: Partial<Record<SeededTable, number>>;
}

/** Makes tables say what rows state, and writes only what is new or different: a statement for each, never one per row. */
export class Reconciler {
  readonly report: SeedReport = { inserted: {}, updated: {} };

  /** `stored` is what the database already has; kept up as rows are written. */
  constructor(
    readonly db: Kysely<Tables>,
    private readonly stored: Map<SeededTable, Stored[]>,
  ) {}

  /** The rows of a table that the seeds may be about. */
  rowsOf(table: SeededTable): Stored[] {
    const rows = this.stored.get(table) ?? [];
    this.stored.set(table, rows);
    return rows;
  }

  /** Writes what is missing or different; the ids of the rows in the order wanted, none for link tables. */
  async write<T extends SeededTable>(table: T, wanted: readonly Wanted<T>[]): Promise<number[]> {
    const found = this.#find(table, wanted);
    const changed = wanted.filter((want) => found.has(want) && difference(table, want, found.get(want)!) !== null);
    const columns = Object.keys(wanted[0]?.columns ?? {});
    await this.change(
      table,
      columns,
      changed.map((want) => Object.assign(found.get(want)!, stated(table, want))),
    );
    const missing = wanted.filter((want) => !found.has(want));
    const inserted = await this.add(table, missing);
    missing.forEach((want, at) => found.set(want, inserted[at]!));
    return wanted.map((want) => Number(found.get(want)!['id']));
  }

  /** As `write`, for rows of which several may be one and the same, and that others may have written before. */
  async identify<T extends SeededTable>(table: T, wanted: readonly Wanted<T>[]): Promise<number[]> {
    const key = specOf(table).keys[0]!;
    const distinct = new Map(wanted.map((want) => [keyOf(want.columns, key), want]));
    const rows = [...distinct.values()];
    const found = this.#find(table, rows);
    await this.#learn(
      table,
      rows.filter((want) => !found.has(want)),
    );
    const ids = await this.write(table, rows);
    const idOf = new Map([...distinct.keys()].map((text, at) => [text, ids[at]!]));
    return wanted.map((want) => idOf.get(keyOf(want.columns, key))!);
  }

  /** Changes nothing: a row that is missing or different is an error that says what stands. */
  async check<T extends SeededTable>(table: T, wanted: readonly Wanted<T>[], standing: string): Promise<number[]> {
    const found = this.#find(table, wanted);
    return wanted.map((want) => {
      const stored = found.get(want);
      if (!stored) throw want.row.wrong(null, `is not in ${standing}. Put it in a new release.`);
      const column = difference(table, want, stored);
      if (column === null) return Number(stored['id']);
      const [now, then] = [want.columns[column as keyof Columns<T>], stored[column]].map((cell) =>
        JSON.stringify(cell),
      );
      throw want.row.wrong(column, `${now} differs from ${then} in ${standing}. Put a correction in a new release.`);
    });
  }

  #find<T extends SeededTable>(table: T, wanted: readonly Wanted<T>[]): Map<Wanted<T>, Stored> {
    const { keys, fallback } = specOf(table);
    for (const key of keys) refuseTwins(wanted, key);
    const free = new Set(this.rowsOf(table));
    const found = new Map<Wanted<T>, Stored>();
    for (const key of keys) {
      const byKey = new Map([...free].map((stored) => [keyOf(stored, key), stored]));
      for (const want of wanted) {
        const stored = found.has(want) ? undefined : byKey.get(keyOf(want.columns, key));
        if (stored && free.delete(stored)) found.set(want, stored);
      }
    }
    const unfound = wanted.filter((want) => !found.has(want));
    if (fallback) for (const [want, stored] of onlyOnes(unfound, free, fallback)) found.set(want, stored);
    return found;
  }

  /** Reads rows that others than the seeds may have written. */
  async #learn(table: SeededTable, unknown: readonly { columns: object }[]): Promise<void> {
    if (unknown.length === 0) return;
    const known = specOf(table).keys[0]!.filter((column) =>
      unknown.every((want) => (want.columns as Stored)[column] !== null),
    );
    const { rows } = await sql<{ stored: Stored }>`select to_jsonb(t) as stored from ${sql.table(table)} t
      where (${columnsOf('t', known)}) in (select ${columnsOf('r', known)} from ${recordset(
        table,
        unknown.map((want) => want.columns),
      )} r)
    `.execute(this.db);
    const had = new Set(this.rowsOf(table).map((stored) => keyOf(stored, specOf(table).keys[0]!)));
    this.rowsOf(table).push(
      ...rows.map((row) => row.stored).filter((stored) => !had.has(keyOf(stored, specOf(table).keys[0]!))),
    );
  }

  /** Writes new rows; as the database has them then, in the same order. */
  async add(table: SeededTable, missing: readonly { columns: object }[]): Promise<Stored[]> {
    if (missing.length === 0) return [];
    const columns = Object.keys(missing[0]!.columns);
    const { rows } = await sql<{ stored: Stored }>`
      insert into ${sql.table(table)} as t (${sql.join(columns.map((column) => sql.ref(column)))})
      select ${columnsOf('r', columns)} from ${recordset(
        table,
        missing.map((want) => want.columns),
      )} with ordinality r
      order by r.ordinality returning to_jsonb(t) as stored`.execute(this.db);
    this.report.inserted[table] = (this.report.inserted[table] ?? 0) + rows.length;
    this.rowsOf(table).push(...rows.map((row) => row.stored));
    return rows.map((row) => row.stored);
  }

  /** Writes these columns of rows that are there already. */
  async change(table: SeededTable, columns: readonly string[], changed: readonly Stored[]): Promise<void> {
    if (changed.length === 0) return;
    const { isLink, keys } = specOf(table);
    const identity = isLink ? keys[0]! : ['id'];
    await sql`
      update ${sql.table(table)} t set ${sql.join(columns.map((column) => sql`${sql.ref(column)} = r.${sql.ref(column)}`))}
      from ${recordset(table, changed)} r where (${columnsOf('t', identity)}) = (${columnsOf('r', identity)})`.execute(
      this.db,
    );
    this.report.updated[table] = (this.report.updated[table] ?? 0) + changed.length;
  }
}

const columnsOf = (alias: string, columns: readonly string[]): RawBuilder<unknown> =>
  sql.join(columns.map((column) => sql.ref(`${alias}.${column}`)));

/** Rows as a relation with the table's own types; one parameter, however many they are. */
const recordset = (table: SeededTable, rows: readonly object[]): RawBuilder<unknown> =>
  sql`jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::text::jsonb)`;
