import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { connectionOf } from '../../kernel/connection.js';
import { Context } from '../../kernel/context.js';
import { findNodesOf } from '../../kernel/node.js';
import { type Page, PageArgs } from '../../kernel/page.js';
import { sourceTable } from './source.table.js';
import { Source } from './source.type.js';

const SourceConnection = connectionOf('Source', () => Source);

findNodesOf('Source', async (code, { reading }) => (await reading.table(sourceTable)).find(code));

@Resolver()
export class SourceResolver {
  @Query(() => Source, {
    nullable: true,
    description: 'A document by its code; null where no published figure cites it.',
  })
  async source(
    @Arg('code', () => String, { description: 'E.g. `NEWS_2024_06_06`.' }) code: string,
    @Ctx() { reading }: Context,
  ): Promise<Source | null> {
    return (await reading.table(sourceTable)).find(code);
  }

  @Query(() => SourceConnection, { description: 'Documents that a published figure cites, by code.' })
  async sources(@Args(() => PageArgs) page: PageArgs, @Ctx() { reading, limits }: Context): Promise<Page<Source>> {
    return (await reading.table(sourceTable)).page(page, limits);
  }
}
