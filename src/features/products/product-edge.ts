import { type RawBuilder, sql } from 'kysely';
import type { Reading } from '../../kernel/reading.js';
import { groupTable, withAllBelow } from '../groups/group.table.js';
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

/** Pairs of a parent and a row that lies in it. */
const pairs = (column: string, of: readonly (readonly [number, number])[]): RawBuilder<boolean> => {
  const [parents, rows] = [of.map(([parent]) => parent), of.map(([, row]) => row)];
  return sql<boolean>`${sql.ref(column)} in (
    select lies.id from unnest(${parents}::integer[], ${rows}::integer[]) as lies(parent, id) where lies.parent = parent.id)`;
};

/** In a unit, in all that ever lay in it, and in the area that it took over. */
export const OF_TERRITORY: ProductEdge = {
  name: 'territory',
  where: async (reading, parents) => {
    const table = await reading.table(territoryTable);
    return pairs(
      'p.territory_id',
      parents.flatMap((parent) => table.areaOf(table.row(parent)).map(({ row }) => [parent, row.id] as const)),
    );
  },
};

/** In a group and all that lies in it. */
export const OF_GROUP: ProductEdge = {
  name: 'group',
  where: async (reading, parents) => {
    const table = await reading.table(groupTable);
    return pairs(
      'p.group_id',
      parents.flatMap((parent) => withAllBelow(table.row(parent)).map(({ row }) => [parent, row.id] as const)),
    );
  },
};
