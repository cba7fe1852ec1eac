import type { testServer } from './server.js';

/** A POST of `/graphql` with a body in JSON, past the network. */
export const postTo = (
  { http }: Pick<ReturnType<typeof testServer>, 'http'>,
  payload: object,
  headers: Record<string, string> = {},
) =>
  http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    payload,
  });
