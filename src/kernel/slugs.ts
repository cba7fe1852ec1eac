import { sql } from 'kysely';
import { unknownCode } from './nearest.js';
import type { Reading } from './reading.js';

/** Row ids of things named by their slugs, in one statement; the first unknown one is an error that names the nearest. */
export async function slugIds(
  { db }: Reading,
  table: string,
  slugs: readonly string[],
  argument: string,
): Promise<number[]> {
  const named = sql.table(table);
  const { rows } = await sql<{ id: number; slug: string }>`
    select id, slug from ${named} where slug = any(${slugs.filter(isSlug)}::text[])`.execute(db);
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]));
  const unknown = slugs.find((slug) => !ids.has(slug));
  if (unknown === undefined) return [...ids.values()];
  const all = await sql<{ slug: string }>`select slug from ${named}`.execute(db);
  throw unknownCode(
    argument,
    table,
    unknown,
    all.rows.map(({ slug }) => slug),
  );
}

/** What slugs are made of; anything else names nothing. */
export const isSlug = (text: string): boolean => text.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
