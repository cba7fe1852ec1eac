import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type About, Context } from '../kernel/context.js';
import { languageOf } from '../kernel/language.js';
import type { Limits } from '../kernel/limits.js';
import type { Readings } from '../kernel/reading.js';
import { isUnavailable, unavailable } from './errors.js';
import { refuse } from './refusal.js';

/** What every request is answered with. */
export interface Served {
  apollo: ApolloServer<Context>;
  readings: Readings;
  limits: Limits;
  about: About;
}

/** `/graphql`: POST in JSON, GET for queries. */
export function graphqlRoute(app: FastifyInstance, { apollo, readings, limits, about }: Served): void {
  const handler = fastifyApolloHandler(apollo, {
    context: async (request) => {
      const reading = await readings.now().catch((error: unknown) => {
        throw isUnavailable(error) ? unavailable() : error;
      });
      return new Context(readings, reading, languageOf(request.headers['accept-language']), limits, about);
    },
  });
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    preHandler: (request, reply, done) => {
      if (!checked(request, reply, limits)) return;
      // No cookie and no other authority comes along with a link, and GET never changes anything.
      if (request.method === 'GET') request.headers['apollo-require-preflight'] = '1';
      void reply.header('vary', 'Accept, Accept-Language');
      done();
    },
    handler,
  });
  app.route({
    method: ['DELETE', 'PATCH', 'PUT'],
    url: '/graphql',
    handler: (_, reply) => {
      void reply.header('allow', 'GET, POST, OPTIONS');
      return refuse(reply, 405, 'METHOD_NOT_ALLOWED', 'Ask /graphql by POST, or by GET for queries.');
    },
  });
}

/** Whether the document may be parsed at all; else it has been refused. */
function checked(request: FastifyRequest, reply: FastifyReply, limits: Limits): boolean {
  const { query } = ((request.method === 'GET' ? request.query : request.body) ?? {}) as { query?: unknown };
  if (request.method === 'POST' && !/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    refuse(reply, 415, 'UNSUPPORTED_MEDIA_TYPE', 'Send POST requests as application/json.');
    return false;
  }
  if (typeof query === 'string' && query.length > limits.queryCharacters) {
    refuse(
      reply,
      413,
      'TOO_LARGE',
      `The document has ${query.length} characters; ${limits.queryCharacters} are the most.`,
    );
    return false;
  }
  return true;
}
