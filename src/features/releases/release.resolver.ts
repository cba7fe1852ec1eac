import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { connectionOf } from '../../kernel/connection.js';
import { Context } from '../../kernel/context.js';
import { findNodesOf } from '../../kernel/node.js';
import type { Page } from '../../kernel/page.js';
import type { Reading } from '../../kernel/reading.js';
import { calendarPage } from './release-calendar.js';
import { announcedTable, releaseTable } from './release.table.js';
import { Release } from './release.type.js';
import { ReleasesArgs } from './releases.args.js';

const ReleaseConnection = connectionOf('Release', () => Release);

/** A release that readers may know of: it is out, or announced. */
export async function knownRelease(reading: Reading, code: string): Promise<Release | null> {
  return (await reading.table(releaseTable)).find(code) ?? (await reading.table(announcedTable)).find(code);
}

findNodesOf('Release', (code, { reading }) => knownRelease(reading, code));

@Resolver()
export class ReleaseResolver {
  @Query(() => Release, {
    nullable: true,
    description: 'A release by its code; null where it is neither published nor announced.',
  })
  release(
    @Arg('code', () => String, { description: 'E.g. `INITIAL_LOAD`.' }) code: string,
    @Ctx() { reading }: Context,
  ): Promise<Release | null> {
    return knownRelease(reading, code);
  }

  @Query(() => ReleaseConnection, {
    description:
      'Releases that are out, by code; with `filter: { states: [SCHEDULED] }` the calendar of those announced, of which nothing is told but when they come and what they will cover.',
  })
  async releases(
    @Args(() => ReleasesArgs) args: ReleasesArgs,
    @Ctx() { reading, limits }: Context,
  ): Promise<Page<Release>> {
    const tables = await Promise.all([reading.table(releaseTable), reading.table(announcedTable)]);
    return calendarPage(
      tables.flatMap(({ list }) => list),
      args,
      limits,
    );
  }
}
