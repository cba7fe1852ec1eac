import type { IncomingHttpHeaders } from 'node:http';
import type { Kysely } from 'kysely';
import { actorOf } from '../features/keys/actor-of.query.js';
import { type Actor, ANONYMOUS } from '../kernel/actor.js';
import type { Tables } from '../kernel/tables.js';

/** Whoever says who they are shows a key that works; else they are told so, and nothing else is done. */
export class Unauthenticated extends Error {
  override name = 'Unauthenticated';
  readonly statusCode = 401;
  readonly headers = { 'www-authenticate': 'Bearer realm="solieu"', 'cache-control': 'no-store' };

  constructor() {
    super(
      'The key is none, has expired or was revoked. Send "Authorization: Bearer sol_…", or no Authorization to read what is published.',
    );
  }
}

const BEARER = /^Bearer +(\S+) *$/i;

/**
 * Who sends a request, by its `Authorization` header alone; anonymous without one. Rejects with `Unauthenticated` where it
 * shows no key that works. That a key was used is noted beside; `lost` is told where it cannot be.
 */
export async function actorFor(
  { authorization }: Pick<IncomingHttpHeaders, 'authorization'>,
  db: Kysely<Tables>,
  lost: (error: unknown) => void = warn,
): Promise<Actor> {
  if (authorization === undefined) return ANONYMOUS;
  const key = BEARER.exec(authorization)?.[1];
  const actor = key === undefined ? null : await actorOf(db, key, lost);
  if (!actor) throw new Unauthenticated();
  return actor;
}

const warn = (error: unknown): void => process.emitWarning(`The use of a key was not noted: ${String(error)}`);
