import { type Kysely, sql } from 'kysely';
import type { ClientBase, PoolClient } from 'pg';
import type { Tables } from './tables.js';

const QUESTION = 'select null as client /* the client of this connection itself */';

type Query = (text: unknown, ...rest: unknown[]) => Promise<unknown>;

/** Lets a connection be asked for its client, because only the client can take a stream of rows. */
export function tellClient(client: Pick<PoolClient, 'query'>): void {
  const send = client.query.bind(client) as unknown as Query;
  const query: Query = (text, ...rest) =>
    text === QUESTION ? Promise.resolve({ rows: [{ client }] }) : send(text, ...rest);
  client.query = query as never;
}

/** The client that a transaction runs on; null on an embedded database. */
export async function ownClient(transaction: Kysely<Tables>): Promise<ClientBase | null> {
  const { rows } = await sql.raw<{ client: ClientBase | null }>(QUESTION).execute(transaction);
  return rows[0]?.client ?? null;
}
