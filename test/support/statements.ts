import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';

let sent: string[] | null = null;

/** Notes every statement that reaches a driver, and lets it pass. */
function watch(driver: { query: unknown }): void {
  const original = driver.query as (this: unknown, ...args: unknown[]) => unknown;
  driver.query = function (this: unknown, ...args: unknown[]): unknown {
    const [statement] = args;
    sent?.push(typeof statement === 'string' ? statement : (statement as { text: string }).text);
    return original.apply(this, args);
  };
}

watch(PGlite.prototype);
watch(pg.Client.prototype);

/** The statements that some work sends to the database. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const noted: string[] = [];
  sent = noted;
  try {
    await work();
  } finally {
    sent = null;
  }
  return noted;
}
