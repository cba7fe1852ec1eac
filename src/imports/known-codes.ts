import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Item } from '../../seeds/breakdowns.js';
import { Codes, TerritoryCodes } from '../../seeds/codes.js';
import { Row } from '../../seeds/csv.js';
import type { Tables } from '../kernel/tables.js';

/** What figures and plans name by its code, as the database has it. */
export interface KnownCodes {
  indicators: Codes;
  dimensionsOf: Codes<readonly string[]>;
  items: Codes<Item>;
  territories: TerritoryCodes;
  agencies: Codes;
  /** Documents that can be cited. */
  sources: Codes;
  /** Whose prints can be corrected. */
  published: Codes;
}

interface Unit {
  id: number;
  code: string;
  valid_from: string | null;
  valid_to: string | null;
}

export async function knownCodes(db: Kysely<Tables>): Promise<KnownCodes> {
  const read = async <T>(query: RawBuilder<T>): Promise<T[]> => (await query.execute(db)).rows;
  const coded = async (kind: string, relation: RawBuilder<unknown>): Promise<Codes> => {
    const rows = await read(sql<{ id: number; code: string }>`select id, code from ${relation} t`);
    return new Codes(kind, new Map(rows.map(({ id, code }) => [code, id])));
  };
  const dimensions = await read(sql<{ code: string; dimensions: string[] }>`
    select i.code, array(select d.code from indicator_dimension x join dimension d on d.id = x.dimension_id
      where x.indicator_id = i.id) as dimensions from indicator i`);
  const units = await read(sql<Unit>`
    select id, code, valid_from::text as valid_from, valid_to::text as valid_to from territory`);
  return {
    indicators: await coded('indicator', sql`indicator`),
    dimensionsOf: new Codes('indicator', new Map(dimensions.map((row) => [row.code, row.dimensions]))),
    items: await knownItems(read),
    territories: new TerritoryCodes(
      units.map((unit) => new Row('', 0, unit)),
      units.map(({ id }) => id),
    ),
    agencies: await coded('agency', sql`agency`),
    sources: await coded(
      'source with a publisher and a date',
      sql`(select id, code from source where publisher_id is not null and published_latest is not null)`,
    ),
    published: await coded(
      'published release',
      sql`(select id, code from release where published_at <= clock_timestamp())`,
    ),
  };
}

async function knownItems(read: <T>(query: RawBuilder<T>) => Promise<T[]>): Promise<Codes<Item>> {
  const rows = await read(sql<Item & { code: string }>`
    select i.id, d.code as dimension, d.id as "dimensionId", i.position, d.code || '=' || i.code as code
    from dimension_item i join dimension d on d.id = i.dimension_id`);
  return new Codes('item', new Map(rows.map(({ code, ...item }) => [code, item])));
}
