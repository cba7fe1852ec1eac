import { GraphQLError, type ValidationRule } from 'graphql';

/** Refuses a kind of operation that the schema does not have, before anything tries to run it. */
export const knownOperations: ValidationRule = (context) => ({
  OperationDefinition: (node) => {
    if (context.getSchema().getRootType(node.operation)) return;
    context.reportError(new GraphQLError(`There is no ${node.operation} here.`, { nodes: [node] }));
  },
});
