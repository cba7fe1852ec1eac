import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyTable } from '@mikro-orm/sql';
import type { ImportReport } from './kind.js';

/** What was brought in by a request that may be sent again, told apart by its idempotency key. */
export const ImportRuns = defineEntity({
  name: 'ImportRun',
  tableName: 'import_run',
  properties: {
    id: p.integer().primary().autoincrement(),
    keyId: p.integer(),
    idempotencyKey: p.text(),
    /** Of the file and of how it is to be read. */
    requestHash: p.text(),
    report: p.json().$type<ImportReport>(),
    at: p.datetime().$type<string>().defaultRaw('clock_timestamp()'),
  },
});

declare module '../kernel/tables.js' {
  interface Tables {
    import_run: InferKyselyTable<typeof ImportRuns>;
  }
}
