import type { PoolClient } from 'pg';

/** Statements of one connection whose plans the server keeps. */
const MOST_NAMED = 200;
/** Statements seen once, which may come again. */
const MOST_SEEN = 1000;
/** The tables behind a kept plan have changed: `cached plan must not change result type`. */
const OUTDATED = '0A000';

type Query = (text: unknown, values?: unknown, ...rest: unknown[]) => Promise<unknown>;

/**
 * Lets PostgreSQL keep the plans of statements that a connection is asked again: from the second time on they are sent under a
 * name, so that they are parsed once and, after a few times, planned once. The longest unused give way.
 */
export function keepPlans(client: Pick<PoolClient, 'query'>): void {
  const send = client.query.bind(client) as unknown as Query;
  const seen = new Set<string>();
  const names = new Map<string, string>();
  let last = 0;

  const nameOf = (text: string): string | null => {
    const held = names.get(text);
    if (held !== undefined) {
      if (names.size >= MOST_NAMED) {
        names.delete(text);
        names.set(text, held);
      }
      return held;
    }
    if (!seen.delete(text)) {
      if (seen.size >= MOST_SEEN) seen.clear();
      seen.add(text);
      return null;
    }
    if (names.size >= MOST_NAMED) forget(names.keys().next().value!);
    last += 1;
    names.set(text, `solieu_${last}`);
    return names.get(text)!;
  };

  const forget = (text: string): void => {
    const name = names.get(text);
    names.delete(text);
    if (name !== undefined) void send(`deallocate ${name}`).catch(() => undefined);
  };

  const kept = async (name: string, text: string, values: unknown[]): Promise<unknown> => {
    try {
      return await send({ name, text, values });
    } catch (error) {
      if ((error as { code?: unknown }).code !== OUTDATED) throw error;
      forget(text);
      return send(text, values);
    }
  };

  // Streams of rows are answered as themselves, not as promises.
  const query: Query = (text, values, ...rest) => {
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : null;
    return name === null ? send(text, values, ...rest) : kept(name, text as string, values as unknown[]);
  };
  client.query = query as never;
}
