import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Reads a body: JSON whose bytes are well-formed UTF-8. Anything else is an error with status 400. */
export function jsonReader(http: FastifyInstance): (body: Buffer) => unknown {
  const parse = http.getDefaultJsonParser('error', 'error');
  return (body) => {
    let read: unknown;
    let failure: Error | null = isUtf8(body) ? null : Object.assign(new Error(), { statusCode: 400 });
    // It never looks at the request, and calls back before it returns.
    const done = (error: Error | null, value: unknown): void => void ((failure = error), (read = value));
    if (!failure) void parse({} as FastifyRequest, body.toString(), done);
    if (failure) throw failure;
    return read;
  };
}
