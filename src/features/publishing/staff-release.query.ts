import { type Kysely, type RawBuilder, sql } from 'kysely';
import { momentOfRow } from '../../kernel/database-moment.js';
import { cursorIn, keysetPage, keysetWindow, type Order } from '../../kernel/keyset.js';
import type { Context } from '../../kernel/context.js';
import { type Page, type PageArgs, pageOfRows } from '../../kernel/page.js';
import type { Tables } from '../../kernel/tables.js';
import { unseen } from '../../kernel/unseen.js';
import type { ReleaseState } from '../releases/release-state.type.js';
import { StaffRelease, type StaffReleaseRow } from './staff-release.type.js';

/** Now, by the clock of the database as it runs on within a transaction. */
export const CLOCK: RawBuilder<string> = sql<string>`clock_timestamp()`;

/** Where a release `r` stands at a moment. */
const stateAt = (moment: RawBuilder<string>): RawBuilder<ReleaseState> => sql<ReleaseState>`case
  when r.published_at is null then 'DRAFT' when r.published_at > ${moment} then 'SCHEDULED'
  when r.withdrawn_by_id is not null then 'WITHDRAWN' else 'PUBLISHED' end`;

async function rowsOf(
  db: Kysely<Tables>,
  moment: RawBuilder<string>,
  which: RawBuilder<unknown>,
): Promise<StaffReleaseRow[]> {
  const { rows } = await sql<StaffReleaseRow>`
    select r.id, r.code, r.title_vi, r.title_en, r.covers_vi, r.covers_en, r.is_announced, to_json(r.accepted) as accepted,
      ${stateAt(moment)} as state, r.published_at, r.created_at, w.code as withdrawn_by
    from release r left join release w on w.id = r.withdrawn_by_id ${which}`.execute(db);
  return rows.map((row) => ({
    ...row,
    published_at: row.published_at && momentOfRow(row.published_at),
    created_at: row.created_at && momentOfRow(row.created_at),
  }));
}

/** The release of a row as it stands now. */
export const releaseOfRow = async (db: Kysely<Tables>, id: number): Promise<StaffReleaseRow> =>
  (await rowsOf(db, CLOCK, sql`where r.id = ${id}`))[0]!;

/** The release of a code as it stands now, drafts included; null where there is none. */
export const releaseOfCode = async (db: Kysely<Tables>, code: string): Promise<StaffReleaseRow | null> =>
  (await rowsOf(db, CLOCK, sql`where r.code = ${code}`))[0] ?? null;

/** The releases that stand so, the newest first. */
export const releasesIn = (
  db: Kysely<Tables>,
  states: readonly ReleaseState[] | null,
  most: number,
): Promise<StaffReleaseRow[]> =>
  rowsOf(db, CLOCK, sql`where ${standing(CLOCK, states)} order by r.id desc limit ${most}`);

const standing = (moment: RawBuilder<string>, states: readonly ReleaseState[] | null): RawBuilder<unknown> =>
  states === null ? sql`true` : sql`${stateAt(moment)} = any(${states}::text[])`;

/** The newest first. */
const ORDER: Order<StaffRelease> = {
  name: 'NEWEST',
  keys: [{ sql: sql`r.id`, cast: 'integer', descends: true, of: ({ row }) => row.id }],
};

/** A page of releases for staff. */
export function staffReleasePage(
  context: Context,
  states: readonly ReleaseState[] | null,
  args: PageArgs,
): Promise<Page<StaffRelease>> {
  return context.read(async ({ db, moment }) => {
    const at = unseen(moment, 'timestamptz');
    const window = keysetWindow(ORDER, args, context.limits);
    const where = standing(at, states);
    const rows = await rowsOf(db, at, sql`where ${where} ${keysetPage(ORDER, window)}`);
    const count = async (): Promise<number> => {
      const counted = await sql<{ count: string }>`select count(*) from release r where ${where}`.execute(db);
      return Number(counted.rows[0]!.count);
    };
    return pageOfRows(
      rows.map((row) => new StaffRelease(row)),
      window,
      cursorIn(ORDER),
      count,
    );
  });
}

/** One release for staff; null where there is none. */
export const staffRelease = (context: Context, code: string): Promise<StaffRelease | null> =>
  context.read(async ({ db, moment }) => {
    const [row] = await rowsOf(db, unseen(moment, 'timestamptz'), sql`where r.code = ${code}`);
    return row ? new StaffRelease(row) : null;
  });
