import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Codes that tell the caller what to do; anything else is masked. */
const TOLD = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'METHOD_NOT_ALLOWED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'SERVICE_UNAVAILABLE',
  'TOO_COMPLEX',
  'TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
]);

/** PostgreSQL: connection lost or refused, shutting down, cancelled by a time limit, locked, no memory or disk. */
const AWAY = /^(08|53|57|55P03|25006)|^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|EAI_AGAIN)/;
const AWAY_TEXT =
  /timeout exceeded when trying to connect|Connection terminated|pool is (draining|closed)|PGlite is closed/i;

/** Whether the database cannot answer now, though it may soon. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, message, cause } = error as Error & { code?: unknown };
  return (typeof code === 'string' && AWAY.test(code)) || AWAY_TEXT.test(message) || isUnavailable(cause);
}

export const unavailable = (why = 'The database cannot answer now.'): GraphQLError =>
  new GraphQLError(`${why} Try again in a moment.`, {
    extensions: { code: 'SERVICE_UNAVAILABLE', http: { status: 503, headers: new Map([['retry-after', '1']]) } },
  });

/** What a client is told of an error; `log` keeps the rest under the id that the client is given. */
export function toldError(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: (id: string, error: unknown) => void,
): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const place = { locations: formatted.locations, path: formatted.path };
  if (isUnavailable(original)) {
    const { message } = unavailable();
    return { ...place, message, extensions: { code: 'SERVICE_UNAVAILABLE' } };
  }
  const extensions = { ...formatted.extensions };
  delete extensions['stacktrace'];
  delete extensions['http'];
  Object.assign(extensions, refusedByLibrary(original));
  // A scalar that refuses a literal is found while validating: it is wrong input all the same.
  if (typeof extensions['reason'] === 'string') extensions['code'] = 'BAD_USER_INPUT';
  if (typeof extensions['code'] === 'string' && TOLD.has(extensions['code'])) {
    return { ...place, message: shortened(formatted.message), extensions };
  }
  const id = randomUUID();
  log(id, original);
  const message = `Something went wrong on our side. Quote ${id} when you ask about it.`;
  return { ...place, message, extensions: { code: 'INTERNAL_SERVER_ERROR', errorId: id } };
}

/** Refusals that the libraries give no code: a null where an argument takes none, a persisted query that is not what it says. */
function refusedByLibrary(error: unknown): { code?: string; argument?: string } {
  if (!(error instanceof GraphQLError) || error.extensions['code'] !== undefined) return {};
  const [, argument] = /^Argument "(\w+)" /.exec(error.message) ?? [];
  if (argument !== undefined) return { code: 'BAD_USER_INPUT', argument };
  const { status } = (error.extensions['http'] ?? {}) as { status?: number };
  return status === 400 ? { code: 'BAD_REQUEST' } : {};
}

const shortened = (message: string): string => (message.length > 1000 ? `${message.slice(0, 1000)}…` : message);
