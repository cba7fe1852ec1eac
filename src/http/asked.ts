import type { IncomingHttpHeaders } from 'node:http';

/** A request for `/graphql`, its body read. */
export interface Asked {
  /** Told to its reader and in the log. */
  id: string;
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  /** Null where there is none. */
  body: Buffer | null;
}

/** What it says: JSON by POST, a link by GET. */
export type Said = { body: unknown; link: null } | { body: undefined; link: URLSearchParams };

/** What an ordinary request asks. */
export interface Ordinary {
  query: string;
  operationName: string | undefined;
  variables: Readonly<Record<string, unknown>>;
}

/** The link of a GET, as a URL is read. */
export const linkIn = (url: string): URLSearchParams => new URL(url, 'http://localhost').searchParams;

/** The document that it brings. */
export function documentIn({ body, link }: Said): string | null {
  const query = link ? link.getAll('query') : isRecord(body) ? [body['query']] : [];
  return query.length === 1 && typeof query[0] === 'string' ? query[0] : null;
}

/** Null where it asks anything twice, by a hash or in another type than it should. */
export function ordinaryIn({ body, link }: Said): Ordinary | null {
  const asked = link ? onceEach(link) : body;
  if (!isRecord(asked) || 'extensions' in asked) return null;
  const { query, operationName, variables } = asked;
  return typeof query === 'string' && isTextOrNothing(operationName) && isRecordOrNothing(variables)
    ? { query, operationName: operationName ?? undefined, variables: variables ?? {} }
    : null;
}

function onceEach(link: URLSearchParams): object | null {
  const asked = new Map<string, unknown>(link);
  const variables = link.get('variables');
  if (variables !== null) asked.set('variables', objectIn(variables));
  return asked.size === link.size ? Object.fromEntries(asked) : null;
}

/** False, which variables never are, for a text that is no object in JSON. */
function objectIn(text: string): object | false {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) && value;
  } catch {
    return false;
  }
}

const isTextOrNothing = (value: unknown): value is string | null | undefined =>
  typeof value === 'string' || value === null || value === undefined;

const isRecordOrNothing = (value: unknown): value is Record<string, unknown> | null | undefined =>
  isRecord(value) || value === null || value === undefined;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
