import { type Kysely, sql } from 'kysely';
import type { Tables } from '../kernel/tables.js';
import type { Incoming } from './kind.js';
import type { WrongCells } from './wrong-cells.js';

/** Two rows may not be the same print. */
export async function refuseTwins(
  db: Kysely<Tables>,
  { pathOf }: Pick<Incoming, 'pathOf'>,
  wrongs: WrongCells,
): Promise<void> {
  const { rows } = await sql<{ line: number; first: number }>`
    select t.line, twin.first from (
      select observation_id, source_id, locator, corrects_id, min(line) as first
      from told_print group by 1, 2, 3, 4 having count(*) > 1) twin
    join told_print t on (t.observation_id, t.source_id) = (twin.observation_id, twin.source_id)
      and t.locator is not distinct from twin.locator and t.corrects_id is not distinct from twin.corrects_id
    where t.line > twin.first order by t.line limit 1000`.execute(db);
  for (const { line, first } of rows) {
    const message = `is about the same figure in the same document and place as ${pathOf(first, null)}.`;
    wrongs.add(line, { column: null, message, value: null });
  }
  wrongs.refuseIfAny();
}
