import { Arg, Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { connectionOf } from '../../kernel/connection.js';
import { Context } from '../../kernel/context.js';
import { findNodesOf } from '../../kernel/node.js';
import { type Page, PageArgs, pageInMemory } from '../../kernel/page.js';
import type { GroupLevel } from './group.entity.js';
import { groupTable } from './group.table.js';
import { GroupLevelEnum, ProductGroup } from './group.type.js';

const ProductGroupConnection = connectionOf('ProductGroup', () => ProductGroup);

findNodesOf('ProductGroup', async (key, { reading }) => (await reading.table(groupTable)).byKey(key));

@ArgsType()
class ProductGroupsArgs extends PageArgs {
  @Field(() => GroupLevelEnum, { nullable: true, description: 'Only this level of the tree.' })
  level?: GroupLevel | null;

  @Field(() => String, { nullable: true, description: 'Only what lies directly in this group (`1`, `1.3`).' })
  parent?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only the tree of this version of the criteria, e.g. `QD148_2023`; without it, all versions.',
  })
  criteria?: string | null;
}

@Resolver()
export class ProductGroupResolver {
  @Query(() => ProductGroup, {
    nullable: true,
    description: 'A group, family or set by its code, in the newest version that has it; null where there is none.',
  })
  async productGroup(
    @Arg('code', () => String, { description: 'E.g. `1.3`, or `1.3@QD148_2023` for one version of the criteria.' })
    code: string,
    @Ctx() { reading }: Context,
  ): Promise<ProductGroup | null> {
    const { list } = await reading.table(groupTable);
    return list.find((group) => group.code === code || `${group.code}@${group.criteria.code}` === code) ?? null;
  }

  @Query(() => ProductGroupConnection, {
    description: 'The tree of goods, from each group down, in the order of the decision; the newest criteria first.',
  })
  async productGroups(
    @Args(() => ProductGroupsArgs) args: ProductGroupsArgs,
    @Ctx() { reading, limits }: Context,
  ): Promise<Page<ProductGroup>> {
    const table = await reading.table(groupTable);
    const parents = args.parent ? new Set(table.named(args.parent, 'parent')) : null;
    const version = args.criteria ? table.versionNamed(args.criteria, 'criteria') : null;
    const wanted = table.list.filter(
      (group) =>
        (!args.level || group.level === args.level) &&
        (!parents || (group.parent !== null && parents.has(group.parent))) &&
        (!version || group.criteria === version),
    );
    const places = new Map(wanted.map((group, at) => [group, String(at).padStart(6, '0')]));
    return pageInMemory(wanted, (group) => places.get(group)!, 'TREE', args, limits);
  }
}
