import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { Context } from '../kernel/context.js';
import type { Told } from './answer.js';
import type { Asked, Said } from './asked.js';

/** Apollo's answer to a request. */
export async function byApollo(
  apollo: ApolloServer<Context>,
  { method, headers: asked }: Asked,
  { body, link }: Said,
  context: () => Promise<Context>,
): Promise<Told> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(asked)) if (value) headers.set(name, String(value));
  // No cookie and no other authority comes along with a link, and GET never changes anything.
  if (method === 'GET') headers.set('apollo-require-preflight', '1');
  const search = link ? `?${link.toString()}` : '';
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method, headers, search, body },
    context,
  });
  if (answer.body.kind !== 'complete') throw new Error('Apollo answers in parts, which nobody asked for.');
  return { status: answer.status ?? 200, headers: Object.fromEntries(answer.headers), text: answer.body.string };
}
