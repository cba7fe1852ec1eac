import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { may } from '../../kernel/actor.js';
import { connectionOf } from '../../kernel/connection.js';
import { Context } from '../../kernel/context.js';
import { FirstAfterArgs, type Page, pageInMemory } from '../../kernel/page.js';
import { draftNamed } from './draft.query.js';
import { FindingType } from './finding.type.js';
import { findings } from './findings.query.js';

const FindingConnection = connectionOf('Finding', () => FindingType);

/** How many findings of each check are told: whoever has more has one mistake many times. */
const MOST_OF_EACH = 1000;

@Resolver()
export class DraftFindingsResolver {
  @Query(() => FindingConnection, {
    nullable: true,
    description: `What the data checks find in a release that is not out yet, errors first, at most ${MOST_OF_EACH} of each check. Null where there is no such draft, and for whoever may not see drafts: that takes the key of an editor.`,
  })
  async draftFindings(
    @Arg('release', () => String, { description: 'Code of the draft, or of a release whose moment is to come.' })
    release: string,
    @Args(() => FirstAfterArgs) page: FirstAfterArgs,
    @Ctx() { reading, limits, actor }: Context,
  ): Promise<Page<FindingType> | null> {
    if (!may(actor, 'EDITOR')) return null;
    const draft = await draftNamed(reading.db, release);
    if (draft === null) return null;
    const found = await findings(reading.db, draft, MOST_OF_EACH);
    const list = found.map((finding, place) => new FindingType(finding, place));
    return pageInMemory(list, ({ place }) => String(place).padStart(6, '0'), 'FINDING', page, limits);
  }
}
