import type { FastifyInstance, FastifyRequest } from 'fastify';
import { send } from './answer.js';
import type { Answering } from './answering.js';
import type { Asked } from './asked.js';
import type { Readiness } from './health.route.js';

/** `/graphql`: POST in JSON, GET for queries. */
export function graphqlRoute(http: FastifyInstance, answer: Answering, readiness: Readiness): void {
  void http.register((app, _, done) => {
    app.removeContentTypeParser('application/json');
    app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, taken) => taken(null, body));
    app.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      exposeHeadRoute: false,
      handler: async (request, reply) => {
        const asked = askedIn(request);
        const made = await answer(asked);
        send(asked, reply.hijack().raw, made, readiness);
        return reply;
      },
    });
    done();
  });
}

const askedIn = ({ id, method, url, headers, body }: FastifyRequest): Asked => ({
  id,
  method,
  url,
  headers,
  body: Buffer.isBuffer(body) ? body : null,
});
