import { GraphQLError, OperationTypeNode, type ValidationRule } from 'graphql';

/** Nothing is streamed: a subscription is refused with the rest of what is not in the schema. */
export const noSubscriptions: ValidationRule = (context) => ({
  OperationDefinition: (node) => {
    if (node.operation === OperationTypeNode.SUBSCRIPTION) {
      context.reportError(
        new GraphQLError('Subscriptions are not offered: ask again when `service.dataVersion` changes.', {
          nodes: [node],
        }),
      );
    }
  },
});
