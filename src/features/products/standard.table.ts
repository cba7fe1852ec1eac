import { CodeTable } from '../../kernel/code-table.js';
import { referenceTable } from '../../kernel/reading.js';
import { Standard } from './certificate.type.js';

/** Standards by code. */
export const standardTable = referenceTable(async ({ db }) => {
  const rows = await db.selectFrom('standard').selectAll().execute();
  return new CodeTable(
    'standard',
    rows.map((row) => [row.id, new Standard(row)]),
  );
});
