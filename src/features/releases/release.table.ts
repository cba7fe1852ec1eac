import { CodeTable } from '../../kernel/code-table.js';
import { momentOfRow } from '../../kernel/database-moment.js';
import { referenceTable } from '../../kernel/reading.js';
import { Release, type ReleaseRow, ReleaseWithdrawal } from './release.type.js';

const COLUMNS = ['id', 'code', 'title_vi', 'title_en', 'covers_vi', 'covers_en', 'published_at'] as const;

const rowOf = ({ published_at: at, ...row }: Omit<ReleaseRow, 'published_at'> & { published_at: string | null }) => ({
  ...row,
  published_at: momentOfRow(at!),
});

/** Releases whose moment has come, by code. */
export const releaseTable = referenceTable(async ({ db, moment }) => {
  // What takes back another is made after it, and stands first here.
  const rows = await db
    .selectFrom('release')
    .where('published_at', '<=', moment)
    .select([...COLUMNS, 'withdrawn_by_id', 'reason_vi', 'reason_en'])
    .orderBy('id', 'desc')
    .execute();
  const made = new Map<number, { release: Release; reasons: (typeof rows)[number] }>();
  for (const row of rows) {
    const by = row.withdrawn_by_id === null ? undefined : made.get(row.withdrawn_by_id);
    const fate = by ? new ReleaseWithdrawal(by.release, by.reasons) : 'STANDS';
    made.set(row.id, { release: new Release(rowOf(row), fate), reasons: row });
  }
  return new CodeTable(
    'release',
    [...made].map(([id, { release }]) => [id, release]),
  );
});

/**
 * Releases that are announced and still to come. A table of its own, so that nothing which is published, and names a release,
 * can name one of these.
 */
export const announcedTable = referenceTable(async ({ db, moment }) => {
  const rows = await db
    .selectFrom('release')
    .where('published_at', '>', moment)
    .where('is_announced', '=', true)
    .select(COLUMNS)
    .execute();
  return new CodeTable(
    'release',
    rows.map((row) => [row.id, new Release(rowOf(row), 'TO_COME')]),
  );
});
