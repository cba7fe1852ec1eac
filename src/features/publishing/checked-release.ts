import { sql } from 'kysely';
import { Refused } from '../../kernel/refused.js';
import { findings } from '../checks/findings.query.js';
import type { Writing } from '../audit/writing.js';
import { accepted } from './acceptance.js';
import type { StaffReleaseRow } from './staff-release.type.js';

/** How many findings of each check a refusal names. */
const MOST = 100;

/** Refuses a release with nothing in it, and one that the data checks stop. Answers which checks were accepted by name. */
export async function checkedRelease(
  { db }: Writing,
  release: StaffReleaseRow,
  accept: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ holds: boolean }>`
    select exists (select from print where release_id = ${release.id})
      or exists (select from plan_print where release_id = ${release.id}) as holds`.execute(db);
  if (!rows[0]!.holds) {
    const message = `Release ${release.code} has no print: there is nothing to publish.`;
    throw new Refused('CHECKS_FAILED', message, [{ path: `NO_PRINTS ${release.code}`, message, value: null }]);
  }
  return accepted(await findings(db, release.id, MOST), [...release.accepted, ...accept]);
}
