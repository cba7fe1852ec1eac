import { sql } from 'kysely';
import { COMMAND_LINE, type Role } from '../../src/kernel/actor.js';
import { writing } from '../../src/features/audit/writing.js';
import { createKey } from '../../src/features/keys/create-key.mutation.js';
import { hashOf } from '../../src/features/keys/key.js';
import type { Server } from './server.js';

let count = 0;

/** A key of a role, made on the command line. */
export async function keyFor({ database }: Server, role: Role, expiresAt: string | null = null): Promise<string> {
  count += 1;
  const input = { name: `${role} ${count}`, role, expiresAt };
  return (await writing(database.db, COMMAND_LINE, (one) => createKey(one, input))).key;
}

/** The header by which somebody of a role asks. */
export const as = async (server: Server, role: Role): Promise<{ authorization: string }> => ({
  authorization: `Bearer ${await keyFor(server, role)}`,
});

const SAME = `sol_0123456789${'a'.repeat(43)}`;

/** A header that is the same in every run, for tests that tell beforehand what they ask; `knowEditor` makes it known. */
export const EDITOR = { authorization: `Bearer ${SAME}` };

export async function knowEditor({ database: { db } }: Server): Promise<void> {
  await sql`insert into api_key (name, prefix, hash, role)
    values ('same', ${SAME.slice(0, 14)}, ${hashOf(SAME)}, 'EDITOR')`.execute(db);
}
