import { type RawBuilder, sql } from 'kysely';
import type { Qualifier } from '../../kernel/printed-change.js';
import { keptRows } from '../../kernel/kept-rows.js';
import type { Reading } from '../../kernel/reading.js';
import { type JoinedProducer, PRODUCER_COLUMNS, producerMaker } from '../producers/producer-rows.js';
import { Citation } from '../sources/citation.type.js';
import { sourceTable } from '../sources/source.table.js';
import { EventZone } from './event-scale.type.js';
import { Exhibit, type ExhibitRow } from './exhibit.type.js';

interface JoinedExhibit extends ExhibitRow, JoinedProducer {
  source_id: number | null;
  locator: string | null;
  zone_vi: string | null;
  zone_en: string | null;
  zone_booths: number | null;
  zone_qualifier: Qualifier | null;
}

/** Joined to an exhibit `x`. */
const EXHIBIT_JOINS: RawBuilder<unknown> = sql`join producer m on m.id = x.producer_id
  left join event_zone z on z.id = x.zone_id`;

/** Columns of an exhibit `x`, its producer `m` and its zone `z`. */
const EXHIBIT_COLUMNS: RawBuilder<unknown> = sql`x.id, x.event_id, x.booth, x.source_id, x.locator,
  z.name_vi as zone_vi, z.name_en as zone_en, z.booths as zone_booths, z.booths_qualifier as zone_qualifier,
  ${PRODUCER_COLUMNS}`;

/** Makes an exhibit of its row. */
async function exhibitMaker(reading: Reading): Promise<(row: JoinedExhibit) => Exhibit> {
  const [makeProducer, sources] = await Promise.all([producerMaker(reading), reading.table(sourceTable)]);
  return (row) =>
    new Exhibit(row, {
      producer: makeProducer(row)!,
      zone: zoneOf(row),
      citation: row.source_id === null ? null : new Citation(sources.row(row.source_id), row.locator),
    });
}

function zoneOf({ zone_vi: vi, zone_en: en, zone_booths: value, zone_qualifier: qualifier }: JoinedExhibit) {
  return vi === null ? null : new EventZone(vi, en, value === null ? null : { value, qualifier });
}

/** Exhibits by row. */
export const exhibitRows = keptRows(async (reading, ids) => {
  const make = await exhibitMaker(reading);
  const { rows } = await sql<JoinedExhibit>`
    select ${EXHIBIT_COLUMNS} from exhibit x ${EXHIBIT_JOINS} where x.id = any(${ids}::integer[])`.execute(reading.db);
  return new Map(rows.map((row) => [row.id, make(row)]));
});
