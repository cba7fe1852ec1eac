import { type RawBuilder, sql } from 'kysely';
import { unseen } from '../../kernel/unseen.js';

/**
 * The two conditions of every read, on `print p`, `print_reading p` or `plan_print_reading p`. *Visible*: the moment of its
 * release has come. *Known*: the world could know it as of the moment asked. `asOf` never widens what is visible.
 */
export function readable(moment: string, asOf: string | null): RawBuilder<boolean> {
  const visible = isPublished(moment);
  return asOf === null ? visible : sql`${visible} and p.known_from <= ${unseen(asOf, 'timestamptz')}`;
}

/** Asked as a value, not as a join, so that the planner hashes releases once where many prints are read. */
const isPublished = (moment: string): RawBuilder<boolean> => sql<boolean>`(exists (
  select from release r where r.id = p.release_id and r.published_at <= ${unseen(moment, 'timestamptz')})) is true`;

/** Prints `p` as `readable` reads them. Without `asOf` their documents are not asked when they could be known. */
export const prints = (asOf: string | null): RawBuilder<unknown> =>
  asOf === null ? sql`print p` : sql`print_reading p`;

/** A relation of the readable prints, each with the whole identity of its figure. */
export const printsOfFigures = (moment: string, asOf: string | null): RawBuilder<unknown> => sql`
  (select p.*, p.period_end - p.period_days + 1 as period_start from ${prints(asOf)} where ${readable(moment, asOf)})`;

/** How prints of one observation or plan follow each other, the newest first. */
export const NEWEST = sql`p.published_latest desc, p.known_from desc, p.id desc`;

/** `from …` the one readable print of observation `o` that its value comes from, if any states one. */
export const newestValue = (moment: string, asOf: string | null): RawBuilder<unknown> => sql`
  from print_reading p where p.observation_id = o.id and p.states_value and ${readable(moment, asOf)}
  order by ${NEWEST} limit 1`;

/** `from …` the one readable print that an observation's status comes from: that of its value, else the newest. */
export const newestPrint = (moment: string, asOf: string | null): RawBuilder<unknown> => sql`
  from print_reading p where p.observation_id = o.id and ${readable(moment, asOf)}
  order by p.states_value desc, ${NEWEST} limit 1`;
