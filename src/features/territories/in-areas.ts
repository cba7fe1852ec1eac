import type { RawBuilder } from 'kysely';
import { liesBelow } from '../../kernel/listing.js';
import type { TerritoryTable } from './territory.table.js';

/** Whether `column`, a unit, lies in the area of the unit `parent.id`, one of `units`. */
export const inAreas = (table: TerritoryTable, units: readonly number[], column: string): RawBuilder<boolean> =>
  liesBelow(
    column,
    units.flatMap((unit) => table.areaOf(table.row(unit)).map(({ row }) => [unit, row.id] as const)),
  );
