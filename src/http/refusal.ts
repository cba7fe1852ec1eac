import type { FastifyReply } from 'fastify';

/** Answers a request that is not even GraphQL in the shape of a GraphQL error. */
export function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions: { code } }] });
}
