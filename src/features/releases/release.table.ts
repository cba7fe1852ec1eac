import { CodeTable } from '../../kernel/code-table.js';
import { momentOfRow } from '../../kernel/database-moment.js';
import { referenceTable } from '../../kernel/reading.js';
import { Release } from './release.type.js';

/** Releases whose moment has come, by code. */
export const releaseTable = referenceTable(async ({ db, moment }) => {
  const rows = await db.selectFrom('release').where('published_at', '<=', moment).selectAll().execute();
  return new CodeTable(
    'release',
    rows.map((row) => [row.id, new Release({ ...row, published_at: momentOfRow(row.published_at!) })]),
  );
});
