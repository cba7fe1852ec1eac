import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyTable } from '@mikro-orm/sql';
import type { Qualifier } from '../../kernel/printed-change.js';

export type PlanTarget = 'LEVEL' | 'GROWTH';

/** What is planned: a level or a growth for a period, by whoever set it (null where unknown). */
export const Plans = defineEntity({
  name: 'Plan',
  tableName: 'plan',
  properties: {
    id: p.integer().primary().autoincrement(),
    indicatorId: p.integer(),
    territoryId: p.integer(),
    breakdownId: p.integer().default(0),
    periodStart: p.date(),
    periodEnd: p.date(),
    setById: p.integer().nullable(),
    target: p.text().$type<PlanTarget>(),
  },
});

/** What one document stated of a plan: a value, a range, or only that there is one. */
export const PlanPrints = defineEntity({
  name: 'PlanPrint',
  tableName: 'plan_print',
  properties: {
    id: p.bigint('string').primary().autoincrement(),
    planId: p.integer(),
    releaseId: p.integer(),
    sourceId: p.integer(),
    locator: p.text().nullable(),
    value: p.decimal('string').nullable(),
    low: p.decimal('string').nullable(),
    high: p.decimal('string').nullable(),
    unitMultiplier: p.smallint().nullable(),
    qualifier: p.text().$type<Qualifier>().nullable(),
    noteVi: p.text().nullable(),
    noteEn: p.text().nullable(),
    correctsId: p.bigint('string').nullable(),
    isWithdrawal: p.boolean().default(false),
    reasonVi: p.text().nullable(),
    reasonEn: p.text().nullable(),
  },
});

/** A share of plan as printed beside the figure; it names the plan it measures. */
export const PrintPlanShares = defineEntity({
  name: 'PrintPlanShare',
  tableName: 'print_plan_share',
  properties: {
    printId: p.bigint('string').primary(),
    planId: p.integer().primary(),
    percent: p.decimal('string'),
    qualifier: p.text().$type<Qualifier>().nullable(),
  },
});

export type PlanPrintReadingTable = InferKyselyTable<typeof PlanPrints> & {
  published_at: string | null;
  published_latest: string;
  known_from: string | null;
};

declare module '../../kernel/tables.js' {
  interface Tables {
    plan: InferKyselyTable<typeof Plans>;
    plan_print: InferKyselyTable<typeof PlanPrints>;
    plan_print_reading: PlanPrintReadingTable;
    print_plan_share: InferKyselyTable<typeof PrintPlanShares>;
  }
}
