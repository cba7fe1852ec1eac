import type { FastifyReply } from 'fastify';
import type { Unauthenticated } from './actor.js';
import type { Answer } from './answer.js';
import { unavailable } from './errors.js';

const TYPE = 'application/json; charset=utf-8';

/** A request that is not even GraphQL, in the shape of a GraphQL error. */
export const refusal = (code: string, message: string): object => ({ errors: [{ message, extensions: { code } }] });

export function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).type(TYPE).send(refusal(code, message));
}

/** The same as an answer. */
export const refused = (status: number, code: string, message: string): Answer => ({
  status,
  headers: { 'content-type': TYPE },
  body: Buffer.from(JSON.stringify(refusal(code, message))),
});

/** To whoever shows no key that works. */
export function unauthenticated({ statusCode, message, headers }: Unauthenticated): Answer {
  const answer = refused(statusCode, UNAUTHENTICATED, message);
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

/** To whoever shows a key while the database cannot tell whose it is. */
export function away(): Answer {
  const answer = refused(503, 'SERVICE_UNAVAILABLE', unavailable().message);
  return { ...answer, headers: { ...answer.headers, 'cache-control': 'no-store', 'retry-after': '1' } };
}

export const UNAUTHENTICATED = 'UNAUTHENTICATED';
export const MALFORMED = 'The body is not well-formed JSON in UTF-8.';
export const OTHER_TYPE = 'Send POST requests as application/json, in UTF-8.';
export const broken = (id: string): string => `Something went wrong on our side. Quote ${id} when you ask about it.`;
