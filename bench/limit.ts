/**
 * The limit that the API is measured against: node:http and prepared SQL that builds the JSON, nothing else. It reads the same
 * tables under the same two conditions. Runs on Node's type stripping: only erasable syntax here.
 */
import { createServer, type Server } from 'node:http';
import { Pool } from 'pg';

const ROWS = `
  select o.period_start, o.period_end, o.period_days, p.value::text, p.status, p.unit_multiplier, s.title, s.published_on
  from observation o
  cross join lateral (select * from print_reading p
    where p.observation_id = o.id and p.published_at <= now()
    order by p.states_value desc, p.published_latest desc, p.known_from desc, p.id desc limit 1) p
  join source s on s.id = p.source_id
  join indicator i on i.id = o.indicator_id
  join territory t on t.id = o.territory_id`;

const AS_JSON = `json_build_object('period', period_start || '/' || period_end, 'value', value, 'status', status,
  'unitMultiplier', unit_multiplier, 'source', json_build_object('title', title, 'publishedOn', published_on))`;

const STATEMENTS: Record<string, { name: string; text: string }> = {
  '/w1': {
    name: 'w1',
    text: `select json_build_object('code', i.code, 'name', i.name_vi, 'unit', u.code, 'observations',
        (select json_agg(${AS_JSON}) from (${ROWS} where o.indicator_id = i.id and t.code = $2
          order by o.period_end desc, o.period_days desc limit 12) twelve))::text as body
      from indicator i join unit u on u.id = i.unit_id where i.code = $1`,
  },
  '/w3': {
    name: 'w3',
    text: `select coalesce(json_agg(${AS_JSON}), '[]')::text as body from (${ROWS} where i.code = $1 and $2 = $2
      order by t.code collate "C", o.period_end, o.period_days limit 10000) rows`,
  },
};

/** Answers `/w1?indicator=…&territory=…` and `/w3?indicator=…`. */
export function serveLimit(
  databaseUrl: string,
  connections: number,
): Promise<{ server: Server; pool: Pool; port: number }> {
  const pool = new Pool({ connectionString: databaseUrl, max: connections });
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const { name, text } = STATEMENTS[url.pathname]!;
    const values = [url.searchParams.get('indicator'), url.searchParams.get('territory') ?? ''];
    pool.query<{ body: string }>({ name, text, values }).then(
      ({ rows }) => response.setHeader('content-type', 'application/json').end(rows[0]?.body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ server, pool, port: (server.address() as { port: number }).port }));
  });
}
