import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyTable } from '@mikro-orm/sql';

export type TerritoryLevel = 'COUNTRY' | 'PROVINCE' | 'DISTRICT' | 'COMMUNE';
export type TerritoryType =
  | 'COUNTRY'
  | 'PROVINCE'
  | 'CENTRALLY_RUN_CITY'
  | 'DISTRICT'
  | 'PROVINCIAL_CITY'
  | 'TOWN'
  | 'COMMUNE'
  | 'WARD'
  | 'TOWNSHIP'
  | 'SPECIAL_ZONE';

/** Administrative units over time: a code and a day name one unit. `validTo` is exclusive. */
export const Territories = defineEntity({
  name: 'Territory',
  tableName: 'territory',
  properties: {
    id: p.integer().primary().autoincrement(),
    code: p.text(),
    name: p.text(),
    type: p.text().$type<TerritoryType>(),
    level: p.text().$type<TerritoryLevel>(),
    parentId: p.integer().nullable(),
    validFrom: p.date().nullable(),
    validTo: p.date().nullable(),
    /** Codes that took over on `validTo`; a code without a row of its own is kept and reported. */
    successorCodes: p.array(),
    /** Whether all units whose area it took over have rows; lists are often of the units that documents name. */
    hasAllPredecessors: p.boolean().default(false),
    abbreviations: p.array().nullable(),
  },
});

declare module '../../kernel/tables.js' {
  interface Tables {
    territory: InferKyselyTable<typeof Territories>;
  }
}
