import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyBaseLogger, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { importOnce } from '../imports/import-once.js';
import { importKind } from '../imports/kinds.js';
import type { ImportReport } from '../imports/kind.js';
import { openFile } from '../imports/open-file.js';
import type { Import } from '../imports/run.js';
import { runImport } from '../imports/run.js';
import { type Actor, may } from '../kernel/actor.js';
import { type RefusalReason, Refused } from '../kernel/refused.js';
import type { Tables } from '../kernel/tables.js';
import { actorFor, Unauthenticated } from './actor.js';
import { isUnavailable, unavailable } from './errors.js';
import { idempotencyKeyIn, type ImportRequest, importRequest, refuseForm } from './import-request.js';
import { logFailed } from './log.js';
import { type ReceivedFile, removeAbandoned, tooLarge, withReceivedFile } from './received-file.js';
import { broken, UNAUTHENTICATED } from './refusal.js';

export interface Importing {
  db: Kysely<Tables>;
  mostBytes: number;
  useLost: (error: unknown) => void;
}

const PATH = '/imports/';
/** Each holds a file and a connection to the database. */
const MOST_AT_ONCE = 2;
const RETRY_AFTER_S = 10;
const LIMITS = { mostErrors: 100, mostDifferences: 100, progress: () => undefined };

interface Params {
  kind: string;
}

/** `POST /imports/:kind`: a file comes in, whole or not at all, and once however often it is sent. */
export function importsRoute(http: FastifyInstance, log: FastifyBaseLogger, importing: Importing): void {
  let running = 0;
  void http.register((app, _, done) => {
    app.removeAllContentTypeParsers();
    // The body is read as it comes, whatever it is called.
    app.addContentTypeParser('*', (_request, body, taken) => taken(null, body));
    // Before the first file is taken: what lies there is of a process that is no more.
    app.addHook('onReady', removeAbandoned);
    app.setErrorHandler((error: FastifyError, request, reply) => failed(error, request, reply, log));
    app.post<{ Params: Params }>(`${PATH}:kind`, { bodyLimit: importing.mostBytes }, async (request, reply) => {
      const actor = await editorFor(request, importing);
      if (running >= MOST_AT_ONCE) return busy(reply);
      running += 1;
      try {
        return await reply.header('cache-control', 'no-store').send(await imported(request, actor, importing));
      } finally {
        running -= 1;
      }
    });
    done();
  });
}

async function editorFor({ headers }: FastifyRequest, { db, useLost }: Importing): Promise<Actor> {
  const actor = await actorFor(headers, db, useLost);
  if (!may(actor, 'EDITOR')) throw new Unauthenticated();
  return actor;
}

async function imported(
  request: FastifyRequest<{ Params: Params }>,
  actor: Actor,
  { db, mostBytes }: Importing,
): Promise<ImportReport & { isDryRun: boolean }> {
  const kind = importKind(request.params.kind);
  refuseForm(request.headers);
  const asked = importRequest(request.query);
  const { isDryRun } = asked;
  const key = isDryRun ? null : idempotencyKeyIn(request.headers);
  const report = await withReceivedFile(
    (request.body as IncomingMessage | undefined) ?? request.raw,
    mostBytes,
    async (file) => {
      // Nobody sends anything while the file is brought in.
      if (request.raw.socket instanceof Socket) request.raw.socket.setTimeout(0);
      const incoming = await openFile(file.path, kind.name, kind, asked);
      const options = { ...LIMITS, release: asked.release };
      const work: Import = { kind, incoming, options, isDryRun, checksum: file.checksum };
      if (key === null) return runImport(db, actor, work);
      return importOnce(db, actor, work, { idempotencyKey: key, requestHash: hashOf(kind.name, asked, file) });
    },
  );
  return { isDryRun, ...report };
}

const hashOf = (kind: string, asked: ImportRequest, { checksum }: ReceivedFile): string =>
  createHash('sha256')
    .update(JSON.stringify([kind, asked, checksum]))
    .digest('hex');

const STATUS: Readonly<Record<RefusalReason, number>> = {
  NOT_FOUND: 404,
  NOT_ALLOWED: 403,
  INVALID: 422,
  CONFLICT: 409,
  CHECKS_FAILED: 409,
  TOO_LARGE: 413,
};

function failed(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
  log: FastifyBaseLogger,
): FastifyReply {
  // What is left of the body is not waited for.
  void reply.header('connection', 'close');
  if (error instanceof Refused) return told(reply, STATUS[error.reason], error.reason, error.message, error.fields);
  if (error instanceof Unauthenticated) return told(reply.headers(error.headers), 401, UNAUTHENTICATED, error.message);
  if (error.statusCode === 413) {
    const { routeOptions } = request;
    return told(reply, 413, 'TOO_LARGE', tooLarge(routeOptions.bodyLimit).message);
  }
  if (isUnavailable(error)) return away(reply, unavailable().message, 1);
  if (error.statusCode !== undefined && error.statusCode < 500)
    return told(reply, error.statusCode, 'BAD_REQUEST', error.message);
  logFailed(log, request.id, error);
  return told(reply, 500, 'INTERNAL_SERVER_ERROR', broken(request.id));
}

const told = (
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
  fields: Refused['fields'] = [],
): FastifyReply => reply.code(status).header('cache-control', 'no-store').send({ code, message, fields });

const away = (reply: FastifyReply, message: string, seconds: number): FastifyReply =>
  told(reply.header('retry-after', String(seconds)), 503, 'SERVICE_UNAVAILABLE', message);

const busy = (reply: FastifyReply): FastifyReply =>
  away(reply.header('connection', 'close'), `${MOST_AT_ONCE} files are being brought in already.`, RETRY_AFTER_S);
