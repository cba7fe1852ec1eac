import { type RawBuilder, sql } from 'kysely';
import { keptRows } from '../../kernel/kept-rows.js';
import type { Reading } from '../../kernel/reading.js';
import { Citation } from '../sources/citation.type.js';
import { sourceTable } from '../sources/source.table.js';
import { territoryTable } from '../territories/territory.table.js';
import type { ProducerKind } from './producer.entity.js';
import { Producer } from './producer.type.js';

/** A producer as joined to something: every column with `m_`. */
export interface JoinedProducer {
  m_id: number | null;
  m_slug: string;
  m_name_vi: string;
  m_name_en: string | null;
  m_sort_key: string;
  m_kind: ProducerKind | null;
  m_territory_id: number | null;
  m_place: string | null;
  m_source_id: number | null;
  m_locator: string | null;
}

/** Columns of a producer `m`. */
export const PRODUCER_COLUMNS: RawBuilder<unknown> = sql`m.id as m_id, m.slug as m_slug, m.name_vi as m_name_vi,
  m.name_en as m_name_en, m.sort_key as m_sort_key, m.kind as m_kind, m.territory_id as m_territory_id,
  m.place as m_place, m.source_id as m_source_id, m.locator as m_locator`;

/** Makes a producer of a row; null where none is joined. */
export async function producerMaker(reading: Reading): Promise<(row: JoinedProducer) => Producer | null> {
  const [territories, sources] = await Promise.all([reading.table(territoryTable), reading.table(sourceTable)]);
  return (row) => {
    if (row.m_id === null) return null;
    const parts = {
      id: row.m_id,
      slug: row.m_slug,
      name_vi: row.m_name_vi,
      name_en: row.m_name_en,
      sort_key: row.m_sort_key,
      kind: row.m_kind,
      place: row.m_place,
    };
    return new Producer(parts, {
      territory: row.m_territory_id === null ? null : territories.row(row.m_territory_id),
      citation: row.m_source_id === null ? null : new Citation(sources.row(row.m_source_id), row.m_locator),
    });
  };
}

/** Producers by row. */
export const producerRows = keptRows(async (reading, ids) => {
  const make = await producerMaker(reading);
  const { rows } = await sql<JoinedProducer & { m_id: number }>`
    select ${PRODUCER_COLUMNS} from producer m where m.id = any(${ids}::integer[])`.execute(reading.db);
  return new Map(rows.map((row) => [row.m_id, make(row)!]));
});
