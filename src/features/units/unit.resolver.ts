import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { connectionOf } from '../../kernel/connection.js';
import { Context } from '../../kernel/context.js';
import { findNodesOf } from '../../kernel/node.js';
import { type Page, PageArgs } from '../../kernel/page.js';
import { unitTable } from './unit.table.js';
import { Unit } from './unit.type.js';

const UnitConnection = connectionOf('Unit', () => Unit);

findNodesOf('Unit', async (code, { reading }) => (await reading.table(unitTable)).find(code));

@Resolver()
export class UnitResolver {
  @Query(() => Unit, { nullable: true, description: 'A unit by its code; null where there is none.' })
  async unit(
    @Arg('code', () => String, { description: 'E.g. `VND`.' }) code: string,
    @Ctx() { reading }: Context,
  ): Promise<Unit | null> {
    return (await reading.table(unitTable)).find(code);
  }

  @Query(() => UnitConnection, { description: 'All units, by code.' })
  async units(@Args(() => PageArgs) page: PageArgs, @Ctx() { reading, limits }: Context): Promise<Page<Unit>> {
    return (await reading.table(unitTable)).page(page, limits);
  }
}
