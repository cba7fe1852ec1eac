import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import type { Context } from '../../kernel/context.js';
import { IS_IN_FORCE } from '../../kernel/key-in-force.js';
import { Refused } from '../../kernel/refused.js';
import type { Tables } from '../../kernel/tables.js';

/** One thing that was done, as the audit trail keeps it. */
export interface Deed {
  /** E.g. `release.publish`, `key.create`, `products.import`. */
  action: string;
  /** What was changed: the noun of its table, and its code or slug. */
  kind: string;
  code: string;
  /** What of it changed; null where it was not there, or is no more. Never a secret, never contacts of a person. */
  before: object | null;
  after: object | null;
}

/** A change on its way: one transaction, one actor. What throws leaves nothing behind. */
export interface Writing {
  db: Kysely<Tables>;
  actor: Actor;
  /** Puts a deed into the audit trail; it stands if the change does. */
  record: (deed: Deed) => Promise<void>;
}

/**
 * Makes a change whole or not at all, for whose key still works: a file takes its time to come in. `longest` is how long one
 * statement of the change may take, 0 for no limit.
 */
export function writing<T>(
  db: Kysely<Tables>,
  actor: Actor,
  act: (writing: Writing) => Promise<T>,
  longest = 5000,
): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ may: boolean }>`
      select set_config('statement_timeout', ${String(longest)}, true), ${worksStill(actor)} as may`.execute(
      transaction,
    );
    if (!rows[0]!.may)
      throw new Refused('NOT_ALLOWED', 'The key was revoked or ran out meanwhile: nothing was changed.');
    return act({ db: transaction, actor, record: (deed) => recorded(transaction, actor, deed) });
  });
}

const worksStill = ({ keyId }: Actor): RawBuilder<boolean> =>
  keyId === null ? sql`true` : sql`exists (select from api_key where id = ${keyId} and ${IS_IN_FORCE})`;

/** As `writing`, for a mutation: what the rest of the document reads knows of the change. */
export async function changing<T>(context: Context, act: (writing: Writing) => Promise<T>): Promise<T> {
  const result = await writing(context.reading.db, context.actor, act);
  await context.renew();
  return result;
}

async function recorded(db: Kysely<Tables>, actor: Actor, deed: Deed): Promise<void> {
  const [before, after] = [deed.before, deed.after].map((state) => state && JSON.stringify(state));
  await sql`
    insert into audit_event (actor, key_id, action, kind, code, before, after)
    values (${actor.name}, ${actor.keyId}, ${deed.action}, ${deed.kind}, ${deed.code}, ${before}::jsonb, ${after}::jsonb)`.execute(
    db,
  );
}
