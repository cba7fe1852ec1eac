import type { Kysely } from 'kysely';
import type { Tables } from '../../kernel/tables.js';

export type Severity = 'ERROR' | 'WARNING';

/** What a data check found in a draft. */
export interface Finding {
  /** Name of the check, by which its warnings are accepted: `YTD_BELOW_MONTH`. */
  check: string;
  severity: Severity;
  /** The figure by its codes: `EXPORT_VALUE 58 2024-M06 DOIT_NINH_THUAN`. */
  subject: string;
  /** What is wrong, with the numbers compared. */
  message: string;
}

/** What the checks find in the prints of a release, errors first; at most `most` of each check. */
export type CheckRelease = (db: Kysely<Tables>, releaseId: number, most: number) => Promise<Finding[]>;
