import { ApolloServer } from '@apollo/server';

type Execute = ApolloServer['executeHTTPGraphQLRequest'];

let count = 0;
const { prototype } = ApolloServer as unknown as { prototype: { executeHTTPGraphQLRequest: Execute } };
const original = prototype.executeHTTPGraphQLRequest;
prototype.executeHTTPGraphQLRequest = function (this: ApolloServer, asked): ReturnType<Execute> {
  count += 1;
  return original.call(this, asked);
};

/** How many requests Apollo answers while some work is done. */
export async function askedOfApollo(work: () => Promise<unknown>): Promise<number> {
  const before = count;
  await work();
  return count - before;
}
