import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import cors from '@fastify/cors';
import fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance, LogController } from 'fastify';
import { type DestinationStream, pino } from 'pino';
import type { Config } from '../config.js';
import { Clock } from '../kernel/clock.js';
import type { Database } from '../kernel/database.js';
import { Readings } from '../kernel/reading.js';
import { packageVersion } from '../kernel/package.js';
import { buildApiSchema, printedSchema } from '../schema.js';
import { Unauthenticated } from './actor.js';
import { EXPOSED, ownHeaders } from './answer.js';
import { AnswerCache } from './answer-cache.js';
import { answering } from './answering.js';
import { createApollo } from './apollo.js';
import { type Front, inFrontOf, serverOf } from './front.js';
import { graphqlRoute } from './graphql.route.js';
import { healthRoutes, type Readiness } from './health.route.js';
import { jsonReader } from './json-body.js';
import { KnownDocuments } from './known-documents.js';
import { logAnswered, logFailed, pathOf } from './log.js';
import { portalRoute } from './portal.route.js';
import { broken, MALFORMED, OTHER_TYPE, refuse, UNAUTHENTICATED } from './refusal.js';

export interface App {
  http: FastifyInstance;
  readiness: Readiness;
  /** Stops taking requests, lets running ones finish. */
  close: () => Promise<void>;
}

/** The whole server but for its port and its database; it logs to standard output unless told. */
export async function createApp(
  config: Config,
  database: Database,
  logTo: DestinationStream = pino.destination(1),
): Promise<App> {
  const redact = ['req.headers.authorization', 'req.headers.cookie'];
  const log = pino({ level: config.logLevel, redact }, logTo);
  const readiness: Readiness = { isDraining: false };
  const http = createHttp(config, log, () => front);
  const readings = new Readings(database.db, new Clock(database.db, config.clockMaxAgeMs));
  const schema = buildApiSchema();
  const documents = new KnownDocuments();
  const apollo = createApollo(schema, config, log, documents, [
    fastifyApolloDrainPlugin(http),
    ApolloServerPluginDrainHttpServer({ httpServer: http.server }),
  ]);
  await apollo.start();
  const about = {
    version: packageVersion,
    licence: config.dataLicence,
    contact: config.contact,
    publicUrl: config.publicUrl ?? `http://${config.host}:${config.port}`,
  };
  await http.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD', 'POST'],
    exposedHeaders: EXPOSED,
    strictPreflight: false,
  });
  const answer = answering({
    apollo,
    known: { documents, schema, limits: config.limits },
    readings,
    answers: new AnswerCache(config.answerCacheBytes),
    about,
    db: database.db,
    useLost: (err) => log.warn({ err }, 'the use of a key was not noted'),
    readJson: jsonReader(http),
  });
  const front: Front = { answer, readiness, log, bodyBytes: config.limits.bodyBytes };
  graphqlRoute(http, answer, readiness);
  http.get('/schema.graphql', (_, reply) => reply.type('text/plain; charset=utf-8').send(printedSchema(schema)));
  healthRoutes(http, readings, readiness, packageVersion);
  portalRoute(http);
  http.addHook('onSend', (request, reply, payload, done) => {
    void reply.headers(ownHeaders(request.id, readiness));
    done(null, payload);
  });
  http.addHook('preClose', (done) => {
    readiness.isDraining = true;
    done();
  });
  return { http, readiness, close: () => apollo.stop() };
}

function createHttp({ limits }: Config, log: FastifyBaseLogger, front: () => Front): FastifyInstance {
  const http: FastifyInstance = fastify({
    serverFactory: (routes) => serverOf(inFrontOf(routes, front)),
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.bodyBytes,
    genReqId: () => crypto.randomUUID(),
    return503OnClosing: false,
    forceCloseConnections: 'idle',
  });
  takeJsonOnly(http);
  http.addHook('onRequest', (request, reply, done) => {
    const encoding = request.headers['content-encoding'];
    if (encoding === undefined || encoding === 'identity') {
      done();
      return;
    }
    refuse(reply, 415, 'UNSUPPORTED_MEDIA_TYPE', 'Send bodies as they are, not compressed.');
  });
  http.addHook('onResponse', (request, reply, done) => {
    logAnswered(log, request, reply, reply.elapsedTime);
    done();
  });
  http.setNotFoundHandler((request, reply) => {
    const allowed = METHODS.filter((method) => http.hasRoute({ method, url: pathOf(request) }));
    if (allowed.length === 0) {
      return refuse(reply, 404, 'NOT_FOUND', 'There is nothing here. Ask /graphql, or read /schema.graphql.');
    }
    void reply.header('allow', [...allowed, 'OPTIONS'].join(', '));
    return refuse(reply, 405, 'METHOD_NOT_ALLOWED', `${pathOf(request)} takes ${allowed.join(', ')}.`);
  });
  http.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      logFailed(log, request.id, error);
      return refuse(reply, 500, 'INTERNAL_SERVER_ERROR', broken(request.id));
    }
    if (error instanceof Unauthenticated) void reply.headers(error.headers);
    return refuse(reply, status, CODES[status] ?? 'BAD_REQUEST', MESSAGES[status] ?? error.message);
  });
  return http;
}

/** Bodies are JSON whose bytes are well-formed UTF-8; anything else is refused before it is parsed. */
function takeJsonOnly(http: FastifyInstance): void {
  const readJson = jsonReader(http);
  http.removeAllContentTypeParsers();
  http.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (_, body, done) => {
    try {
      done(null, readJson(body));
    } catch (error) {
      done(Object.assign(new Error(), { statusCode: 400, cause: error }));
    }
  });
}

const METHODS = ['GET', 'HEAD', 'POST'] as const;

const CODES: Record<number, string> = {
  401: UNAUTHENTICATED,
  413: 'TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};
const MESSAGES: Record<number, string> = {
  400: MALFORMED,
  413: 'The body is too large: see `service.limits.bodyBytes`.',
  415: OTHER_TYPE,
};
