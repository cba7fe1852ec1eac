import type { ApolloServerOptions } from '@apollo/server';
import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  type FragmentDefinitionNode,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Context } from '../kernel/context.js';
import { compilesFaithfully } from './compilable.js';
import { KnownDocuments } from './known-documents.js';

type Gateway = NonNullable<ApolloServerOptions<Context>['gateway']>;
type Result = ExecutionResult<Record<string, unknown>, Record<string, unknown>>;
type Compiled = CompiledQuery | null;

/**
 * Runs operations compiled to plain functions, with the very answers that interpreting them gives. Compiling costs more
 * than it gains for what is asked only once: the first time an operation is interpreted. What ran compiled without an error
 * is known from then on.
 */
export function compiledExecution(schema: GraphQLSchema, knownDocuments = new KnownDocuments()): Gateway {
  const compiled = new WeakMap<OperationDefinitionNode, Compiled | 'ASKED_ONCE'>();
  const compiledOf = (document: DocumentNode, operation: OperationDefinitionNode): Compiled => {
    // A change is never compiled, and so never known: what is known is run once more where its answer has an error.
    if (operation.operation !== OperationTypeNode.QUERY) return null;
    const known = compiled.get(operation);
    const made = known === 'ASKED_ONCE' ? compile(schema, document, operation) : (known ?? null);
    compiled.set(operation, known === undefined ? 'ASKED_ONCE' : made);
    return made;
  };
  return {
    onSchemaLoadOrUpdate: (tell) => {
      tell({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () =>
      Promise.resolve({
        executor: async ({ document, operation: named, request, context, source }) => {
          const operation = named as OperationDefinitionNode | undefined;
          const { operationName } = request;
          const variableValues = request.variables ?? {};
          const interpret = () => execute({ schema, document, operationName, contextValue: context, variableValues });
          // Without an operation of that name, interpreting says so.
          const run = operation && compiledOf(document, operation);
          if (!run) return withWholeErrors(await interpret());
          const { errors, coerced } = coercedValues(schema, operation, variableValues);
          if (errors) return { errors };
          // Values are coerced already: to coerce them once more changes nothing.
          const result = await run.query(undefined, context, coerced);
          if (result.errors) return withWholeErrors(result);
          knownDocuments.learn(source, operationName, {
            operation,
            fragments: fragmentsOf(document),
            query: run.query,
          });
          return { data: result.data };
        },
      }),
    stop: () => Promise.resolve(),
  };
}

/** By the rules of the specification; compiled code has its own, which know no defaults inside inputs. */
export const coercedValues = (
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Record<string, unknown>,
) => getVariableValues(schema, variableDefinitions, given, { maxErrors: 50 });

export const fragmentsOf = ({ definitions }: DocumentNode): Map<string, FragmentDefinitionNode> =>
  new Map(definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])));

function compile(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Compiled {
  if (!compilesFaithfully(document)) return null;
  const made = compileQuery(schema, document, operation.name?.value);
  return isCompiledQuery(made) ? made : null;
}

/** Compiled code makes errors of its own kind, without the `extensions` that the original states. */
function withWholeErrors({ data, errors }: ExecutionResult): Result {
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
