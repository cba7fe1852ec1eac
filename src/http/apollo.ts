import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { type GraphQLSchema, OperationTypeNode } from 'graphql';
import Negotiator from 'negotiator';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import type { Context } from '../kernel/context.js';
import { toldError, unavailable } from './errors.js';
import { compiledExecution, fragmentsOf } from './executor.js';
import type { KnownDocuments } from './known-documents.js';
import { knownOperations } from './known-operations.rule.js';
import { Lane } from './lane.js';
import { checkRequest, isHeavy } from './request-limits.js';

const MOST_ERRORS = 10;
const HEAVY_AT_ONCE = 4;
const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';

type Served = Pick<Config, 'limits' | 'maxWaitMs'>;

export function createApollo(
  schema: GraphQLSchema,
  served: Served,
  log: Logger,
  known: KnownDocuments,
  plugins: ApolloServerPlugin<Context>[] = [],
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    gateway: compiledExecution(schema, known),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // Only GET may come without a preflight, and it can only read public data; see by-apollo.ts.
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: served.limits.tokens },
    validationRules: [knownOperations],
    validationOptions: { maxErrors: MOST_ERRORS },
    logger: log,
    formatError: (formatted, error) =>
      toldError(formatted, error, (errorId, cause) => log.error({ errorId, err: cause }, 'a request failed')),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      limited(schema, served),
      answeredAsAgreed,
      ...plugins,
    ],
  });
}

/** Measures every operation with its variables before it runs; the heavy ones take turns. */
function limited(schema: GraphQLSchema, { limits, maxWaitMs }: Served): ApolloServerPlugin<Context> {
  const heavy = new Lane(HEAVY_AT_ONCE, maxWaitMs, () => unavailable('Too many heavy questions at once.'));
  return {
    requestDidStart: () => {
      let leave = (): void => undefined;
      return Promise.resolve({
        didResolveOperation: async ({ document, operation, request: { variables = {} } }) => {
          if (!operation) return;
          const { cost } = checkRequest({ schema, operation, fragments: fragmentsOf(document), variables }, limits);
          if (isHeavy(cost)) leave = await heavy.enter();
        },
        willSendResponse: () => {
          leave();
          return Promise.resolve();
        },
      });
    },
  };
}

/** GraphQL over HTTP: errors of a well-formed request are told with 200 where the client reads `application/json`. */
const answeredAsAgreed: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: async ({ request, response: { body, http }, ...context }) => {
        if (body.kind !== 'single') return;
        const { singleResult: result } = body;
        const { contextValue, operation, metrics } = context;
        contextValue.outcome.isWhole = operation?.operation === OperationTypeNode.QUERY && !result.errors;
        // Who registers a document is to register it each time.
        if (metrics.persistedQueryRegister) contextValue.outcome.isMomentary = true;
        if (result.errors) result.errors = result.errors.slice(0, MOST_ERRORS);
        const isWellFormed = 'source' in context;
        if (http.status === 400 && isWellFormed && prefersJson(request.http?.headers.get('accept'))) http.status = 200;
        if (result.errors?.some(({ extensions }) => extensions?.['code'] === 'SERVICE_UNAVAILABLE')) {
          http.status = 503;
          http.headers.set('retry-after', '1');
        }
      },
    }),
};

const prefersJson = (accept: string | undefined): boolean =>
  accept === undefined || new Negotiator({ headers: { accept } }).mediaType([JSON_TYPE, GRAPHQL_TYPE]) === JSON_TYPE;
