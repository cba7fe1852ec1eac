import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { connectionOf } from '../../kernel/connection.js';
import { Context } from '../../kernel/context.js';
import { findNodesOf } from '../../kernel/node.js';
import { type Page, PageArgs } from '../../kernel/page.js';
import { agencyTable } from './agency.table.js';
import { Agency } from './agency.type.js';

const AgencyConnection = connectionOf('Agency', () => Agency);

findNodesOf('Agency', async (code, { reading }) => (await reading.table(agencyTable)).find(code));

@Resolver()
export class AgencyResolver {
  @Query(() => Agency, {
    nullable: true,
    description: 'An agency by its code; null where no published figure names it.',
  })
  async agency(
    @Arg('code', () => String, { description: 'E.g. `NSO`.' }) code: string,
    @Ctx() { reading }: Context,
  ): Promise<Agency | null> {
    return (await reading.table(agencyTable)).find(code);
  }

  @Query(() => AgencyConnection, { description: 'Agencies that a published figure names, by code.' })
  async agencies(@Args(() => PageArgs) page: PageArgs, @Ctx() { reading, limits }: Context): Promise<Page<Agency>> {
    return (await reading.table(agencyTable)).page(page, limits);
  }
}
