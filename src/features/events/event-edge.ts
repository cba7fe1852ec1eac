import { type RawBuilder, sql } from 'kysely';
import type { Reading } from '../../kernel/reading.js';
import { inAreas } from '../territories/in-areas.js';
import { territoryTable } from '../territories/territory.table.js';

/** What hangs below a parent in a list: events `e`, from tables and under conditions that may name `parent.id`. */
export interface EventEdge {
  name: string;
  from: RawBuilder<unknown>;
  where: (reading: Reading, parents: readonly number[]) => Promise<RawBuilder<unknown>[]>;
}

const unconditionally = async (): Promise<RawBuilder<unknown>[]> => [];

/** Each event once, however often it is among these ids; the ids lead, because they are few. */
const ofIds = (name: string, ids: RawBuilder<unknown>): EventEdge => ({
  name,
  from: sql`(${ids}) shown join event e on e.id = shown.event_id`,
  where: unconditionally,
});

export const ALL: EventEdge = { name: 'all', from: sql`event e`, where: unconditionally };

export const OF_PRODUCT = ofIds(
  'product',
  sql`select distinct event_id from exhibit_product where product_id = parent.id`,
);

export const OF_PRODUCER = ofIds('producer', sql`select distinct event_id from exhibit where producer_id = parent.id`);

/** Held in a unit, in all that ever lay in it, and in the area that it took over. */
export const OF_TERRITORY: EventEdge = {
  name: 'territory',
  from: sql`event e`,
  where: async (reading, parents) => [inAreas(await reading.table(territoryTable), parents, 'e.territory_id')],
};
