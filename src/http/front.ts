import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { send } from './answer.js';
import type { Answering } from './answering.js';
import type { Asked } from './asked.js';
import type { Readiness } from './health.route.js';
import { logAnswered, logFailed } from './log.js';
import { broken, refused } from './refusal.js';

const PATH = '/graphql';
const LINK = `${PATH}?`;
/** How long a client may take to send a request, and stay without one. */
const PATIENCE_MS = 30_000;

/** A file may take longer on its way; the rest of a request that breaks off still ends after the usual time. */
const LONGEST_UPLOAD_MS = 30 * 60_000;
const UPLOADS = '/imports/';

/** What stands before the routes. */
export interface Front {
  answer: Answering;
  readiness: Readiness;
  log: Logger;
  bodyBytes: number;
}

export function serverOf(listener: RequestListener): Server {
  const times = { requestTimeout: LONGEST_UPLOAD_MS, headersTimeout: PATIENCE_MS, keepAliveTimeout: PATIENCE_MS };
  const server = createServer(times, (request, response) => {
    if (request.method === 'POST' && !request.url!.startsWith(UPLOADS)) hurry(request);
    listener(request, response);
  });
  return server.setTimeout(PATIENCE_MS);
}

/** Cuts off who takes too long to send a body. */
function hurry(request: IncomingMessage): void {
  const timer = setTimeout(() => {
    if (!request.complete) request.destroy();
  }, PATIENCE_MS);
  request.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
}

/** Answers plain questions before they are routed, by the same bytes; all other requests are for the rest. */
export function inFrontOf(rest: RequestListener, front: () => Front): RequestListener {
  return (request, response) => {
    const { bodyBytes } = front();
    if (isPlain(request, bodyBytes)) take(request, response, front());
    else rest(request, response);
  };
}

function isPlain({ method, url = '', headers }: IncomingMessage, bodyBytes: number): boolean {
  if (url !== PATH && !url.startsWith(LINK)) return false;
  if (headers['content-encoding'] !== undefined) return false;
  return method === 'GET' || (method === 'POST' && isWithin(headers['content-length'], bodyBytes));
}

/** A body that does not tell its length beforehand is to be watched while it comes. */
const isWithin = (length: string | undefined, most: number): boolean => length !== undefined && Number(length) <= most;

function take(request: IncomingMessage, response: ServerResponse, front: Front): void {
  const { method = '', url = '', headers } = request;
  const asked: Asked = { id: randomUUID(), method, url, headers, body: null };
  if (front.log.isLevelEnabled('info')) {
    const began = performance.now();
    response.once('finish', () => logAnswered(front.log, asked, response, performance.now() - began));
  }
  if (method === 'GET') answerTo(asked, response, front);
  else whole(request, (body) => answerTo({ ...asked, body }, response, front));
}

/** Reads a body to its end; one that breaks off is nobody's. */
function whole(request: IncomingMessage, then: (body: Buffer) => void): void {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('error', () => undefined);
  request.on('end', () => then(parts.length === 1 ? parts[0]! : Buffer.concat(parts)));
}

function answerTo(asked: Asked, response: ServerResponse, front: Front): void {
  try {
    const made = front.answer(asked);
    if (!(made instanceof Promise)) send(asked, response, made, front.readiness);
    else {
      made
        .then((answer) => send(asked, response, answer, front.readiness))
        .catch((error: unknown) => fail(error, asked, response, front));
    }
  } catch (error) {
    fail(error, asked, response, front);
  }
}

function fail(error: unknown, asked: Asked, response: ServerResponse, { log, readiness }: Front): void {
  logFailed(log, asked.id, error);
  if (response.headersSent) return;
  send(asked, response, refused(500, 'INTERNAL_SERVER_ERROR', broken(asked.id)), readiness);
}
