import type { FastifyBaseLogger } from 'fastify';

type Logger = Pick<FastifyBaseLogger, 'info' | 'error'>;

interface Told {
  id: string;
  method: string;
  url: string;
}

export const pathOf = ({ url }: Pick<Told, 'url'>): string => url.split('?')[0]!;

/** A line for each request that was answered. */
export function logAnswered(
  log: Logger,
  { id, method, url }: Told,
  { statusCode }: { statusCode: number },
  ms: number,
) {
  log.info({ reqId: id, method, path: pathOf({ url }), status: statusCode, ms }, 'answered');
}

export const logFailed = (log: Logger, reqId: string, err: unknown): void =>
  log.error({ reqId, err }, 'a request failed');
