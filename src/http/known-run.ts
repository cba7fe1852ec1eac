import type { GraphQLSchema } from 'graphql';
import type { Context } from '../kernel/context.js';
import type { Limits } from '../kernel/limits.js';
import type { Ordinary } from './asked.js';
import { coercedValues } from './executor.js';
import type { KnownDocuments, KnownOperation } from './known-documents.js';
import { checkRequest, isHeavy } from './request-limits.js';

export interface Known {
  documents: KnownDocuments;
  schema: GraphQLSchema;
  limits: Limits;
}

interface Run {
  /** The text of the answer, which Apollo would give by the same bytes. */
  text: string;
  context: Context;
}

/**
 * Runs a known document past Apollo's pipeline. Null where Apollo is to answer, because it has more to tell or to do than
 * the data: the document is not known, asks for much, its variables do not fit, the database is away, a field fails.
 */
export async function runKnown(
  { documents, schema, limits }: Known,
  { query, operationName, variables }: Ordinary,
  contextOf: () => Promise<Context>,
): Promise<Run | null> {
  const known = documents.find(query, operationName);
  if (!known || !isLight(known, { schema, limits, variables })) return null;
  const { coerced } = coercedValues(schema, known.operation, variables);
  const context = coerced && (await contextOf().catch(() => null));
  if (!context) return null;
  const { data, errors } = await known.query(undefined, context, coerced);
  if (errors) {
    // Lest it be run twice each time.
    documents.forget(query);
    return null;
  }
  context.outcome.isWhole = true;
  return { text: `${JSON.stringify({ data })}\n`, context };
}

type Measured = Omit<Known, 'documents'> & Pick<Ordinary, 'variables'>;

/** Heavy ones take turns, and those that ask for too much are refused. */
function isLight(known: KnownOperation, { schema, limits, variables }: Measured): boolean {
  if (known.cost !== undefined) return !isHeavy(known.cost);
  try {
    const { cost, isFixed } = checkRequest({ ...known, schema, variables }, limits);
    if (isFixed) known.cost = cost;
    return !isHeavy(cost);
  } catch {
    return false;
  }
}
