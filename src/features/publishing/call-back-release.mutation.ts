import { sql } from 'kysely';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Context } from '../../kernel/context.js';
import type { Writing } from '../audit/writing.js';
import { refuseUnlessScheduled, releaseToChange } from './changing-release.js';
import { ReleaseOutcome, releaseOutcome } from './release-outcome.type.js';

/** Makes a draft again of a release that waits for its moment. What was accepted in it must be accepted anew. */
export async function callBackRelease(writing: Writing, code: string): Promise<string> {
  const release = await releaseToChange(writing, code, 'PUBLISHER', 'call back a release');
  refuseUnlessScheduled(release);
  await sql`update release set published_at = null, is_announced = false, accepted = '{}' where id = ${release.id}`.execute(
    writing.db,
  );
  await writing.record({
    action: 'release.callBack',
    kind: 'release',
    code,
    before: {
      publishedAt: release.published_at,
      isAnnounced: release.is_announced,
      accepted: release.accepted,
    },
    after: { publishedAt: null, isAnnounced: false, accepted: [] },
  });
  return code;
}

@Resolver()
export class CallBackRelease {
  @Mutation(() => ReleaseOutcome, {
    description:
      'Makes a draft again of a release whose moment has not come; from the calendar it is gone. It takes a key of a publisher. Once its moment has come it is a CONFLICT: withdraw it instead.',
  })
  callBackRelease(
    @Arg('code', () => String, { description: 'Code of the release.' }) code: string,
    @Ctx() context: Context,
  ): Promise<typeof ReleaseOutcome> {
    return releaseOutcome(context, (writing) => callBackRelease(writing, code));
  }
}
