import { sql } from 'kysely';
import type { Server } from './server.js';

/** An administrative unit as a test says it; a day left out is before our records or still to come. */
export interface UnitOf {
  code: string;
  name?: string;
  from?: string;
  to?: string;
  successors?: string[];
  hasAllPredecessors?: boolean;
}

/** Writes provinces. */
export async function unitsExist({ database }: Server, units: UnitOf[]): Promise<void> {
  for (const { code, name = code, from = null, to = null, successors = [], hasAllPredecessors = false } of units) {
    await sql`insert into territory (code, name, type, level, valid_from, valid_to, successor_codes, has_all_predecessors)
      values (${code}, ${name}, 'PROVINCE', 'PROVINCE', ${from}, ${to}, ${successors}::text[], ${hasAllPredecessors})`.execute(
      database.db,
    );
  }
}
