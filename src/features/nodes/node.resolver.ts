import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { checkedList } from '../../kernel/checked-list.js';
import { Context } from '../../kernel/context.js';
import { readGlobalId } from '../../kernel/global-id.js';
import { Node, nodeFinder } from '../../kernel/node.js';

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description:
      'Anything by its id; null where it does not exist for the reader. A figure read as of a moment is found as it was then.',
  })
  node(
    @Arg('id', () => ID, { description: 'The id of any object.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Node | null> {
    return found(id, context);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'Several of them, in the order asked; null stands for each that does not exist.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'Ids of any objects; at most as many as a page holds.' }) ids: string[],
    @Ctx() context: Context,
  ): Promise<(Node | null)[]> {
    checkedList('ids', ids, { ...context.limits, listEntries: context.limits.maxPage });
    return Promise.all(ids.map((id) => found(id, context)));
  }
}

/** What is found bears the very id that was asked: a moment on what reads the same at all times names nothing. */
async function found(id: string, context: Context): Promise<Node | null> {
  const read = readGlobalId(id);
  if (read?.asOf && !context.hasCome(read.asOf)) return null;
  const node = read && (await nodeFinder(read.type)?.(read.key, context, read.asOf));
  return node?.id === id ? node : null;
}
