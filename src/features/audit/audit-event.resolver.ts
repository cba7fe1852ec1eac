import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { connectionOf } from '../../kernel/connection.js';
import { Context } from '../../kernel/context.js';
import { findNodesOf } from '../../kernel/node.js';
import type { Page } from '../../kernel/page.js';
import { auditEventById } from './audit-event.loader.js';
import { auditEventPage } from './audit-event-page.query.js';
import { AuditEvent } from './audit-event.type.js';
import { AuditEventsArgs } from './audit-events.args.js';
import { mayReadAudit } from './audit.policy.js';

const AuditEventConnection = connectionOf('AuditEvent', () => AuditEvent);

/** Whether a key of an id is one that a row may have. */
const isRow = (key: string): boolean => /^[1-9]\d{0,17}$/.test(key);

findNodesOf('AuditEvent', async (row, context) =>
  mayReadAudit(context.actor) && isRow(row) ? auditEventById(context).load(row) : null,
);

@Resolver()
export class AuditEventResolver {
  @Query(() => AuditEventConnection, {
    nullable: true,
    description:
      'The audit trail: what was done by whom to which thing, the newest first. Null for whoever is not an admin.',
  })
  async auditEvents(
    @Args(() => AuditEventsArgs) args: AuditEventsArgs,
    @Ctx() { actor, reading, limits }: Context,
  ): Promise<Page<AuditEvent> | null> {
    return mayReadAudit(actor) ? auditEventPage(reading.db, limits, args) : null;
  }
}
