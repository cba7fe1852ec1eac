import { sql } from 'kysely';
import type { Context } from '../../kernel/context.js';
import { AuditEvent, type AuditEventRow } from './audit-event.type.js';

/** Deeds by their row. */
export const auditEventById = (context: Context) =>
  context.loader<string, AuditEvent | null>('audit event by id', (ids) =>
    context.read(async ({ db }) => {
      const { rows } = await sql<AuditEventRow>`
        select * from audit_event where id = any(${ids}::bigint[])`.execute(db);
      const found = new Map(rows.map((row) => [String(row.id), new AuditEvent(row)]));
      return ids.map((id) => found.get(id) ?? null);
    }),
  );
