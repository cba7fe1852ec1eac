import { sql } from 'kysely';
import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { Context } from '../../kernel/context.js';
import { Refused } from '../../kernel/refused.js';
import type { Writing } from '../audit/writing.js';
import { demand } from './changing-release.js';
import { ReleaseOutcome, releaseOutcome } from './release-outcome.type.js';
import { checkedTexts } from './release-texts.js';

@InputType({ description: 'A release to be.' })
export class CreateReleaseInput {
  @Field(() => String, {
    description: 'Its code, which stays: capital letters, digits and single underscores, at most 60. E.g. `JUNE_2024`.',
  })
  code!: string;

  @Field(() => String, { description: 'Title in Vietnamese, at most 250 characters.' })
  titleVi!: string;

  @Field(() => String, { nullable: true, description: 'Title in English, at most 250 characters.' })
  titleEn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it will cover, in Vietnamese, at most 2000 characters. Readers see it once it is announced.',
  })
  coversVi?: string | null;

  @Field(() => String, { nullable: true, description: 'The same in English.' })
  coversEn?: string | null;
}

/** Makes an empty draft. */
export async function createRelease(writing: Writing, { code, ...texts }: CreateReleaseInput): Promise<string> {
  demand(writing.actor, 'EDITOR', 'make a release');
  const columns = { title_en: null, covers_vi: null, covers_en: null, ...checkedTexts(texts, code) };
  const made =
    await sql`insert into release ${columnsOf({ code, ...columns })} on conflict (code) do nothing returning id`.execute(
      writing.db,
    );
  if (made.rows.length === 0) throw new Refused('CONFLICT', `There is a release "${code}" already.`);
  await writing.record({ action: 'release.create', kind: 'release', code, before: null, after: columns });
  return code;
}

const columnsOf = (row: Record<string, string | null>) =>
  sql`(${sql.join(
    Object.keys(row).map((column) => sql.ref(column)),
  )}) values (${sql.join(Object.values(row).map((value) => sql`${value}::text`))})`;

@Resolver()
export class CreateRelease {
  @Mutation(() => ReleaseOutcome, {
    description: 'Makes an empty draft of a release. It takes a key of an editor; a code that is taken is a CONFLICT.',
  })
  createRelease(
    @Arg('input', () => CreateReleaseInput, { description: 'Its code and what it says of itself.' })
    input: CreateReleaseInput,
    @Ctx() context: Context,
  ): Promise<typeof ReleaseOutcome> {
    return releaseOutcome(context, (writing) => createRelease(writing, input));
  }
}
