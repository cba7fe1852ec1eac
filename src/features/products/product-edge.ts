import { type RawBuilder, sql } from 'kysely';
import { liesBelow } from '../../kernel/listing.js';
import type { Reading } from '../../kernel/reading.js';
import { groupTable, withAllBelow } from '../groups/group.table.js';
import { inAreas } from '../territories/in-areas.js';
import { territoryTable } from '../territories/territory.table.js';
import type { Days } from './in-force.js';

/** What hangs below a parent in a list: a condition on a product `p` and its `parent.id`. */
export interface ProductEdge {
  name: string;
  where: (reading: Reading, parents: readonly number[]) => Promise<RawBuilder<boolean>> | RawBuilder<boolean>;
  /** Days on which products have to be valid, told by the parent. */
  days?: Days;
}

export const ALL: ProductEdge = { name: 'all', where: () => sql<boolean>`true` };
export const OF_PRODUCER: ProductEdge = { name: 'producer', where: () => sql<boolean>`p.producer_id = parent.id` };

/** In a unit, in all that ever lay in it, and in the area that it took over. */
export const OF_TERRITORY: ProductEdge = {
  name: 'territory',
  where: async (reading, parents) => inAreas(await reading.table(territoryTable), parents, 'p.territory_id'),
};

/** In a group and all that lies in it. */
export const OF_GROUP: ProductEdge = {
  name: 'group',
  where: async (reading, parents) => {
    const table = await reading.table(groupTable);
    return liesBelow(
      'p.group_id',
      parents.flatMap((parent) => withAllBelow(table.row(parent)).map(({ row }) => [parent, row.id] as const)),
    );
  },
};
