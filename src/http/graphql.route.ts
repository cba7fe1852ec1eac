import { promisify } from 'node:util';
import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type About, Context } from '../kernel/context.js';
import { languageOf } from '../kernel/language.js';
import type { Limits } from '../kernel/limits.js';
import type { Readings } from '../kernel/reading.js';
import { answerOf, send } from './answer.js';
import type { AnswerCache, Made } from './answer-cache.js';
import { isUnavailable, unavailable } from './errors.js';
import type { Readiness } from './health.route.js';
import { jsonReader } from './json-body.js';
import { isJson, questionOf } from './question.js';
import { refuse } from './refusal.js';

/** What every request is answered with. */
export interface Served {
  apollo: ApolloServer<Context>;
  readings: Readings;
  answers: AnswerCache;
  readiness: Readiness;
  limits: Limits;
  about: About;
}

/** `/graphql`: POST in JSON, GET for queries. What is kept is sent before a body is even parsed. */
export function graphqlRoute(http: FastifyInstance, served: Served): void {
  const { readings, answers, readiness } = served;
  void http.register((app, _, done) => {
    const answer = answering(app, served);
    app.removeContentTypeParser('application/json');
    app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, taken) => taken(null, body));
    app.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      exposeHeadRoute: false,
      handler: (request, reply) => {
        const question = answers.isOff ? null : questionOf(request);
        const version = readings.knownVersion();
        const kept = question !== null && version !== undefined ? answers.find(question, version) : undefined;
        if (!kept) return answer(request, reply, question);
        send(request, reply, kept, readiness);
      },
    });
    done();
  });
}

type Answering = (request: FastifyRequest, reply: FastifyReply, question: string | null) => Promise<FastifyReply>;

/** Answers what is not at hand; a null question is nobody else's. */
function answering(app: FastifyInstance, { apollo, readings, answers, readiness, limits, about }: Served): Answering {
  const readJson = promisify(jsonReader(app));
  const contexts = new WeakMap<FastifyRequest, Context>();
  const now = () =>
    readings.now().catch((error: unknown) => {
      throw isUnavailable(error) ? unavailable() : error;
    });
  const execute = fastifyApolloHandler(apollo, {
    context: async (request) => {
      const language = languageOf(request.headers['accept-language']);
      const context = new Context(readings, await now(), language, limits, about);
      contexts.set(request, context);
      return context;
    },
  });
  const make = async (request: FastifyRequest, reply: FastifyReply): Promise<Made> => {
    const body = (await execute.call(app, request, reply)) as string;
    const context = contexts.get(request);
    const isWhole = reply.statusCode === 200 && context?.outcome.isWhole === true;
    const keptAt = isWhole && !context.outcome.isMomentary ? context.reading.version : null;
    return { answer: answerOf(request, reply, body, isWhole), keptAt };
  };
  return async (request, reply, question) => {
    if (Buffer.isBuffer(request.body)) request.body = await readJson(request, request.body);
    if (!checked(request, reply, limits)) return reply;
    // No cookie and no other authority comes along with a link, and GET never changes anything.
    if (request.method === 'GET') request.headers['apollo-require-preflight'] = '1';
    const own = () => make(request, reply);
    // Where the database is away, Apollo tells so.
    const reading = question === null ? null : await readings.now().catch(() => null);
    const answer = question && reading ? await answers.once(question, reading.version, own) : (await own()).answer;
    return send(request, reply, answer, readiness);
  };
}

/** Whether the document may be parsed at all; else it has been refused. */
function checked(request: FastifyRequest, reply: FastifyReply, limits: Limits): boolean {
  const { query } = ((request.method === 'POST' ? request.body : request.query) ?? {}) as { query?: unknown };
  if (request.method === 'POST' && !isJson(request.headers['content-type'])) {
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
