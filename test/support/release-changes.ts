import type { Role } from '../../src/kernel/actor.js';
import type { Answer, Server } from './server.js';
import { as } from './staff.js';

/** Asks a document with a key of a role, or without one as a reader. */
export const askAs = async <D = Record<string, unknown>>(
  server: Server,
  role: Role,
  source: string,
): Promise<Answer<D>> => server.ask<D>(source, {}, role === 'READER' ? {} : await as(server, role));

/** What became of a change: the state of the release, or the code of the refusal and what it says. */
export interface Told {
  state?: string;
  code?: string;
  message?: string;
  fields?: { path: string }[];
}

/** Makes one change of a release: `publishRelease(code: "JUNE")`. */
export async function change(server: Server, role: Role, mutation: string): Promise<Told> {
  const { data, errors } = await askAs<{ told: Told & { release?: Told } }>(
    server,
    role,
    `mutation { told: ${mutation} {
      ... on ReleaseChanged { release { state } }
      ... on Refusal { code message fields { path } } } }`,
  );
  if (errors) throw new Error(errors[0]!.message);
  return data.told.release ?? data.told;
}
