import { type Kysely, sql } from 'kysely';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Context } from '../../kernel/context.js';
import { momentOfRow } from '../../kernel/database-moment.js';
import { Refused } from '../../kernel/refused.js';
import type { Tables } from '../../kernel/tables.js';
import type { Writing } from '../audit/writing.js';
import { releaseToChange } from './changing-release.js';
import { ReleaseOutcome, releaseOutcome } from './release-outcome.type.js';
import { checkedReason, WITHDRAWN } from './release-texts.js';
import type { StaffReleaseRow } from './staff-release.type.js';

type Reason = ReturnType<typeof checkedReason>;

/**
 * Takes back a published release: a release of its own, published at once, withdraws each of its prints that nothing has
 * taken back or mended yet. Both stay, and as of an earlier moment the figures are read as they stood.
 */
export async function withdrawRelease(
  writing: Writing,
  code: string,
  reasonVi: string,
  reasonEn: string | null,
): Promise<string> {
  const reason = checkedReason(reasonVi, reasonEn);
  const release = await releaseToChange(writing, code, 'PUBLISHER', 'withdraw a release');
  refuseUnlessStanding(release);
  const by = await withdrawing(writing.db, release, reason);
  const prints = await takenBack(writing.db, 'print', 'observation_id', { release, by, reason });
  const planPrints = await takenBack(writing.db, 'plan_print', 'plan_id', { release, by, reason });
  if (prints + planPrints === 0) throw new Refused('CONFLICT', `Nothing of release ${code} stands any more.`);
  const { rows } = await sql<{ published_at: string }>`
    update release set published_at = clock_timestamp() where id = ${by} returning published_at`.execute(writing.db);
  await sql`update release set withdrawn_by_id = ${by} where id = ${release.id}`.execute(writing.db);
  const withdrawal = { withdrawnBy: code + WITHDRAWN, at: momentOfRow(rows[0]!.published_at), prints, planPrints };
  await writing.record({
    action: 'release.withdraw',
    kind: 'release',
    code,
    before: { withdrawnBy: null },
    after: { ...withdrawal, reasonVi: reason.vi, reasonEn: reason.en },
  });
  return code;
}

function refuseUnlessStanding({ code, state, withdrawn_by: by }: StaffReleaseRow): void {
  if (state === 'WITHDRAWN') throw new Refused('CONFLICT', `Release ${code} was withdrawn already, by ${by}.`);
  if (state !== 'PUBLISHED') {
    throw new Refused('CONFLICT', `Release ${code} is not published: call it back, or discard it.`);
  }
}

/** The release that takes another back, for now a draft; its row. */
async function withdrawing(db: Kysely<Tables>, release: StaffReleaseRow, { vi, en }: Reason): Promise<number> {
  const code = release.code + WITHDRAWN;
  const { rows } = await sql<{ id: number }>`
    insert into release (code, title_vi, title_en, reason_vi, reason_en)
    values (${code}, ${`Thu hồi: ${release.title_vi}`}, ${release.title_en && `Withdrawal: ${release.title_en}`}, ${vi}, ${en})
    on conflict (code) do nothing returning id`.execute(db);
  if (!rows[0]) throw new Refused('CONFLICT', `There is a release "${code}" already.`);
  return rows[0].id;
}

interface Withdrawing {
  release: StaffReleaseRow;
  by: number;
  reason: Reason;
}

/** Withdraws what stands of one kind of prints in one statement; how many they were. */
async function takenBack(
  db: Kysely<Tables>,
  table: 'print' | 'plan_print',
  about: string,
  { release, by, reason: { vi, en } }: Withdrawing,
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into ${sql.table(table)} (${sql.ref(about)}, release_id, source_id, locator, corrects_id, is_withdrawal, reason_vi, reason_en)
    select p.${sql.ref(about)}, ${by}::integer, p.source_id, p.locator, p.id, true, ${vi}::text, ${en}::text
    from ${sql.table(table)} p
    where p.release_id = ${release.id} and not p.is_withdrawal and not exists (
      select from ${sql.table(table)} c join release r on r.id = c.release_id
      where c.corrects_id = p.id and r.published_at <= clock_timestamp())
    order by p.id`.execute(db);
  return Number(numAffectedRows ?? 0);
}

@Resolver()
export class WithdrawRelease {
  @Mutation(() => ReleaseOutcome, {
    description:
      'Takes back a published release and says why: a release of its own, its code with `_WITHDRAWN`, withdraws each print that still stands, now. What later documents state stays. It takes a key of a publisher. What is withdrawn already, or not published, is a CONFLICT.',
  })
  withdrawRelease(
    @Arg('code', () => String, { description: 'Code of the release.' }) code: string,
    @Arg('reasonVi', () => String, { description: 'Why, in Vietnamese: readers see it beside every figure.' })
    reasonVi: string,
    @Arg('reasonEn', () => String, { nullable: true, description: 'The same in English.' })
    reasonEn: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<typeof ReleaseOutcome> {
    return releaseOutcome(context, (writing) => withdrawRelease(writing, code, reasonVi, reasonEn ?? null));
  }
}
