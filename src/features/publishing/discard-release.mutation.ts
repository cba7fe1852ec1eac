import { type Kysely, sql } from 'kysely';
import { Arg, createUnionType, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Context } from '../../kernel/context.js';
import { outcome, Refusal } from '../../kernel/refusal.type.js';
import { Refused } from '../../kernel/refused.js';
import type { Tables } from '../../kernel/tables.js';
import { changing, type Writing } from '../audit/writing.js';
import { refusePublished, releaseToChange, unlessOvertaken } from './changing-release.js';

/** What went with a draft. */
interface Discarded {
  code: string;
  prints: number;
  planPrints: number;
}

/** Deletes a draft and all prints in it. Figures that no print is left of are nowhere to be seen. */
export async function discardRelease(writing: Writing, code: string): Promise<Discarded> {
  const release = await releaseToChange(writing, code, 'EDITOR', 'discard a release');
  refusePublished(release);
  if (release.state === 'SCHEDULED') {
    throw new Refused('CONFLICT', `Release ${code} is scheduled, for ${release.published_at}: call it back first.`);
  }
  const { db } = writing;
  const prints = sql`select id from print where release_id = ${release.id}`;
  await gone(db, sql`print_plan_share where print_id in (${prints})`);
  const discarded = {
    prints: await gone(db, sql`print where release_id = ${release.id}`),
    planPrints: await gone(db, sql`plan_print where release_id = ${release.id}`),
  };
  await sql`update source s set first_release_id = null where s.first_release_id = ${release.id} and not exists (
    select from public_mention m where m.kind = 'SOURCE' and m.mentioned_id = s.id and m.public_from <= clock_timestamp())`.execute(
    db,
  );
  await gone(db, sql`release where id = ${release.id}`);
  const { title_vi, title_en, covers_vi, covers_en } = release;
  const before = { title_vi, title_en, covers_vi, covers_en, ...discarded };
  await writing.record({ action: 'release.discard', kind: 'release', code, before, after: null });
  return { code, ...discarded };
}

async function gone(db: Kysely<Tables>, rows: ReturnType<typeof sql>): Promise<number> {
  const { numAffectedRows } = await sql`delete from ${rows}`.execute(db);
  return Number(numAffectedRows ?? 0);
}

@ObjectType({ description: 'A draft that is no more.' })
export class ReleaseDiscarded {
  constructor(private readonly discarded: Discarded) {}

  @Field(() => String, { simple: true, description: 'The code that it had.' })
  get code(): string {
    return this.discarded.code;
  }
}

export const DiscardOutcome = createUnionType({
  name: 'DiscardOutcome',
  description: 'What became of a draft that nobody wants any more: it is gone, or why it is not.',
  types: () => [ReleaseDiscarded, Refusal] as const,
});

@Resolver()
export class DiscardRelease {
  @Mutation(() => DiscardOutcome, {
    description:
      'Deletes a draft with all that was brought into it; the audit trail keeps that it was. It takes a key of an editor. What is scheduled is to be called back first, what is published stays: CONFLICT.',
  })
  discardRelease(
    @Arg('code', () => String, { description: 'Code of the release.' }) code: string,
    @Ctx() context: Context,
  ): Promise<typeof DiscardOutcome> {
    const discarded = unlessOvertaken(changing(context, (writing) => discardRelease(writing, code)));
    return outcome(discarded.then((one) => new ReleaseDiscarded(one)));
  }
}
