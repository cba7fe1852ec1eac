import { sql } from 'kysely';
import type { Server } from './server.js';

/** An administrative unit as a test says it; a day left out is before our records or still to come. */
export interface UnitOf {
  code: string;
  name?: string;
  from?: string;
  to?: string;
  successors?: string[];
}

/** Writes provinces. */
export async function unitsExist({ database }: Server, units: UnitOf[]): Promise<void> {
  for (const { code, name = code, from = null, to = null, successors = [] } of units) {
    await sql`insert into territory (code, name, type, level, valid_from, valid_to, successor_codes)
      values (${code}, ${name}, 'PROVINCE', 'PROVINCE', ${from}, ${to}, ${successors}::text[])`.execute(database.db);
  }
}
