import { sql } from 'kysely';
import type { EventKind, PartyRole } from '../../src/features/events/event.entity.js';
import type { Database } from '../../src/kernel/database.js';
import { folded } from '../../src/kernel/folded.js';

/** What a test says of an event: columns of its table, and what hangs below it. All it leaves out is not known. */
export interface EventOf {
  name: string;
  /** Made of its name unless told. */
  slug?: string | undefined;
  nameEn?: string | undefined;
  kind?: EventKind;
  /** Slug of its parent. */
  parent?: string;
  /** A code and a day, where a code alone names more than one unit. */
  territory?: string;
  /** The planned start and end unless told otherwise by `columns`. */
  from?: string | undefined;
  to?: string | undefined;
  columns?: Record<string, unknown>;
  venues?: string[];
  parties?: Partial<Record<PartyRole, string[]>>;
  zones?: [name: string, booths: number | null][];
  /** Codes of sources, each with a place in it. */
  sources?: Record<string, string | null>;
}

export interface ExhibitOf {
  /** Slugs. */
  event: string;
  producer: string;
  products?: string[];
  booth?: string;
  zone?: string;
}

export const slugOf = (name: string): string => folded(name).replaceAll(' ', '-');

type Row = Record<string, unknown>;

/** Writes events as the database has them, with whatever they stand on: what a staff tool would do, by hand. */
export class EventFactories {
  constructor(private readonly database: () => Database) {}

  /** Answers its slug. */
  async event(one: EventOf): Promise<string> {
    const slug = one.slug ?? slugOf(one.name);
    const id = await this.#insert('event', {
      slug,
      name_vi: one.name,
      name_en: one.nameEn ?? null,
      kind: one.kind ?? 'TRADE_FAIR',
      parent_id: one.parent ? await this.#row('event', one.parent) : null,
      territory_id: one.territory ? await this.#territory(one.territory) : null,
      planned_start: one.from ?? null,
      planned_end: one.to ?? null,
      ...one.columns,
    });
    await this.#below(id, one);
    return slug;
  }

  async #below(id: number, { venues = [], parties = {}, zones = [], sources = {} }: EventOf): Promise<void> {
    await this.#list('event_venue', id, venues.map(nameOf));
    for (const [role, names] of Object.entries(parties))
      await this.#list('event_party', id, names.map((name) => ({ role, ...nameOf(name) }))); // prettier-ignore
    await this.#list(
      'event_zone',
      id,
      zones.map(([name, booths]) => ({ ...nameOf(name), booths })),
    );
    const cited = Object.entries(sources);
    const places = await Promise.all(cited.map(async ([code, locator]) => ({ source_id: await this.#source(code), locator }))); // prettier-ignore
    await this.#list('event_source', id, places);
  }

  async change(slug: string, columns: Row): Promise<void> {
    const set = Object.entries(columns).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
    await sql`update event set ${sql.join(set)} where slug = ${slug}`.execute(this.database().db);
  }

  /** A producer, a product of it: by name, answers the slug. Made unless it is there already. */
  producer(name: string): Promise<string> {
    return this.#named('producer', name);
  }

  product(name: string, producer: string | null = null, columns: Row = {}): Promise<string> {
    return this.#named('product', name, { ...columns, producer_id: producer && this.#row('producer', producer) });
  }

  async exhibit({ event, producer, products = [], booth, zone }: ExhibitOf): Promise<void> {
    const eventId = await this.#row('event', event);
    const id = await this.#insert('exhibit', {
      event_id: eventId,
      producer_id: await this.#row('producer', producer),
      booth: booth ?? null,
      zone_id: zone ? await this.#zone(eventId, zone) : null,
    });
    for (const product of products) {
      const row = { exhibit_id: id, event_id: eventId, product_id: await this.#row('product', product) };
      await this.#insert('exhibit_product', row, 'exhibit_id');
    }
  }

  async #named(table: string, name: string, columns: Row = {}): Promise<string> {
    const slug = slugOf(name);
    const values = await Promise.all(Object.entries(columns).map(async ([column, value]) => [column, await value]));
    if ((await this.#find(table, sql`slug = ${slug}`)) === null)
      await this.#insert(table, { slug, name_vi: name, ...(Object.fromEntries(values) as Row) });
    return slug;
  }

  async #territory(text: string): Promise<number> {
    const [code, day = '2024-06-06'] = text.split('@');
    const found = await this.#find(
      'territory',
      sql`code = ${code} and coalesce(valid_from <= ${day}::date, true) and coalesce(${day}::date < valid_to, true)`,
    );
    return found ?? this.#insert('territory', { code, name: code, type: 'PROVINCE', level: 'PROVINCE' });
  }

  async #source(code: string): Promise<number> {
    return (await this.#find('source', sql`code = ${code}`)) ?? this.#insert('source', { code });
  }

  async #zone(event: number, name: string): Promise<number> {
    return (await this.#find('event_zone', sql`event_id = ${event} and name_vi = ${name}`))!;
  }

  async #row(table: string, slug: string): Promise<number> {
    const id = await this.#find(table, sql`slug = ${slug}`);
    if (id === null) throw new Error(`there is no ${table} ${slug}`);
    return id;
  }

  async #find(table: string, where: ReturnType<typeof sql>): Promise<number | null> {
    const { rows } = await sql<{ id: number }>`select id from ${sql.table(table)} where ${where}`.execute(
      this.database().db,
    );
    return rows[0]?.id ?? null;
  }

  async #list(table: string, event: number, rows: Row[]): Promise<void> {
    const { db } = this.database();
    const { rows: last } = await sql<{ at: number }>`select count(*)::integer as at from ${sql.table(table)}
      where event_id = ${event}`.execute(db);
    for (const [at, row] of rows.entries())
      await this.#insert(table, { event_id: event, position: last[0]!.at + at, ...row });
  }

  async #insert(table: string, row: Row, key = 'id'): Promise<number> {
    const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)));
    const values = sql.join(Object.values(row).map((value) => sql`${value}`));
    const { rows } = await sql<{ id: number }>`
      insert into ${sql.table(table)} (${columns}) values (${values}) returning ${sql.ref(key)} as id`.execute(
      this.database().db,
    );
    return rows[0]!.id;
  }
}

const nameOf = (name: string): Row => ({ name_vi: name });
