import { sql } from 'kysely';
import { Arg, createUnionType, Ctx, Mutation, Resolver } from 'type-graphql';
import { Context } from '../../kernel/context.js';
import { outcome, Refusal } from '../../kernel/refusal.type.js';
import { Refused } from '../../kernel/refused.js';
import { changing, type Writing } from '../audit/writing.js';
import { isPrefix } from './key.js';
import { mayManageKeys } from './key.policy.js';
import { ApiKey, type KeyRow } from './key.type.js';

const RevocationOutcome = createUnionType({
  name: 'RevocationOutcome',
  description: 'The key that was revoked, or why none was.',
  types: () => [ApiKey, Refusal] as const,
});

@Resolver()
export class RevokeKeyMutation {
  @Mutation(() => RevocationOutcome, {
    description:
      'Revokes a key: from then on it works no more. For admins: others are refused with NOT_ALLOWED. NOT_FOUND where there is no such key, CONFLICT where it was revoked before.',
  })
  revokeKey(
    @Arg('prefix', () => String, { description: 'The prefix of the key, e.g. `sol_0123456789`.' }) prefix: string,
    @Ctx() context: Context,
  ): Promise<typeof RevocationOutcome> {
    return outcome(changing(context, (writing) => revokeKey(writing, prefix)));
  }
}

/** Revokes the key of a prefix or a name. */
export async function revokeKey(writing: Writing, nameOrPrefix: string): Promise<ApiKey> {
  if (!mayManageKeys(writing.actor)) throw new Refused('NOT_ALLOWED', 'Only an admin revokes keys.');
  const found = await keyFor(writing, nameOrPrefix);
  if (!found) throw new Refused('NOT_FOUND', 'There is no key of this prefix or name: `keys list` tells them.');
  if (found.revokedAt !== null)
    throw new Refused('CONFLICT', `The key ${found.prefix} was revoked at ${found.revokedAt}.`);
  const { rows } = await sql<KeyRow>`
    update api_key set revoked_at = clock_timestamp() where id = ${found.row.id} returning *`.execute(writing.db);
  const revoked = new ApiKey(rows[0]!);
  const [before, after] = [{ revokedAt: null }, { revokedAt: revoked.revokedAt }];
  await writing.record({ action: 'key.revoke', kind: 'api_key', code: revoked.prefix, before, after });
  return revoked;
}

async function keyFor({ db }: Writing, text: string): Promise<ApiKey | null> {
  if (/\p{C}/u.test(text)) return null;
  const named = isPrefix(text) ? sql`prefix = ${text}` : sql`name = ${text.normalize('NFC').trim()}`;
  const { rows } = await sql<KeyRow>`select * from api_key where ${named} for update`.execute(db);
  const row = rows.at(0);
  return row ? new ApiKey(row) : null;
}
