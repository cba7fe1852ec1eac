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
    exposeHeadRoute: false,
    preHandler: (request, reply, done) => {
      if (!checked(request, reply, limits)) return;
      // No cookie and no other authority comes along with a link, and GET never changes anything.
      if (request.method === 'GET') request.headers['apollo-require-preflight'] = '1';
      void reply.header('vary', 'Accept, Accept-Language');
      done();
    },
    handler,
  });
}

const JSON_TYPE = /^application\/json\s*(;|$)/i;
const OTHER_CHARSET = /;\s*charset\s*=(?!\s*"?utf-?8"?\s*(;|$))/i;

/** Whether the document may be parsed at all; else it has been refused. */
function checked(request: FastifyRequest, reply: FastifyReply, limits: Limits): boolean {
  const { query } = ((request.method === 'POST' ? request.body : request.query) ?? {}) as { query?: unknown };
  const type = request.headers['content-type'] ?? '';
  if (request.method === 'POST' && (!JSON_TYPE.test(type) || OTHER_CHARSET.test(type))) {
    refuse(reply, 415, 'UNSUPPORTED_MEDIA_TYPE', 'Send POST requests as application/json, in UTF-8.');
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
