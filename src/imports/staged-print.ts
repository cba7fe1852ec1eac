import { type Kysely, sql } from 'kysely';
import type { Tables } from '../kernel/tables.js';

/** Rows of a file as the columns of a table that lasts as long as the transaction. */
export const STAGED: Readonly<Record<string, string>> = {
  line: 'integer', indicator_id: 'integer', territory_id: 'integer', breakdown_key: 'text', period_start: 'date',
  period_end: 'date', publisher_id: 'integer', source_id: 'integer', locator: 'text', status: 'text', value: 'numeric',
  unit_multiplier: 'smallint', qualifier: 'text', changes: 'jsonb', has_break: 'boolean', note_vi: 'text', note_en: 'text',
  corrects_release_id: 'integer', is_withdrawal: 'boolean', reason_vi: 'text', reason_en: 'text',
}; // prettier-ignore

/** What makes each row of the file the print it is: its figure, document and place, and the print that it mends. */
const TOLD = 'line integer, observation_id bigint, source_id integer, locator text, corrects_id bigint';

/** The same, with the print of the draft that the row meets, and what is done with it. */
const COMPARED = `${TOLD}, breakdown_id integer, period_days integer, own_id bigint, outcome text`;

/** What a print states, beside what it is about. */
export const STATED = [
  'status', 'value', 'unit_multiplier', 'qualifier', 'changes', 'has_break', 'note_vi', 'note_en', 'is_withdrawal',
  'reason_vi', 'reason_en',
]; // prettier-ignore

/** Makes the tables that rows of a file are staged, compared and told apart in; they last as long as the transaction. */
export async function makeStage(db: Kysely<Tables>): Promise<void> {
  const columns = Object.entries(STAGED).map(([name, type]) => `${name} ${type}`);
  const tables = { incoming_print: columns.join(', '), compared_print: COMPARED, told_print: TOLD };
  await sql`set local work_mem = '128MB'`.execute(db);
  for (const [name, of] of Object.entries(tables))
    await sql`create temp table ${sql.table(name)} (${sql.raw(of)}) on commit drop`.execute(db);
}
