import { sql } from 'kysely';
import type { Database } from '../../src/kernel/database.js';

/** What a test says of a project; whatever it leaves out is unknown. */
export interface ProjectOf {
  slug: string;
  name: string;
  nameEn?: string;
  kind?: string;
  stage?: string;
  stageOn?: string;
  isStageInferred?: boolean;
  establishedOn?: string;
  area?: string;
  plannedArea?: string;
  areaNote?: string;
  capacity?: string;
  investor?: string;
  investorEn?: string;
  /** A code and a day, where a code alone names more than one unit. */
  territory?: string;
  place?: string;
  note?: string;
  source?: string;
  locator?: string;
  /** In the order in which they are listed, whatever their dates. */
  capital?: CapitalOf[];
  progress?: ProgressOf[];
}

export interface CapitalOf {
  on?: string;
  value: string;
  multiplier?: number;
  qualifier?: string;
  isPreliminary?: boolean;
  decision?: string;
  note?: string;
  source?: string;
}

export interface ProgressOf {
  on?: string;
  text: string;
  textEn?: string;
  source?: string;
  locator?: string;
}

/** Writes projects as the database has them. */
export class ProjectFactory {
  constructor(private readonly database: () => Database) {}

  async make(...projects: ProjectOf[]): Promise<void> {
    for (const project of projects) await this.#project(project);
  }

  async #project(one: ProjectOf): Promise<void> {
    const id = await this.#insert('project', {
      slug: one.slug,
      name_vi: one.name,
      name_en: one.nameEn,
      kind: one.kind ?? 'ENERGY',
      stage: one.stage,
      stage_on: one.stageOn,
      stage_inferred: one.isStageInferred ?? false,
      established_on: one.establishedOn,
      area_hectares: one.area,
      planned_area_hectares: one.plannedArea,
      area_note_vi: one.areaNote,
      capacity_megawatts: one.capacity,
      investor_vi: one.investor,
      investor_en: one.investorEn,
      territory_id: one.territory === undefined ? null : await this.#territory(one.territory),
      place: one.place,
      note_vi: one.note,
      source_id: one.source === undefined ? null : await this.#source(one.source),
      locator: one.locator,
    });
    for (const [at, capital] of (one.capital ?? []).entries()) await this.#capital(id, at + 1, capital);
    for (const [at, progress] of (one.progress ?? []).entries()) await this.#progress(id, at + 1, progress);
  }

  async #capital(project: number, position: number, one: CapitalOf): Promise<void> {
    await this.#insert('project_capital', {
      project_id: project,
      position,
      stated_on: one.on,
      value: one.value,
      unit_id: await this.#idOf('unit', 'VND'),
      unit_multiplier: one.multiplier ?? 9,
      qualifier: one.qualifier,
      is_preliminary: one.isPreliminary ?? false,
      decision: one.decision,
      note_vi: one.note,
      source_id: await this.#source(one.source ?? 'ANY_SOURCE'),
    });
  }

  async #progress(project: number, position: number, one: ProgressOf): Promise<void> {
    await this.#insert('project_progress', {
      project_id: project,
      position,
      noted_on: one.on,
      text_vi: one.text,
      text_en: one.textEn,
      source_id: await this.#source(one.source ?? 'ANY_SOURCE'),
      locator: one.locator,
    });
  }

  async #territory(text: string): Promise<number> {
    const [code, day = '2024-06-06'] = text.split('@');
    const { rows } = await sql<{ id: number }>`select id from territory where code = ${code}
      and coalesce(valid_from <= ${day}::date, true) and coalesce(${day}::date < valid_to, true)`.execute(
      this.database().db,
    );
    return rows[0]!.id;
  }

  /** Found by its code, else made as what the statistics office published on 1 January 2024. */
  async #source(code: string): Promise<number> {
    const found = await this.#find('source', code);
    return (
      found ??
      this.#insert('source', {
        code,
        publisher_id: await this.#idOf('agency', 'NSO'),
        published_on: '2024-01-01',
        published_precision: 'DAY',
        published_earliest: '2024-01-01',
        published_latest: '2024-01-01',
      })
    );
  }

  async #idOf(table: string, code: string): Promise<number> {
    return (await this.#find(table, code))!;
  }

  async #find(table: string, code: string): Promise<number | null> {
    const { rows } = await sql<{ id: number }>`select id from ${sql.table(table)} where code = ${code}`.execute(
      this.database().db,
    );
    return rows[0]?.id ?? null;
  }

  async #insert(table: string, row: object): Promise<number> {
    const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)));
    const values = sql.join(Object.values(row).map((value: unknown) => sql`${value ?? null}`));
    const { rows } = await sql<{ id: number }>`
      insert into ${sql.table(table)} (${columns}) values (${values}) returning id`.execute(this.database().db);
    return rows[0]!.id;
  }
}
