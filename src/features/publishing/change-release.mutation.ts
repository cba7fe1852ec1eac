import { sql } from 'kysely';
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { Context } from '../../kernel/context.js';
import type { Writing } from '../audit/writing.js';
import { demand, refusePublished, releaseToChange } from './changing-release.js';
import { ReleaseOutcome, releaseOutcome } from './release-outcome.type.js';
import { checkedTexts } from './release-texts.js';
import type { StaffReleaseRow } from './staff-release.type.js';

@InputType({ description: 'What of a release is to be said otherwise: what is left out stays, null empties.' })
export class ChangeReleaseInput {
  @Field(() => String, { nullable: true, description: 'Title in Vietnamese, at most 250 characters; never empty.' })
  titleVi?: string | null;

  @Field(() => String, { nullable: true, description: 'Title in English, at most 250 characters.' })
  titleEn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it will cover, in Vietnamese, at most 2000 characters.',
  })
  coversVi?: string | null;

  @Field(() => String, { nullable: true, description: 'The same in English.' })
  coversEn?: string | null;
}

/** Says otherwise what a release is called and covers. What readers may have been told already is a publisher's to change. */
export async function changeRelease(writing: Writing, code: string, input: ChangeReleaseInput): Promise<string> {
  const texts = checkedTexts(input);
  const release = await releaseToChange(writing, code, 'EDITOR', 'change a release');
  refusePublished(release);
  if (release.state === 'SCHEDULED') demand(writing.actor, 'PUBLISHER', 'change a release that has its moment');
  const columns = Object.keys(texts);
  if (columns.length === 0) return code;
  const set = sql.join(columns.map((column) => sql`${sql.ref(column)} = ${texts[column]}::text`));
  await sql`update release set ${set} where id = ${release.id}`.execute(writing.db);
  const before = Object.fromEntries(columns.map((column) => [column, release[column as keyof StaffReleaseRow]]));
  await writing.record({ action: 'release.change', kind: 'release', code, before, after: texts });
  return code;
}

@Resolver()
export class ChangeRelease {
  @Mutation(() => ReleaseOutcome, {
    description:
      'Changes the title of a draft, and what it will cover; it takes a key of an editor, and of a release that is scheduled that of a publisher. What is published stays: CONFLICT.',
  })
  changeRelease(
    @Arg('code', () => String, { description: 'Code of the release.' }) code: string,
    @Arg('input', () => ChangeReleaseInput, { description: 'What changes.' }) input: ChangeReleaseInput,
    @Ctx() context: Context,
  ): Promise<typeof ReleaseOutcome> {
    return releaseOutcome(context, (writing) => changeRelease(writing, code, input));
  }
}
