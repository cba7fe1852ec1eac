import { sql } from 'kysely';
import { Arg, createUnionType, Ctx, Field, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { changing, type Writing } from '../features/audit/writing.js';
import { Context } from '../kernel/context.js';
import { outcome, Refusal } from '../kernel/refusal.type.js';
import { heldDraft, noSuchRelease } from './draft.js';
import { mayFillDrafts } from './draft.policy.js';

@ObjectType({ description: 'A draft that holds nothing any more, and what was taken out of it.' })
export class ClearedDraft {
  @Field(() => Int, { simple: true, description: 'How many prints of figures were taken out.' })
  prints!: number;

  @Field(() => Int, { simple: true, description: 'How many prints of plans were taken out.' })
  planPrints!: number;
}

const ClearOutcome = createUnionType({
  name: 'ClearOutcome',
  description: 'A draft just cleared, or why it was not.',
  types: () => [ClearedDraft, Refusal] as const,
});

@Resolver()
export class ClearDraftMutation {
  @Mutation(() => ClearOutcome, {
    description:
      'Takes all prints out of a draft, which itself remains. For editors: to others the draft does not exist (NOT_FOUND). CONFLICT is a release that is scheduled or published.',
  })
  clearDraft(
    @Arg('release', () => String, { description: 'Code of the draft.' }) release: string,
    @Ctx() context: Context,
  ): Promise<typeof ClearOutcome> {
    return outcome(changing(context, (writing) => clearDraft(writing, release)));
  }
}

async function clearDraft({ db, actor, record }: Writing, code: string): Promise<ClearedDraft> {
  if (!mayFillDrafts(actor)) throw noSuchRelease(code);
  const { id } = await heldDraft(db, code);
  await sql`delete from print_plan_share where print_id in (select id from print where release_id = ${id})`.execute(db);
  const deleted = async (table: string): Promise<number> => {
    const { numAffectedRows } = await sql`delete from ${sql.table(table)} where release_id = ${id}`.execute(db);
    return Number(numAffectedRows ?? 0);
  };
  const cleared = { prints: await deleted('print'), planPrints: await deleted('plan_print') };
  if (cleared.prints + cleared.planPrints > 0)
    await record({ action: 'release.clear', kind: 'release', code, before: cleared, after: null });
  return Object.assign(new ClearedDraft(), cleared);
}
