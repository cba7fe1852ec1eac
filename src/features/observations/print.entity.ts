import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyTable } from '@mikro-orm/sql';
import type { ChangeForm, Qualifier } from '../../kernel/printed-change.js';

export type ObservationStatus =
  | 'FINAL'
  | 'PROVISIONAL'
  | 'ESTIMATED'
  | 'FORECAST'
  | 'UNSPECIFIED'
  | 'MISSING'
  | 'NOT_COLLECTED'
  | 'NOT_APPLICABLE'
  | 'SUPPRESSED';

export type ComparisonBasis =
  'SAME_PERIOD_LAST_YEAR' | 'PREVIOUS_PERIOD' | 'DECEMBER_LAST_YEAR' | 'BASE_PERIOD' | 'ANNUAL_AVERAGE';

/** A change as it was printed; numbers are exact decimals as text. */
export interface StoredChange {
  form: ChangeForm;
  value?: string;
  low?: string;
  high?: string;
  qualifier?: Qualifier;
}

export type StoredChanges = Partial<Record<ComparisonBasis, StoredChange>>;

/** What one document stated about one observation. Append-only once its release's moment has come. */
export const Prints = defineEntity({
  name: 'Print',
  tableName: 'print',
  properties: {
    id: p.bigint('string').primary().autoincrement(),
    observationId: p.bigint('string'),
    releaseId: p.integer(),
    sourceId: p.integer(),
    locator: p.text().nullable(),
    status: p.text().$type<ObservationStatus>().default('UNSPECIFIED'),
    value: p.decimal('string').nullable(),
    unitMultiplier: p.smallint().nullable(),
    qualifier: p.text().$type<Qualifier>().nullable(),
    changes: p.json<StoredChanges>().default('{}'),
    hasBreak: p.boolean().default(false),
    noteVi: p.text().nullable(),
    noteEn: p.text().nullable(),
    correctsId: p.bigint('string').nullable(),
    isWithdrawal: p.boolean().default(false),
    reasonVi: p.text().nullable(),
    reasonEn: p.text().nullable(),
    isEmpty: p.boolean().generated("(is_withdrawal or status in ('MISSING', …)) stored"),
    statesValue: p.boolean().generated('(is_empty or value is not null) stored'),
  },
});

/** A print as reads see it: with its release's moment and the moment from which it could be known. */
export type PrintReadingTable = InferKyselyTable<typeof Prints> & {
  published_at: string | null;
  published_latest: string;
  known_from: string | null;
};

declare module '../../kernel/tables.js' {
  interface Tables {
    print: InferKyselyTable<typeof Prints>;
    print_reading: PrintReadingTable;
  }
}
