import { sql } from 'kysely';
import type { Database } from '../../src/kernel/database.js';
import { folded } from '../../src/kernel/folded.js';

/** What a test says of a recognition; the document is made up. */
export interface RecognitionOf {
  kind?: string;
  stars?: number;
  issuedOn?: string;
  validUntil?: string;
  score?: string;
}

/** What a test says of a product; whatever it leaves out is unknown. */
export interface ProductOf {
  slug?: string;
  nameEn?: string;
  /** Name of its producer, made where there is none. */
  producer?: string;
  producerKind?: string;
  /** A code and a day, where a code alone names more than one unit. */
  territory?: string;
  group?: string;
  keywords?: string[];
  stars?: number;
  issuedOn?: string;
  recognitions?: RecognitionOf[];
}

export const slugOf = (name: string): string => folded(name).replaceAll(' ', '-').slice(0, 80);

/** Writes rows of the catalogue as the database has them, with whatever they stand on. */
export class Catalogue {
  constructor(private readonly database: Database) {}

  async product(name: string, of: ProductOf = {}): Promise<string> {
    const slug = of.slug ?? slugOf(name);
    const producer = of.producer ? await this.producer(of.producer, of.producerKind, of.territory) : null;
    const territory = of.territory ? await this.territory(of.territory) : null;
    const group = of.group ? await this.id('product_group', 'code', of.group) : null;
    const id = await this.insert('product', {
      slug, name_vi: name, name_en: of.nameEn ?? null, producer_id: producer, territory_id: territory, group_id: group,
      keywords: of.keywords ?? null,
    }); // prettier-ignore
    const starred = of.stars ? [{ kind: 'OCOP', stars: of.stars, issuedOn: of.issuedOn }] : [];
    for (const one of [...starred, ...(of.recognitions ?? [])] as RecognitionOf[]) await this.recognition(id, one);
    return slug;
  }

  async producer(name: string, kind = 'ENTERPRISE', territory?: string): Promise<number> {
    const slug = slugOf(name);
    const held = await this.id('producer', 'slug', slug);
    const territory_id = territory ? await this.territory(territory) : null;
    return held ?? this.insert('producer', { slug, name_vi: name, kind, territory_id });
  }

  async recognition(product: number, of: RecognitionOf): Promise<number> {
    return this.insert('recognition', {
      product_id: product,
      kind: of.kind ?? 'OCOP',
      stars: of.stars ?? null,
      score: of.score ?? null,
      issued_on: of.issuedOn ?? null,
      valid_until: of.validUntil ?? null,
      source_id: await this.source('CATALOGUE'),
    });
  }

  async source(code: string): Promise<number> {
    const held = await this.id('source', 'code', code);
    return held ?? this.insert('source', { code, title: `Document ${code}`, address: `https://example.vn/${code}` });
  }

  async territory(named: string): Promise<number> {
    const [code, day] = named.split('@');
    const { rows } = await sql<{
      id: number;
    }>`select id from territory where code = ${code} and (${day ?? null}::date is null
      or (coalesce(valid_from, '-infinity') <= ${day ?? null}::date and ${day ?? null}::date < coalesce(valid_to, 'infinity')))
      order by valid_from nulls first`.execute(this.database.db);
    return rows[0]!.id;
  }

  async id(table: string, column: string, value: string): Promise<number | null> {
    const { rows } = await sql<{ id: number }>`
      select id from ${sql.table(table)} where ${sql.ref(column)} = ${value}`.execute(this.database.db);
    return rows[0]?.id ?? null;
  }

  async insert(table: string, row: Record<string, unknown>): Promise<number> {
    const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)));
    const { rows } = await sql<{ id: number }>`
      insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))}) returning id`.execute(
      this.database.db,
    );
    return rows[0]!.id;
  }
}
