import type { FastifyInstance } from 'fastify';

const FIRST_QUESTION = '{ indicators(first: 50) { nodes { code name unit { code } } } }';

const PAGE = `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Solieu</title>
<style>body { font: 1rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }</style>
<h1>Solieu</h1>
<p lang="vi">Số liệu kinh tế theo kỳ: ai công bố, khi nào, và đã sửa đổi gì.</p>
<p lang="en">Economic figures by period: who printed them, when, and what changed since.</p>
<ul>
<li><a href="/graphql?query=${encodeURIComponent(FIRST_QUESTION)}">Chỉ tiêu / indicators</a></li>
<li><a href="/releases.atom">Số liệu mới / new releases (Atom)</a></li>
<li><a href="/schema.graphql">/schema.graphql</a></li>
<li><a href="/health/ready">/health/ready</a></li>
</ul>
</html>
`;

/** `/`: where a person who opens the address in a browser finds the way. */
export function portalRoute(app: FastifyInstance): void {
  app.get('/', (_, reply) =>
    reply
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .type('text/html; charset=utf-8')
      .send(PAGE),
  );
}
