import type { FastifyInstance, FastifyRequest } from 'fastify';

type Done = (error: Error | null, body?: unknown) => void;

/** Reads a body: JSON whose bytes are well-formed UTF-8. Anything else is an error with status 400. */
export function jsonReader(http: FastifyInstance): (request: FastifyRequest, body: Buffer, done: Done) => void {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const parse = http.getDefaultJsonParser('error', 'error');
  return (request, body, done) => {
    try {
      void parse(request, utf8.decode(body), done);
    } catch {
      done(Object.assign(new Error(), { statusCode: 400 }));
    }
  };
}
