import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../kernel/tables.js';
import type { Check } from './check.js';
import { unknownCodes } from './codes.js';
import { duplicates } from './duplicates.js';
import type { CheckRelease, Finding } from './finding.js';
import { growthMismatch } from './growth-mismatch.js';
import { indexAndGrowth } from './index-and-growth.js';
import { partsAndTotal } from './parts-and-total.js';
import { powerOfTen } from './power-of-ten.js';
import { missingStatusWithValue, periodNotOver, statesNothing } from './statements.js';
import { statusStepsBack } from './status-steps-back.js';
import { yearToDateBelowMonth } from './year-to-date.js';

/** In the order in which their findings are told. */
const CHECKS: readonly Check[] = [
  unknownCodes,
  statesNothing,
  missingStatusWithValue,
  duplicates,
  indexAndGrowth,
  yearToDateBelowMonth,
  partsAndTotal,
  powerOfTen,
  growthMismatch,
  statusStepsBack,
  periodNotOver,
];

/** A hundred thousand prints of which every one is wrong take seconds, on a busy machine more. */
const LONGEST_MS = 60_000;

/** What the data checks find in the prints of a release against what stands, one statement each. */
export const findings: CheckRelease = (db, releaseId, most) =>
  patiently(db, async (checked) => {
    const found: Finding[] = [];
    for (const check of CHECKS) found.push(...(await check(checked, releaseId, most)));
    const { ERROR = [], WARNING = [] } = Object.groupBy(found, ({ severity }) => severity);
    return [...ERROR, ...WARNING];
  });

/** Lets statements take long, in a transaction of their own or for as long as they run in that of the caller. */
async function patiently<T>(db: Kysely<Tables>, act: (checked: Kysely<Tables>) => Promise<T>): Promise<T> {
  if (!db.isTransaction) return db.transaction().execute((own) => patiently(own, act));
  const { rows } = await sql<{ usual: string }>`select current_setting('statement_timeout') as usual`.execute(db);
  await limit(db, String(LONGEST_MS));
  const result = await act(db);
  await limit(db, rows[0]!.usual);
  return result;
}

const limit = (db: Kysely<Tables>, longest: string): Promise<unknown> =>
  sql`select set_config('statement_timeout', ${longest}, true)`.execute(db);
