import { dayOf } from '../../kernel/day.js';
import { liesBelow } from '../../kernel/listing.js';
import type { Reading } from '../../kernel/reading.js';
import { unitsOnBoundariesOf } from '../territories/boundary.js';
import { territoryTable } from '../territories/territory.table.js';
import type { Edge } from './observation-page.query.js';

/** Figures of the units of today that hold the area of a unit, and of their predecessors. */
export async function ofTerritoryToday(reading: Reading): Promise<Edge> {
  const [table, today] = [await reading.table(territoryTable), dayOf(reading.moment)];
  const pairsOf = (parent: number) =>
    unitsOnBoundariesOf(today, table.row(parent)).map(({ row }) => [parent, row.id] as const);
  return {
    name: 'territory today',
    where: (_moment, _asOf, parents) => liesBelow('o.territory_id', parents.flatMap(pairsOf)),
  };
}
