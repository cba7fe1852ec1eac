import { sql } from 'kysely';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Context } from '../../kernel/context.js';
import { MomentScalar } from '../../kernel/scalars.js';
import type { Writing } from '../audit/writing.js';
import { refuseUnlessScheduled, releaseToChange } from './changing-release.js';
import { momentToCome, notToCome } from './moment-to-come.js';
import { ReleaseOutcome, releaseOutcome } from './release-outcome.type.js';

/** Gives a release that waits for its moment another one. */
export async function moveRelease(writing: Writing, code: string, text: string): Promise<string> {
  const moment = momentToCome(text);
  const release = await releaseToChange(writing, code, 'PUBLISHER', 'move a release');
  refuseUnlessScheduled(release);
  const set = await sql`
    update release set published_at = ${moment}::timestamptz
    where id = ${release.id} and ${moment}::timestamptz > clock_timestamp() returning id`.execute(writing.db);
  if (set.rows.length === 0) throw notToCome(moment);
  await writing.record({
    action: 'release.move',
    kind: 'release',
    code,
    before: { publishedAt: release.published_at },
    after: { publishedAt: moment },
  });
  return code;
}

@Resolver()
export class MoveRelease {
  @Mutation(() => ReleaseOutcome, {
    description:
      'Moves a scheduled release to another moment, earlier or later, as long as its moment has not come. It takes a key of a publisher.',
  })
  moveRelease(
    @Arg('code', () => String, { description: 'Code of the release.' }) code: string,
    @Arg('moment', () => MomentScalar, {
      description: 'Its new moment, later than now by the clock of the database; a day without a time is refused.',
    })
    moment: string,
    @Ctx() context: Context,
  ): Promise<typeof ReleaseOutcome> {
    return releaseOutcome(context, (writing) => moveRelease(writing, code, moment));
  }
}
