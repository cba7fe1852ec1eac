import { type RawBuilder, sql } from 'kysely';
import type { TerritoryTable } from './territory.table.js';

/** Whether `column`, a unit, lies in the area of the unit `parent.id`: for lists of what lies in units. */
export const inAreasOf =
  (table: TerritoryTable, column: RawBuilder<unknown>) =>
  (parents: readonly number[]): RawBuilder<unknown> => {
    const pairs = parents.flatMap((parent) => table.areaOf(table.row(parent)).map(({ row }) => [parent, row.id]));
    if (parents.length === 1) return sql`${column} = any(${pairs.map(([, unit]) => unit)}::integer[])`;
    return sql`(parent.id, ${column}) in (select * from
      unnest(${pairs.map(([parent]) => parent)}::integer[], ${pairs.map(([, unit]) => unit)}::integer[]))`;
  };
