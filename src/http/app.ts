import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import cors from '@fastify/cors';
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { pino } from 'pino';
import type { Config } from '../config.js';
import { Clock } from '../kernel/clock.js';
import type { Database } from '../kernel/database.js';
import { Readings } from '../kernel/reading.js';
import { packageVersion } from '../kernel/package.js';
import { buildApiSchema, printedSchema } from '../schema.js';
import { ownHeaders } from './answer.js';
import { AnswerCache } from './answer-cache.js';
import { createApollo } from './apollo.js';
import { graphqlRoute } from './graphql.route.js';
import { healthRoutes, type Readiness } from './health.route.js';
import { jsonReader } from './json-body.js';
import { portalRoute } from './portal.route.js';
import { refuse } from './refusal.js';

export interface App {
  http: FastifyInstance;
  readiness: Readiness;
  /** Stops taking requests, lets running ones finish. */
  close: () => Promise<void>;
}

/** The whole server but for its port and its database. */
export async function createApp(config: Config, database: Database): Promise<App> {
  const log = pino({ level: config.logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] });
  const http = createHttp(config, log);
  const readiness: Readiness = { isDraining: false };
  const readings = new Readings(database.db, new Clock(database.db, config.clockMaxAgeMs));
  const schema = buildApiSchema();
  const apollo = createApollo(schema, config, log, [
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
    exposedHeaders: ['etag', 'x-request-id', 'retry-after'],
    strictPreflight: false,
  });
  const answers = new AnswerCache(config.answerCacheBytes);
  graphqlRoute(http, { apollo, readings, answers, readiness, limits: config.limits, about });
  http.get('/schema.graphql', (_, reply) => reply.type('text/plain; charset=utf-8').send(printedSchema(schema)));
  healthRoutes(http, readings, readiness, packageVersion);
  portalRoute(http);
  http.addHook('onSend', (request, reply, payload, done) => {
    void reply.headers(ownHeaders(request, readiness));
    done(null, payload);
  });
  return { http, readiness, close: () => apollo.stop() };
}

function createHttp({ limits }: Config, log: FastifyBaseLogger): FastifyInstance {
  const http = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.bodyBytes,
    requestTimeout: 30_000,
    connectionTimeout: 30_000,
    keepAliveTimeout: 30_000,
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
    request.log.info(
      { method: request.method, path: pathOf(request), status: reply.statusCode, ms: reply.elapsedTime },
      'answered',
    );
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
      request.log.error({ err: error }, 'a request failed');
      return refuse(
        reply,
        500,
        'INTERNAL_SERVER_ERROR',
        `Something went wrong on our side. Quote ${request.id} when you ask about it.`,
      );
    }
    return refuse(reply, status, CODES[status] ?? 'BAD_REQUEST', MESSAGES[status] ?? error.message);
  });
  return http;
}

/** Bodies are JSON whose bytes are well-formed UTF-8; anything else is refused before it is parsed. */
function takeJsonOnly(http: FastifyInstance): void {
  const readJson = jsonReader(http);
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('application/json', { parseAs: 'buffer' }, readJson);
}

const METHODS = ['GET', 'HEAD', 'POST'] as const;

const pathOf = ({ url }: FastifyRequest): string => url.split('?')[0]!;

const CODES: Record<number, string> = { 413: 'TOO_LARGE', 415: 'UNSUPPORTED_MEDIA_TYPE' };
const MESSAGES: Record<number, string> = {
  400: 'The body is not well-formed JSON in UTF-8.',
  413: 'The body is too large: see `service.limits.bodyBytes`.',
  415: 'Send POST requests as application/json, in UTF-8.',
};
