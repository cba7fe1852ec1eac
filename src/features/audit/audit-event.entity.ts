import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyTable } from '@mikro-orm/sql';

/** Who did what to which thing, when, by which key, and what it was before and after. Append-only. */
export const AuditEvents = defineEntity({
  name: 'AuditEvent',
  tableName: 'audit_event',
  properties: {
    id: p.bigint().primary().autoincrement(),
    at: p.datetime().$type<string>().defaultRaw('clock_timestamp()'),
    actor: p.text(),
    keyId: p.integer().nullable(),
    action: p.text(),
    kind: p.text(),
    code: p.text(),
    before: p.json().nullable(),
    after: p.json().nullable(),
  },
});

declare module '../../kernel/tables.js' {
  interface Tables {
    audit_event: InferKyselyTable<typeof AuditEvents>;
  }
}
