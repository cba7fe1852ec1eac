import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Asked } from './asked.js';
import type { Readiness } from './health.route.js';

/** An answer as it goes over the wire. */
export interface Answer {
  status: number;
  headers: Record<string, string> & { etag?: string };
  /** Its bytes; few of them as a text of one character each, which Node sends in one piece with the head. */
  body: Buffer | string;
}

/** What an answer is made of. */
export interface Told {
  status: number;
  /** With `content-type`. */
  headers: Record<string, string>;
  text: string;
}

/** Up to here a text is copied faster than two pieces are sent. */
const FEW = 64 * 1024;

/** Every origin may read, without credentials. */
export const EXPOSED = ['etag', 'x-request-id', 'retry-after'];
const OPEN = { 'access-control-allow-origin': '*', 'access-control-expose-headers': EXPOSED.join(', ') };

/** The answer to a request; a whole one is a query answered without an error. */
export function answerOf(asked: Asked, { status, headers: given, text }: Told, isWhole: boolean): Answer {
  const bytes = Buffer.from(text);
  const body = bytes.length <= FEW ? bytes.toString('latin1') : bytes;
  const headers: Answer['headers'] = { ...given, vary: 'Accept, Accept-Language' };
  if (!isWhole) {
    headers['cache-control'] = 'no-store';
    if (status === 503) headers['retry-after'] = '1';
  } else if (asked.method === 'GET') {
    headers['cache-control'] = `${isNamed(asked) ? 'private' : 'public'}, max-age=0, must-revalidate`;
    headers.etag = etagOf(given['content-type'] ?? '', bytes);
  }
  return { status, headers, body };
}

/** Whether its reader says who they are: their answer is for nobody else. */
export const isNamed = ({ headers: { authorization, cookie } }: Pick<Asked, 'headers'>): boolean =>
  authorization !== undefined || cookie !== undefined;

/** Tells apart what differs in its bytes or its type: the same on every server. */
const etagOf = (type: string, bytes: Buffer): string =>
  `"${createHash('sha256').update(type).update('\n').update(bytes).digest('base64url')}"`;

/** What every answer says of itself. */
export const ownHeaders = (id: string, { isDraining }: Readiness): Record<string, string> =>
  isDraining ? { 'x-request-id': id, connection: 'close' } : { 'x-request-id': id };

/** Sends an answer past all that might still change it, or only that its reader has it. */
export function send({ id, headers: asked }: Asked, to: ServerResponse, answer: Answer, readiness: Readiness): void {
  const { status, headers, body } = answer;
  const head: OutgoingHttpHeaders = { ...headers, ...OPEN, ...ownHeaders(id, readiness) };
  if (isHeld(asked['if-none-match'], headers.etag)) {
    delete head['content-type'];
    to.writeHead(304, head).end();
    return;
  }
  head['content-length'] = body.length;
  to.writeHead(status, head).end(body, 'latin1');
}

/** Whether an `If-None-Match` header names an answer: its reader has it. */
function isHeld(header: string | undefined, etag: string | undefined): boolean {
  if (header === undefined || etag === undefined) return false;
  return header.trim() === '*' || (header.match(/"[^"]*"/g)?.includes(etag) ?? false);
}
