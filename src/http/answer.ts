import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readiness } from './health.route.js';

/** An answer as it goes over the wire. */
export interface Answer {
  status: number;
  headers: Record<string, string> & { etag?: string };
  /** Its bytes; few of them as a text of one character each, which Node sends in one piece with the head. */
  body: Buffer | string;
}

/** Up to here a text is copied faster than two pieces are sent. */
const FEW = 64 * 1024;

/** The answer to a request; a whole one is a query answered without an error. */
export function answerOf(request: FastifyRequest, reply: FastifyReply, text: string, isWhole: boolean): Answer {
  const [status, bytes, type] = [reply.statusCode, Buffer.from(text), String(reply.getHeader('content-type'))];
  const body = bytes.length <= FEW ? bytes.toString('latin1') : bytes;
  const headers: Answer['headers'] = { 'content-type': type, vary: 'Accept, Accept-Language' };
  if (!isWhole) {
    headers['cache-control'] = 'no-store';
    if (status === 503) headers['retry-after'] = '1';
  } else if (request.method === 'GET') {
    headers['cache-control'] = `${isNamed(request) ? 'private' : 'public'}, max-age=0, must-revalidate`;
    headers.etag = etagOf(type, bytes);
  }
  return { status, headers, body };
}

/** Whether its reader says who they are: their answer is for nobody else. */
export const isNamed = ({ headers: { authorization, cookie } }: Pick<FastifyRequest, 'headers'>): boolean =>
  authorization !== undefined || cookie !== undefined;

/** Tells apart what differs in its bytes or its type: the same on every server. */
const etagOf = (type: string, bytes: Buffer): string =>
  `"${createHash('sha256').update(type).update('\n').update(bytes).digest('base64url')}"`;

/** What every answer says of itself. */
export const ownHeaders = ({ id }: FastifyRequest, { isDraining }: Readiness): Record<string, string> =>
  isDraining ? { 'x-request-id': id, connection: 'close' } : { 'x-request-id': id };

/** Sends an answer past all that might still change it, or only that its reader has it. */
export function send(request: FastifyRequest, reply: FastifyReply, answer: Answer, readiness: Readiness): FastifyReply {
  const { status, headers, body } = answer;
  const given = reply.getHeaders() as OutgoingHttpHeaders;
  const { 'content-type': type, ...others } = { ...given, ...headers, ...ownHeaders(request, readiness) };
  const { raw } = reply.hijack();
  if (isHeld(request.headers['if-none-match'], headers.etag)) raw.writeHead(304, others).end();
  else raw.writeHead(status, { 'content-type': type, ...others, 'content-length': body.length }).end(body, 'latin1');
  return reply;
}

/** Whether an `If-None-Match` header names an answer: its reader has it. */
function isHeld(header: string | undefined, etag: string | undefined): boolean {
  if (header === undefined || etag === undefined) return false;
  return header.trim() === '*' || (header.match(/"[^"]*"/g)?.includes(etag) ?? false);
}
