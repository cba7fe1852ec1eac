import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { may } from '../../kernel/actor.js';
import { Context } from '../../kernel/context.js';
import { FirstAfterArgs, pageInMemory } from '../../kernel/page.js';
import { draftNamed } from './draft.query.js';
import { FindingPage } from './finding-page.type.js';
import { FindingType } from './finding.type.js';
import { findings } from './findings.query.js';

/** How many findings of each check are told: whoever has more has one mistake many times. */
const MOST_OF_EACH = 1000;

@Resolver()
export class DraftFindingsResolver {
  @Query(() => FindingPage, {
    nullable: true,
    description: `What the data checks find in a release that is not out yet, errors first, at most ${MOST_OF_EACH} of each check. Null where there is no such draft, and for whoever may not see drafts: that takes the key of an editor.`,
  })
  async draftFindings(
    @Arg('release', () => String, { description: 'Code of the draft, or of a release whose moment is to come.' })
    release: string,
    @Args(() => FirstAfterArgs) page: FirstAfterArgs,
    @Ctx() { reading, limits, actor }: Context,
  ): Promise<FindingPage | null> {
    if (!may(actor, 'EDITOR')) return null;
    const draft = await draftNamed(reading.db, release);
    if (draft === null) return null;
    const found = await findings(reading.db, draft, MOST_OF_EACH);
    const list = found.map((finding, place) => new FindingType(finding, place));
    const keyOf = ({ place }: FindingType): string => String(place).padStart(6, '0');
    return new FindingPage(pageInMemory(list, keyOf, 'FINDING', page, limits));
  }
}
