import type { ApolloServerOptions } from '@apollo/server';
import { type DocumentNode, execute, type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Context } from '../kernel/context.js';

type Gateway = NonNullable<ApolloServerOptions<Context>['gateway']>;
type Compiled = CompiledQuery | null;

/** Runs documents compiled once to plain functions; a document that cannot be compiled runs interpreted. */
export function compiledExecution(schema: GraphQLSchema): Gateway {
  const compiled = new WeakMap<DocumentNode, Map<string, Compiled>>();
  const compiledOf = (document: DocumentNode, operationName: string | null): Compiled => {
    const operations = compiled.get(document) ?? new Map<string, Compiled>();
    compiled.set(document, operations);
    const name = operationName ?? '';
    if (!operations.has(name)) operations.set(name, compile(schema, document, operationName));
    return operations.get(name)!;
  };
  return {
    onSchemaLoadOrUpdate: (tell) => {
      tell({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () =>
      Promise.resolve({
        executor: async ({ document, operationName, context, request }) => {
          const run = compiledOf(document, operationName);
          const variables = request.variables ?? {};
          const result = run
            ? await run.query(undefined, context, variables)
            : await execute({ schema, document, operationName, contextValue: context, variableValues: variables });
          return withWholeErrors(result);
        },
      }),
    stop: () => Promise.resolve(),
  };
}

function compile(schema: GraphQLSchema, document: DocumentNode, operationName: string | null): Compiled {
  const made = compileQuery(schema, document, operationName ?? undefined);
  return isCompiledQuery(made) ? made : null;
}

/** Compiled code makes errors of its own kind, without the `extensions` that the original states. */
function withWholeErrors({
  data,
  errors,
}: ExecutionResult): ExecutionResult<Record<string, unknown>, Record<string, unknown>> {
  if (!errors) return { data };
  return { ...(data === undefined ? {} : { data }), errors: errors.map(wholeError) };
}

function wholeError({ message, path, originalError, locations, nodes, extensions }: GraphQLError): GraphQLError {
  const stated = (originalError as { extensions?: Record<string, unknown> } | undefined)?.extensions ?? extensions;
  const whole = new GraphQLError(message, { nodes, path, originalError, extensions: stated });
  return locations && !whole.locations
    ? Object.defineProperty(whole, 'locations', { value: locations, enumerable: true })
    : whole;
}
