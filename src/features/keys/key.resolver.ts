import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { connectionOf } from '../../kernel/connection.js';
import { Context } from '../../kernel/context.js';
import { findNodesOf } from '../../kernel/node.js';
import { type Page, PageArgs } from '../../kernel/page.js';
import { AuditEvent } from '../audit/audit-event.type.js';
import { keyById, keyByPrefix } from './key.loader.js';
import { keyPage } from './key-page.query.js';
import { mayManageKeys } from './key.policy.js';
import { ApiKey, Viewer } from './key.type.js';

const ApiKeyConnection = connectionOf('ApiKey', () => ApiKey);

findNodesOf('ApiKey', async (prefix, context) =>
  mayManageKeys(context.actor) ? keyByPrefix(context).load(prefix) : null,
);

@Resolver()
export class KeyResolver {
  @Query(() => Viewer, { description: 'Who asks, by the key that the request shows.' })
  me(@Ctx() { actor }: Context): Viewer {
    return new Viewer(actor);
  }

  @Query(() => ApiKeyConnection, {
    nullable: true,
    description: 'All keys ever made, the newest first; null for whoever is not an admin.',
  })
  async apiKeys(@Args(() => PageArgs) page: PageArgs, @Ctx() context: Context): Promise<Page<ApiKey> | null> {
    return mayManageKeys(context.actor) ? keyPage(context, page) : null;
  }
}

@Resolver(() => AuditEvent)
export class AuditEventKey {
  @FieldResolver(() => ApiKey, {
    nullable: true,
    description: 'The key that was shown; null for what was done on the command line of the server.',
  })
  async key(@Root() { row }: AuditEvent, @Ctx() context: Context): Promise<ApiKey | null> {
    return row.key_id === null ? null : keyById(context).load(row.key_id);
  }
}
