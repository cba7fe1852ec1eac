import { CodeTable } from '../../kernel/code-table.js';
import { referenceTable } from '../../kernel/reading.js';
import { Unit } from './unit.type.js';

/** All units, by code. */
export const unitTable = referenceTable(async ({ db }) => {
  const rows = await db.selectFrom('unit').selectAll().execute();
  return new CodeTable(
    'unit',
    rows.map((row) => [row.id, new Unit(row)]),
  );
});
