import { type Kysely, sql } from 'kysely';
import { withDecimals } from '../../seeds/relations.js';
import type { Stored } from '../../seeds/tables.js';
import type { Tables } from '../kernel/tables.js';

interface Place {
  plan_id: number;
  source_id: number;
  locator: string | null;
}

/** The prints of plans that are there already: of the draft, and of releases that have their moment. */
export class PlanPrintsThere {
  private constructor(
    readonly own: Stored[],
    /** The oldest first. */
    private readonly others: readonly Stored[],
  ) {}

  static async read(db: Kysely<Tables>, releaseId: number, planIds: readonly number[]): Promise<PlanPrintsThere> {
    const { rows } = await sql<{ stored: string | null }>`
      select json_agg(row_to_json(t) order by t.moment, t.id)::text as stored from (
        select ${withDecimals('value', 'low', 'high')}, r.published_at as moment
        from plan_print t join release r on r.id = t.release_id
        where t.plan_id = any(${[...planIds]}::integer[]) and (r.id = ${releaseId} or r.published_at is not null)) t`.execute(
      db,
    );
    const all = JSON.parse(rows[0]?.stored ?? '[]') as Stored[];
    const isOwn = (stored: Stored): boolean => stored['release_id'] === releaseId;
    return new PlanPrintsThere(
      all.filter(isOwn),
      all.filter((stored) => !isOwn(stored)),
    );
  }

  /** The newest print of a plan by another release. */
  earlier(planId: number): Stored | null {
    return this.others.findLast((stored) => stored['plan_id'] === planId) ?? null;
  }

  /** The print of a release that a correction is of; null where there is none. */
  mended(releaseId: number | null, { plan_id, source_id, locator }: Place): number | null {
    if (releaseId === null) return null;
    const print = this.others.findLast(
      (stored) =>
        stored['release_id'] === releaseId &&
        stored['plan_id'] === plan_id &&
        stored['source_id'] === source_id &&
        stored['locator'] === locator,
    );
    return print ? Number(print['id']) : null;
  }
}
