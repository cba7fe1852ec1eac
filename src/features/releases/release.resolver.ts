import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { connectionOf } from '../../kernel/connection.js';
import { Context } from '../../kernel/context.js';
import { findNodesOf } from '../../kernel/node.js';
import { type Page, PageArgs } from '../../kernel/page.js';
import { releaseTable } from './release.table.js';
import { Release } from './release.type.js';

const ReleaseConnection = connectionOf('Release', () => Release);

findNodesOf('Release', async (code, { reading }) => (await reading.table(releaseTable)).find(code));

@Resolver()
export class ReleaseResolver {
  @Query(() => Release, { nullable: true, description: 'A release by its code; null where it is not published yet.' })
  async release(
    @Arg('code', () => String, { description: 'E.g. `INITIAL_LOAD`.' }) code: string,
    @Ctx() { reading }: Context,
  ): Promise<Release | null> {
    return (await reading.table(releaseTable)).find(code);
  }

  @Query(() => ReleaseConnection, { description: 'Published releases, by code.' })
  async releases(@Args(() => PageArgs) page: PageArgs, @Ctx() { reading, limits }: Context): Promise<Page<Release>> {
    return (await reading.table(releaseTable)).page(page, limits);
  }
}
