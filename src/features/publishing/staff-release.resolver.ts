import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { may } from '../../kernel/actor.js';
import { checkedList } from '../../kernel/checked-list.js';
import { connectionOf } from '../../kernel/connection.js';
import { Context } from '../../kernel/context.js';
import { findNodesOf } from '../../kernel/node.js';
import { type Page, PageArgs } from '../../kernel/page.js';
import { knownRelease } from '../releases/release.resolver.js';
import { Release } from '../releases/release.type.js';
import { type ReleaseState, ReleaseStateEnum } from '../releases/release-state.type.js';
import { printCounts, releasePrint, releasePrintPage } from './release-print-page.query.js';
import { ReleasePrint } from './release-print.type.js';
import { staffRelease, staffReleasePage } from './staff-release.query.js';
import { StaffRelease } from './staff-release.type.js';

const StaffReleaseConnection = connectionOf('StaffRelease', () => StaffRelease);
const ReleasePrintConnection = connectionOf('ReleasePrint', () => ReleasePrint);

@ArgsType()
class StaffReleasesArgs extends PageArgs {
  @Field(() => [ReleaseStateEnum], { nullable: true, description: 'Where they stand; without it, all.' })
  states?: ReleaseState[] | null;
}

/** What staff see exists for editors alone. */
const isStaff = ({ actor }: Context): boolean => may(actor, 'EDITOR');

findNodesOf('StaffRelease', (code, context) =>
  isStaff(context) ? staffRelease(context, code) : Promise.resolve(null),
);

findNodesOf('ReleasePrint', async (row, context) =>
  isStaff(context) && /^[1-9]\d{0,17}$/.test(row) ? releasePrint(context, row) : null,
);

@Resolver()
export class StaffReleaseResolver {
  @Query(() => StaffRelease, {
    nullable: true,
    description: 'A release as staff see it; null where there is none, and for whoever shows no key of an editor.',
  })
  staffRelease(
    @Arg('code', () => String, { description: 'Its code.' }) code: string,
    @Ctx() context: Context,
  ): Promise<StaffRelease | null> {
    return isStaff(context) ? staffRelease(context, code) : Promise.resolve(null);
  }

  @Query(() => StaffReleaseConnection, {
    nullable: true,
    description: 'All releases as staff see them, the newest first; null for whoever shows no key of an editor.',
  })
  async staffReleases(
    @Args(() => StaffReleasesArgs) { states: asked, ...page }: StaffReleasesArgs,
    @Ctx() context: Context,
  ): Promise<Page<StaffRelease> | null> {
    const states = checkedList('states', asked, context.limits);
    return isStaff(context) ? staffReleasePage(context, states, page) : null;
  }
}

@Resolver(() => StaffRelease)
export class StaffReleaseFields {
  @FieldResolver(() => Release, {
    nullable: true,
    description: 'The release as readers see it; null while it does not exist for them.',
  })
  release(@Root() { code }: StaffRelease, @Ctx() { reading }: Context): Promise<Release | null> {
    return knownRelease(reading, code);
  }

  @FieldResolver(() => Int, { description: 'How many prints of figures it has.' })
  async printCount(@Root() { row }: StaffRelease, @Ctx() context: Context): Promise<number> {
    return (await printCounts(context).load(row.id)).prints;
  }

  @FieldResolver(() => Int, { description: 'How many prints of plans it has.' })
  async planPrintCount(@Root() { row }: StaffRelease, @Ctx() context: Context): Promise<number> {
    return (await printCounts(context).load(row.id)).planPrints;
  }

  @FieldResolver(() => ReleasePrintConnection, {
    description: 'Its prints of figures in the order in which they came in, each beside what stands of its figure now.',
  })
  prints(
    @Root() { row }: StaffRelease,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<ReleasePrint>> {
    return releasePrintPage(context, row.id, page);
  }
}
