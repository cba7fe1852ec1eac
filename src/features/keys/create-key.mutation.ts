import { sql } from 'kysely';
import { Arg, createUnionType, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { ANONYMOUS, COMMAND_LINE, type Role } from '../../kernel/actor.js';
import { Context } from '../../kernel/context.js';
import { parseAsOf } from '../../kernel/moment.js';
import { outcome, Refusal } from '../../kernel/refusal.type.js';
import { Refused, type WrongField } from '../../kernel/refused.js';
import { RoleEnum } from '../../kernel/role.type.js';
import { MomentScalar } from '../../kernel/scalars.js';
import { changing, type Writing } from '../audit/writing.js';
import { newKey, SIGN } from './key.js';
import { mayManageKeys } from './key.policy.js';
import { ApiKey, CreatedKey, type KeyRow } from './key.type.js';

/** Names that the audit trail has for whoever shows no key. */
const TAKEN = [ANONYMOUS.name, COMMAND_LINE.name];
const LONGEST = 100;

@InputType({ description: 'A key to be made.' })
export class KeyInput {
  @Field(() => String, {
    description:
      'Whose it is, e.g. `Nguyễn Lan` or `statistics server`: 1 to 100 characters, and never used for another key.',
  })
  name!: string;

  @Field(() => RoleEnum, { description: 'What it may do: EDITOR, PUBLISHER or ADMIN. Reading needs no key.' })
  role!: Role;

  @Field(() => MomentScalar, {
    nullable: true,
    description:
      'The moment from which it works no more; a day means its end. Without it, it works until it is revoked.',
  })
  expiresAt?: string | null;
}

const KeyOutcome = createUnionType({
  name: 'KeyOutcome',
  description: 'A key just made, or why none was.',
  types: () => [CreatedKey, Refusal] as const,
});

@Resolver()
export class CreateKeyMutation {
  @Mutation(() => KeyOutcome, {
    description:
      'Makes a key, which is told this once. For admins: others are refused with NOT_ALLOWED. INVALID names every field that is wrong, CONFLICT a name that another key has or had.',
  })
  createKey(
    @Arg('input', () => KeyInput, { description: 'The key to be made.' }) input: KeyInput,
    @Ctx() context: Context,
  ): Promise<typeof KeyOutcome> {
    return outcome(changing(context, (writing) => createKey(writing, input)));
  }
}

/** Makes a key: it stands in the answer and nowhere else. */
export async function createKey(writing: Writing, input: KeyInput): Promise<CreatedKey> {
  if (!mayManageKeys(writing.actor)) throw new Refused('NOT_ALLOWED', 'Only an admin makes keys.');
  const name = input.name.normalize('NFC').trim();
  const wrong = [...wrongName(name), ...wrongRole(input.role), ...(await wrongEnd(writing, input.expiresAt))];
  if (wrong.length > 0) throw new Refused('INVALID', 'No key was made: see the fields.', wrong);
  const { key, prefix, hash } = newKey();
  const { rows } = await sql<KeyRow>`
    insert into api_key (name, prefix, hash, role, expires_at)
    values (${name}, ${prefix}, ${hash}, ${input.role}, ${endOf(input.expiresAt)}::timestamptz)
    on conflict (name) do nothing returning *`.execute(writing.db);
  const row = rows.at(0);
  if (!row) throw nameIsTaken(name);
  const apiKey = new ApiKey(row);
  const after = { name, role: row.role, expiresAt: apiKey.expiresAt };
  await writing.record({ action: 'key.create', kind: 'api_key', code: prefix, before: null, after });
  return Object.assign(new CreatedKey(), { key, apiKey });
}

const endOf = (expiresAt: string | null | undefined): string | null => (expiresAt ? parseAsOf(expiresAt) : null);

function wrongName(name: string): WrongField[] {
  const wrong = (message: string): WrongField[] => [{ path: 'name', message, value: name.slice(0, LONGEST) }];
  const isText = name.length >= 1 && name.length <= LONGEST && !/\p{C}/u.test(name);
  if (!isText) return wrong(`A name has 1 to ${LONGEST} characters, none of them a control character.`);
  // Whoever pastes a key here is not to see it in lists.
  if (name.includes(SIGN)) return [{ path: 'name', message: `A name holds no key: leave ${SIGN} out.`, value: null }];
  return TAKEN.includes(name.toLowerCase()) ? wrong('The audit trail calls by this name whoever shows no key.') : [];
}

const wrongRole = (role: Role): WrongField[] =>
  role === 'READER' ? [{ path: 'role', message: 'Reading needs no key.', value: role }] : [];

async function wrongEnd({ db }: Writing, expiresAt: string | null | undefined): Promise<WrongField[]> {
  const end = endOf(expiresAt);
  if (end === null) return [];
  const { rows } = await sql<{ has_come: boolean }>`
    select ${end}::timestamptz <= clock_timestamp() as has_come`.execute(db);
  const message = 'A key ends at a moment to come.';
  return rows[0]!.has_come ? [{ path: 'expiresAt', message, value: expiresAt! }] : [];
}

function nameIsTaken(name: string): Refused {
  const message = 'Another key has or had this name; the audit trail tells keys by their names.';
  return new Refused('CONFLICT', `No key was made: "${name}" is taken.`, [{ path: 'name', message, value: name }]);
}
