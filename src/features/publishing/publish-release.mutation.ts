import { sql } from 'kysely';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Context } from '../../kernel/context.js';
import { momentOfRow } from '../../kernel/database-moment.js';
import { Refused } from '../../kernel/refused.js';
import type { Writing } from '../audit/writing.js';
import type { CheckName } from '../checks/check-name.js';
import { CheckNameEnum } from '../checks/finding.type.js';
import { refusePublished, releaseToChange } from './changing-release.js';
import { checkedRelease } from './checked-release.js';
import { ReleaseOutcome, releaseOutcome } from './release-outcome.type.js';

/** Gives a release its moment: that of the very statement, by the clock of the database, after all that it contains. */
export async function publishRelease(writing: Writing, code: string, accept: readonly CheckName[]): Promise<string> {
  const release = await releaseToChange(writing, code, 'PUBLISHER', 'publish a release');
  refusePublished(release);
  const accepted = await checkedRelease(writing, release, accept);
  const { rows } = await sql<{ published_at: string }>`
    update release set published_at = clock_timestamp(), accepted = ${accepted}::text[]
    where id = ${release.id} and (published_at > clock_timestamp()) is not false returning published_at`.execute(
    writing.db,
  );
  if (!rows[0]) throw new Refused('CONFLICT', `Release ${code} was published at its moment, ${release.published_at}.`);
  await writing.record({
    action: 'release.publish',
    kind: 'release',
    code,
    before: { publishedAt: release.published_at },
    after: { publishedAt: momentOfRow(rows[0].published_at), accepted },
  });
  return code;
}

@Resolver()
export class PublishRelease {
  @Mutation(() => ReleaseOutcome, {
    description:
      'Publishes a draft now, or a scheduled release before its moment, under the data checks that scheduling asks. It takes a key of a publisher. What is published already is a CONFLICT that tells when.',
  })
  publishRelease(
    @Arg('code', () => String, { description: 'Code of the release.' }) code: string,
    @Arg('accept', () => [CheckNameEnum], {
      defaultValue: [],
      description: 'The data checks whose warnings are accepted, beside those accepted before.',
    })
    accept: CheckName[],
    @Ctx() context: Context,
  ): Promise<typeof ReleaseOutcome> {
    return releaseOutcome(context, (writing) => publishRelease(writing, code, accept));
  }
}
